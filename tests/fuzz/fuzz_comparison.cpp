/// A whole comparison of any two texts (cut at the first NUL): no claim is lost, every writer can
/// write, and a text compared with itself is one hundred percent.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "engine/compare/compare.hpp"
#include "engine/document/analyse.hpp"
#include "engine/report/writers.hpp"
#include "models/base/utf8.hpp"

namespace {

parallax::Record record_of(std::string id, std::string text) {
  parallax::Record record;
  record.id = std::move(id);
  record.path = record.id;
  record.text = std::move(text);
  return record;
}

parallax::ComparisonReport compared(const std::string& left, const std::string& right) {
  parallax::WordTable words;
  const parallax::LexiconSource lexicons;
  parallax::Analyser analyser(words, lexicons);
  const auto a = analyser.analyse(record_of("a", left));
  const auto b = analyser.analyse(record_of("b", right));
  return parallax::compare_documents(a.value(), b.value(), words, lexicons).value();
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
  const std::string left = text.substr(0, cut);
  const std::string right = text.substr(cut + 1);
  const parallax::ComparisonReport report = compared(left, right);
  const parallax::Comparison& c = report.comparisons.at(0);
  std::size_t seen = c.only_left.size() + c.only_right.size() + c.formulaic.size();
  for (const parallax::ReportPair& pair : c.pairs) {
    seen += pair.left.size() + pair.right.size();
    require(pair.similarity >= 0.0 && pair.similarity <= 1.0);
  }
  require(seen == report.claims.size());
  require(!parallax::write_json(report).empty());
  require(!parallax::write_terminal(report, {.width = 30}).empty());
  require(!parallax::write_markdown(report).empty());
  require(!parallax::write_html(report).empty());
  require(compared(left, left).comparisons.at(0).divergences.empty());
  return 0;
}
