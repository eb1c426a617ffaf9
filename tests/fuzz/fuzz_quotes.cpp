/// The quote check on any two texts (cut at the first NUL): every span lies in its text, every
/// quotation is judged or skipped once, every writer can write.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "engine/compare/quote_inputs.hpp"
#include "engine/document/analyse.hpp"
#include "engine/report/quotes_writers.hpp"
#include "engine/sources/attribute.hpp"
#include "models/base/utf8.hpp"

namespace {

parallax::Record record_of(std::string id, std::string text) {
  parallax::Record record;
  record.id = std::move(id);
  record.path = record.id;
  record.text = std::move(text);
  record.language = "en";
  return record;
}

void require(bool condition) {
  if (!condition) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = text.find('\0');
  if (parallax::first_invalid_utf8(text) || cut == std::string::npos) {
    return 0;
  }
  parallax::WordTable words;
  const parallax::LexiconSource lexicons;
  parallax::Analyser analyser(words, lexicons);
  parallax::Attributor attributor(words, lexicons);
  parallax::FactLexicons tables(lexicons);
  const auto official = analyser.analyse(record_of("official", text.substr(0, cut))).value();
  const auto article = analyser.analyse(record_of("article", text.substr(cut + 1))).value();
  const auto issued = parallax::official_text(official, attributor.attribute(official).value());
  const auto quotations = parallax::article_quotes(article, attributor.attribute(article).value());
  parallax::QuoteReport report;
  report.officials.push_back(parallax::quote_document(official));
  report.article = parallax::quote_document(article);
  report.check = parallax::check_quotes({issued}, article, quotations, words, tables).value();
  require(report.check.quotes.size() + report.check.skipped.size() <= quotations.size());
  for (const parallax::CheckedQuote& q : report.check.quotes) {
    require(q.similarity >= 0.0 && q.similarity <= 1.0);
    require(q.official.has_value() || q.label == parallax::QuoteLabel::kNotFound);
  }
  require(!parallax::write_quotes_json(report).empty());
  require(!parallax::write_quotes_lines(report).empty());
  require(!parallax::write_quotes_terminal(report, {.width = 30}).empty());
  require(!parallax::write_quotes_markdown(report).empty());
  return 0;
}
