#pragma once

/// One small result of each kind, rounded as the program rounds it.

#include <string>
#include <vector>

#include "engine/corpus/drift.hpp"
#include "engine/document/analyse.hpp"
#include "engine/report/baseline.hpp"
#include "engine/report/rounding.hpp"
#include "engine/report/saved.hpp"
#include "engine/sources/attribute.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/quoted.hpp"

namespace parallax::test {

inline ComparisonReport saved_comparison() {
  ComparisonReport report = compared(
      "Nine men died in the fire at the mill of Orlec. The ministry condemned the strike in Gorin.",
      "Ten men died in the fire at the mill of Orlec. The ministry welcomed the strike in Gorin. "
      "Snow fell.");
  report.tool = {"1.2.3", "72.1", "15.0", "model", "tables"};
  report.inputs = {"left.txt", "right.txt"};
  report.options = {{"--lang", "en"}};
  report.warnings = {"a warning"};
  round_scores(report);
  return report;
}

/// Three sources with a table, and one finding that a baseline accepts.
inline ComparisonReport saved_table() {
  ComparisonReport report = compared_all(
      {record_of("a", "Nine men died in the fire at the mill of Orlec. The road is open."),
       record_of("b", "Ten men died in the fire at the mill of Orlec. The road is open."),
       record_of("c", "Twelve men died in the fire at the mill of Orlec. The road is closed.")});
  report.inputs = {"a.txt", "b.txt", "c.txt"};
  round_scores(report);
  Baseline baseline = parse_baseline(write_baseline(report), "base.json").value();
  baseline.entries.resize(1);
  baseline.entries.front().note = "seen";
  baseline.entries.push_back({"0123456789abcdef", "date", "old left", "old right", "gone"});
  apply_baseline(baseline, "base.json", report);
  return report;
}

inline SavedSources saved_sources() {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  Attributor attributor(words, lexicons);
  SavedSources out;
  out.run.tool.version = "1.2.3";
  out.run.input = "article.txt";
  out.document =
      analyser
          .analyse(record_of("article",
                             "\"We stay,\" Minister Tarik Holm of Castria said. The road is "
                             "shut.\n\nHe denied that the army had left, and the Ministry of "
                             "Roads condemned the delay."))
          .value();
  out.sourced = attributor.attribute(out.document).value();
  round_scores(out.sourced);
  return out;
}

inline QuoteReport saved_quotes() {
  QuoteReport report = quoted(
      {{"Ministry of Roads", "Ten bridges were closed on Monday. All roads in Orlec are safe."},
       {"Ministry of Health", "Two nurses were hurt in the storm near Gorin."}},
      "The ministry said: \"Eleven bridges were closed on Monday.\" It added: \"All roads in Orlec "
      "are safe.\" A spokesman spoke of a \"miracle\". The mayor said: \"Nobody ever told us "
      "anything about those plans.\"");
  report.inputs = {"official1.txt", "official2.txt", "article.txt"};
  round_scores(report);
  return report;
}

inline DriftReport saved_drift() {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  FactLexicons tables(lexicons);
  std::vector<Document> documents;
  const std::string texts[] = {
      "The bank keeps the base rate at 4.5 percent. Growth was strong in spring. We thank Ann "
      "Holm.",
      "The bank raises the base rate to 4.75 percent. Growth was strong in spring.",
      "The bank keeps the base rate at 4.75 percent. The bank does not expect a recession."};
  for (std::size_t i = 0; i < 3; ++i) {
    Record record = record_of("s" + std::to_string(i + 1), texts[i]);
    record.source = "Bank of Castria";
    record.date = "2026-0" + std::to_string(i + 1) + "-01";
    documents.push_back(analyser.analyse(std::move(record)).value());
  }
  DriftReport report = trace_drift(documents, words, tables).value();
  report.inputs = {"s1.txt", "s2.txt", "s3.txt"};
  round_scores(report);
  return report;
}

inline SavedSearch saved_search() {
  SavedSearch search;
  search.run = {"small.index", "ask.txt", 2, 5, {"1.2.3", "72.1", "15.0", "", ""}, {}};
  AnsweredQuery query;
  query.path = "ask.txt";
  query.span = {3, 17};
  query.text = "bridges closed";
  query.result.unknown = {"zeppelin"};
  SearchHit hit;
  hit.paragraph = 3;
  hit.score = 0.4321987;
  hit.document = {"d2", "two.txt", "en", "A title", std::nullopt, "Ministry of Roads", 2, 3};
  hit.text = "The bridge is closed.";
  hit.span = {100, 121};
  hit.terms = {{"bridg", 0.3, {{4, 10}}}, {"close", 0.1321987, {{14, 20}}}};
  query.result.hits = {hit};
  search.queries = {query};
  round_scores(search.queries);
  return search;
}

}  // namespace parallax::test
