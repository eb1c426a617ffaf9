#include "engine/corpus/batch.hpp"
#include "engine/corpus/head_lines.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

Record record_of(std::string id, std::string text) {
  Record record;
  record.path = id + ".txt";
  record.id = std::move(id);
  record.text = std::move(text);
  record.language = "en";
  return record;
}

std::vector<std::string> lines_of(const std::string& text) {
  const LexiconSource lexicons;
  WordTable words;
  Analyser analyser(words, lexicons);
  Attributor attributor(words, lexicons);
  std::vector<std::string> lines;
  const auto spans = head_lines(record_of("a", text), analyser, attributor).value();
  for (const ByteSpan span : spans) {
    lines.push_back(text.substr(span.begin, span.size()));
  }
  return lines;
}

const char* const kMarch =
    "Statement by the Ministry of Transport of Norland, 3 March 2025\n\n"
    "The tunnel under Mount Kar was closed on 1 March 2025. Nine lorries are still inside.\n";
const char* const kMay =
    "Statement by the Ministry of Transport of Norland, 9 May 2025\n\n"
    "The tunnel under Mount Kar was closed on 4 March 2025. Nine lorries are still inside.\n";

std::size_t date_findings(UnitKind unit) {
  Corpus corpus;
  corpus.documents = {record_of("a", kMarch), record_of("b", kMay)};
  BatchOptions options;
  options.unit = unit;
  options.threshold = 0.2;
  options.min_terms = 2;
  options.compare = 20;
  const BatchReport report = batch_report(std::move(corpus), LexiconSource(), options).value();
  std::size_t found = 0;
  for (const auto& pair : report.pairs) {
    if (pair.findings) {
      for (const PairFinding& finding : pair.findings->divergences) {
        CHECK(finding.left.text.find("2025") != std::string::npos);
        CHECK(finding.left.text.find("3 March") == std::string::npos);
        found += finding.kind == "date" ? 1U : 0U;
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("head lines are titles and dates above a text, wherever the text is cut") {
  CHECK(lines_of(kMarch).size() == 1);
  CHECK(lines_of(kMarch).front().find("Statement by the Ministry") == 0);
  std::string lengthy = kMarch;
  for (int i = 0; i < 200; ++i) {
    lengthy += "\nThe tunnel is nine kilometres long and was built in 1931.\n";
  }
  CHECK(lines_of(lengthy).size() == 1);
  CHECK(lines_of("The tunnel was closed on 1 March 2025. It is long.").empty());
  CHECK(lines_of(std::string(9000, 'x')).empty());
  CHECK(lines_of("").empty());
}

TEST_CASE("the days of two statements do not contradict each other, those of an event do") {
  for (const UnitKind unit : {UnitKind::kParagraph, UnitKind::kStatement, UnitKind::kClaim}) {
    INFO(name_of(unit));
    CHECK(date_findings(unit) == 1);
  }
}

TEST_CASE("lines above a text are no units, but count") {
  std::vector<Record> documents = {record_of("a", kMarch)};
  const std::string text =
      "The tunnel under Mount Kar was closed on 1 March 2025. Nine lorries are "
      "still inside.";
  for (const UnitKind kind : {UnitKind::kParagraph, UnitKind::kStatement}) {
    const std::vector<Unit> units = cut_units(documents, kind, LexiconSource(), 1).value();
    REQUIRE(units.size() == 1);
    CHECK(units[0].number == (kind == UnitKind::kParagraph ? 2 : 1));
    CHECK(text_of(units[0], documents) == text);
  }
  const std::vector<Unit> claims =
      cut_units(documents, UnitKind::kClaim, LexiconSource(), 1).value();
  for (const Unit& unit : claims) {
    CHECK(text_of(unit, documents).find("Ministry") == std::string_view::npos);
  }
}

}  // namespace parallax
