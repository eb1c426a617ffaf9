#include <algorithm>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "engine/report/report_view.hpp"
#include "engine/report/table_text.hpp"
#include "engine/report/writers.hpp"
#include "models/text/display.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

using test::compared_all;
using test::record_of;

ComparisonReport of_tolls() {
  Record a = record_of("a", "In the mine accident at Rudnik, 14 miners were killed.");
  a.source = "Ministry of Mines";
  Record b = record_of("b", "In the mine accident at Rudnik, 17 miners were killed.");
  b.source = "Union of Miners";
  Record c = record_of("c", "The weather will be fine on Sunday | or not.");
  c.source = "Weather Service";
  return compared_all({a, b, c});
}

ComparisonReport of_many(std::size_t count) {
  test::Random random(11);
  std::vector<Record> records;
  for (std::size_t i = 0; i < count; ++i) {
    records.push_back(record_of("statement" + std::to_string(i), test::statement(random, 5)));
  }
  return compared_all(records);
}

std::size_t widest(const std::string& text) {
  std::size_t width = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    width = std::max(width, display_width(line));
  }
  return width;
}

}  // namespace

TEST_CASE("letters go on behind Z") {
  CHECK(letter(std::size_t{0}) == "A");
  CHECK(letter(std::size_t{25}) == "Z");
  CHECK(letter(std::size_t{26}) == "AA");
  CHECK(letter(std::size_t{27}) == "AB");
  CHECK(letter(std::size_t{701}) == "ZZ");
  CHECK(letter(std::size_t{702}) == "AAA");
}

TEST_CASE("the table shows value, conflict and silence in one line") {
  const std::string text = write_terminal(of_tolls(), {.width = 100});
  std::istringstream lines(text);
  std::string found;
  for (std::string line; std::getline(lines, line);) {
    if (line.find("! 14") != std::string::npos) {
      found = line;
    }
  }
  CHECK(found.find("! 17") != std::string::npos);
  CHECK(found.find(" .") != std::string::npos);
  CHECK(text.find("A | B") != std::string::npos);
  CHECK(text.find("ONLY C") != std::string::npos);
}

TEST_CASE("no line is wider than the terminal, whatever the number of sources") {
  for (const std::size_t count : {3U, 5U, 8U, 14U}) {
    const ComparisonReport report = of_many(count);
    for (const std::size_t width : {120U, 100U, 80U, 60U, 40U}) {
      INFO(count << " sources, " << width << " columns");
      CHECK(widest(write_terminal(report, {.width = width})) <= width);
    }
  }
}

TEST_CASE("two sources keep the view of two sides") {
  const ComparisonReport report = compared_all(
      {record_of("a", "The bridge is open."), record_of("b", "The bridge is closed.")});
  CHECK_FALSE(shows_table(report));
  CHECK(write_terminal(report).find("CLAIMS") == std::string::npos);
}

TEST_CASE("every row of the Markdown table has as many cells as its head") {
  const std::string text = write_markdown(of_tolls());
  std::istringstream lines(text);
  std::size_t wanted = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("| claim |", 0) == 0) {
      wanted = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
      continue;
    }
    if (wanted == 0 || line.empty() || line[0] != '|') {
      wanted = line.empty() ? 0 : wanted;
      continue;
    }
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1U : 0U;
    }
    INFO(line);
    CHECK(bars == wanted);
  }
  CHECK(text.find("**! 14**") != std::string::npos);
}

TEST_CASE("the JSON holds the table with one cell a column") {
  const nlohmann::json json = nlohmann::json::parse(write_json(of_tolls()));
  const nlohmann::json& table = json.at("claim_table");
  CHECK(table.at("columns") == nlohmann::json({"SRC1", "SRC2", "SRC3"}));
  REQUIRE_FALSE(table.at("rows").empty());
  const nlohmann::json& row = table.at("rows")[0];
  CHECK(row.at("kind") == "number");
  CHECK(row.at("cells").size() == 3);
  CHECK(row.at("cells")[0].at("state") == "conflict");
  CHECK(row.at("cells")[0].at("text") == "14");
  CHECK(row.at("cells")[2].at("state") == "silent");
  CHECK(row.at("cells")[2].at("claims").empty());
}

TEST_CASE("an explanation names the sides by their letters") {
  Record a = record_of("a", "Trade grew.");
  Record b = record_of("b", "Our troops did not cross the river Mela.");
  Record c = record_of("c", "Their troops crossed the river Mela.");
  const ComparisonReport report = compared_all({a, b, c});
  const std::string text = write_explanation(report, "D1", {.width = 100});
  CHECK(text.find("\nB\n") != std::string::npos);
  CHECK(text.find("\nC\n") != std::string::npos);
  CHECK(text.find("B denies what C asserts") != std::string::npos);
}

}  // namespace parallax
