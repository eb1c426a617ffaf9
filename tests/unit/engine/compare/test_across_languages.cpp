/// Pairs of one language and of two: tests/unit/engine/compare/language_pairs.tsv holds them.

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/compare/coverage.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

struct Row {
  std::string id, left_language, right_language, labels, left, right;
};

std::vector<Row> rows() {
  std::ifstream in(std::string(PARALLAX_SOURCE_DIR) +
                   "/tests/unit/engine/compare/language_pairs.tsv");
  std::vector<Row> list;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    std::istringstream fields(line);
    Row row;
    std::getline(fields, row.id, '\t');
    std::getline(fields, row.left_language, '\t');
    std::getline(fields, row.right_language, '\t');
    std::getline(fields, row.labels, '\t');
    std::getline(fields, row.left, '\t');
    std::getline(fields, row.right, '\t');
    list.push_back(row);
  }
  return list;
}

ComparisonReport compare_row(const Row& row) {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  const Document a = analyser.analyse(test::record_of("left", row.left, row.left_language)).value();
  const Document b =
      analyser.analyse(test::record_of("right", row.right, row.right_language)).value();
  return compare_documents(a, b, words, lexicons).value();
}

TEST_CASE("Pairs in French, Spanish and German, and against each other", "[compare]") {
  const std::vector<Row> list = rows();
  REQUIRE(list.size() > 70);
  for (const Row& row : list) {
    INFO(row.id << ": " << row.left << " / " << row.right);
    CHECK(test::labels(compare_row(row)) == row.labels);
    const Row swapped{row.id,     row.right_language, row.left_language,
                      row.labels, row.right,          row.left};
    CHECK(test::labels(compare_row(swapped)) == row.labels);
  }
}

TEST_CASE("A report across languages says what was compared", "[compare]") {
  const ComparisonReport report = compare_row(
      {"", "fr", "en", "", "La Norvège a signé le traité.", "Norway signed the treaty."});
  CHECK(compares_all(report.comparisons.at(0).compared_kinds));
  CHECK(report.warnings.empty());
  CHECK(report.comparisons.at(0).pairs.size() == 1);
  CHECK(report.comparisons.at(0).pairs.at(0).matched_by == "anchors");
}

TEST_CASE("A language without tables says what it lacks", "[compare]") {
  const ComparisonReport report =
      compare_row({"", "it", "en", "", "La Norvegia ha firmato.", "Norway signed."});
  CHECK_FALSE(compares_all(report.comparisons.at(0).compared_kinds));
  REQUIRE(report.warnings.size() == 1);
  CHECK(report.warnings.at(0).find("facts: partial for language 'it'") == 0);
}

}  // namespace
}  // namespace parallax
