#pragma once

/// Two texts -> a comparison report, as the program makes it.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/compare/compare.hpp"
#include "engine/document/analyse.hpp"
#include "engine/document/read.hpp"

namespace parallax::test {

inline Record record_of(std::string id, std::string text, std::string language = "en") {
  Record record;
  record.id = std::move(id);
  record.path = record.id + ".txt";
  record.sha256 = sha256_hex(text);
  record.text = std::move(text);
  record.language = std::move(language);
  return record;
}

/// Compares the two texts with the built-in tables and model.
inline ComparisonReport compared(std::string left, std::string right,
                                 const std::string& language = "en") {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  const Document a = analyser.analyse(record_of("left", std::move(left), language)).value();
  const Document b = analyser.analyse(record_of("right", std::move(right), language)).value();
  return compare_documents(a, b, words, lexicons).value();
}

/// A document with who says what in it, for tests that set the statements by hand.
struct Sourced {
  Record record;
  SourcedDocument sourced;
};

/// Compares any number of texts, each as one source; record ids are "a", "b" ... unless set.
inline ComparisonReport compared_all(const std::vector<Record>& records,
                                     const CompareOptions& options = {}) {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  FactLexicons tables(lexicons);
  std::vector<Document> documents;
  for (const Record& record : records) {
    documents.push_back(analyser.analyse(record).value());
  }
  std::vector<CompareInput> inputs;
  for (const Document& document : documents) {
    inputs.push_back({&document, nullptr});
  }
  return compare_all(inputs, words, tables, options).value();
}

/// Compares the sources of texts whose statements are given.
inline ComparisonReport compared_by_source(const std::vector<Sourced>& texts,
                                           const CompareOptions& options = {}) {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  FactLexicons tables(lexicons);
  std::vector<Document> documents;
  for (const Sourced& text : texts) {
    documents.push_back(analyser.analyse(text.record).value());
  }
  std::vector<CompareInput> inputs;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    inputs.push_back({&documents[i], &texts[i].sourced});
  }
  return compare_all(inputs, words, tables, options).value();
}

/// A source for hand-made statements.
inline Source source_of(std::string name, Role role, std::string country = "") {
  Source source;
  source.name = std::move(name);
  source.role = role;
  source.country = std::move(country);
  return source;
}

/// Adds a statement whose content is the first occurrence of `content`; `cue` may be empty.
inline void add_statement(Sourced& text, std::optional<std::size_t> source,
                          const std::string& content, const std::string& cue = "",
                          Commitment commitment = Commitment::kAsserted) {
  const auto span_of = [&](const std::string& part) {
    const auto at = static_cast<std::uint32_t>(text.record.text.find(part));
    return ByteSpan{at, at + static_cast<std::uint32_t>(part.size())};
  };
  Statement statement;
  statement.source = source;
  statement.mode = source ? Mode::kIndirect : Mode::kNarration;
  statement.commitment = commitment;
  statement.content = {span_of(content)};
  if (!cue.empty()) {
    statement.cue = {span_of(cue)};
  }
  text.sourced.statements.push_back(std::move(statement));
}

/// The kinds of all findings of severity conflict or difference, sorted and joined by blanks.
inline std::string labels(const ComparisonReport& report) {
  std::vector<std::string> kinds;
  for (const ReportDivergence& d : report.comparisons.at(0).divergences) {
    if (d.severity != Severity::kNote) {
      kinds.push_back(d.kind);
    }
  }
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  std::string joined;
  for (const std::string& kind : kinds) {
    joined += (joined.empty() ? "" : " ") + kind;
  }
  return joined;
}

}  // namespace parallax::test
