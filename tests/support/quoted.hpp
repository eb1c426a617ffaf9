#pragma once

/// Official texts and an article -> a checked report, as the program makes it.

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "engine/compare/quote_inputs.hpp"
#include "engine/compare/quotes.hpp"
#include "engine/document/analyse.hpp"
#include "engine/sources/attribute.hpp"
#include "tests/support/compared.hpp"

namespace parallax::test {

/// A text with its issuer; an empty issuer is none.
struct IssuedText {
  std::string issuer;
  std::string text;
  std::string language = "en";
};

inline QuoteReport quoted(const std::vector<IssuedText>& official_texts, std::string article,
                          const std::string& language = "en") {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  Attributor attributor(words, lexicons);
  FactLexicons tables(lexicons);
  QuoteReport report;
  std::deque<Document> documents;
  std::vector<OfficialText> officials;
  for (const IssuedText& issued : official_texts) {
    Record record =
        record_of("official" + std::to_string(documents.size() + 1), issued.text, issued.language);
    if (!issued.issuer.empty()) {
      record.source = issued.issuer;
    }
    documents.push_back(analyser.analyse(std::move(record)).value());
    officials.push_back(
        official_text(documents.back(), attributor.attribute(documents.back()).value()));
    report.officials.push_back(quote_document(documents.back()));
  }
  documents.push_back(analyser.analyse(record_of("article", std::move(article), language)).value());
  const Document& last = documents.back();
  report.article = quote_document(last);
  report.check =
      check_quotes(officials, last, article_quotes(last, attributor.attribute(last).value()), words,
                   tables)
          .value();
  return report;
}

/// The report on one official text without an issuer.
inline QuoteReport quoted(const std::string& official, std::string article) {
  return quoted({{"", official, "en"}}, std::move(article));
}

/// Label and kinds of the changes of the only quotation: "altered_in_substance: number".
inline std::string verdict(const std::string& official, const std::string& quotation) {
  const QuoteReport report = quoted(official, "The ministry said: \u201C" + quotation + "\u201D");
  if (report.check.quotes.size() != 1) {
    return std::to_string(report.check.quotes.size()) + " quotations, " +
           std::to_string(report.check.skipped.size()) + " skipped";
  }
  const CheckedQuote& q = report.check.quotes.front();
  std::string out(name_of(q.label));
  std::string kinds;
  for (const QuoteChange& c : q.changes) {
    kinds += (kinds.empty() ? "" : " ") + c.kind;
  }
  return kinds.empty() ? out : out + ": " + kinds;
}

}  // namespace parallax::test
