#include <algorithm>
#include <set>
#include <string>

#include "engine/compare/claim_table.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

using test::compared_all;
using test::record_of;

std::vector<Record> texts(const std::vector<std::string>& list) {
  std::vector<Record> records;
  for (std::size_t i = 0; i < list.size(); ++i) {
    records.push_back(record_of(std::string(1, static_cast<char>('a' + i)), list[i]));
  }
  return records;
}

const TableRow* row_of_kind(const ComparisonReport& report, const std::string& kind) {
  const std::vector<TableRow>& rows = report.table->rows;
  const auto at =
      std::find_if(rows.begin(), rows.end(), [&](const TableRow& row) { return row.kind == kind; });
  return at == rows.end() ? nullptr : &*at;
}

std::string cells(const TableRow& row) {
  std::string out;
  for (const TableCell& cell : row.cells) {
    out += (out.empty() ? "" : "|") + std::string(name_of(cell.state)) +
           (cell.text.empty() ? "" : " " + cell.text) + (cell.note.empty() ? "" : " ~" + cell.note);
  }
  return out;
}

/// The row that holds a claim with these words; nullptr if there is none.
const TableRow* row_with(const ComparisonReport& report, const std::string& words) {
  for (const TableRow& row : report.table->rows) {
    for (const TableCell& cell : row.cells) {
      for (const ClaimIndex c : cell.claims) {
        const ReportClaim& claim = report.claim(c);
        const std::string& text =
            report.documents.at(static_cast<std::size_t>(claim.document)).text;
        if (text.substr(claim.span.begin, claim.span.size()).find(words) != std::string::npos) {
          return &row;
        }
      }
    }
  }
  return nullptr;
}

}  // namespace

TEST_CASE("three tolls of one event and a source without one make one row") {
  const ComparisonReport report = compared_all(
      texts({"In the mine accident at Rudnik, 14 miners were killed.",
             "In the mine accident at Rudnik, 17 miners were killed.",
             "In the mine accident at Rudnik, 14 miners were killed. Rescue work goes on.",
             "The weather will be fine on Sunday."}));
  const TableRow* row = row_of_kind(report, "number");
  REQUIRE(row != nullptr);
  CHECK(cells(*row) == "conflict 14|conflict 17|conflict 14|silent");
  CHECK(row->relation == RowRelation::kConflict);
  CHECK(row->title.find("miners") != std::string::npos);
  CHECK(&report.table->rows.front() == row);
}

TEST_CASE("a source that gives the value of one side is shown with it") {
  const ComparisonReport report = compared_all(
      texts({"The flood in Dorva destroyed 40 houses.", "The flood in Dorva destroyed 65 houses.",
             "The flood in Dorva destroyed houses."}));
  const TableRow* row = row_of_kind(report, "number");
  REQUIRE(row != nullptr);
  CHECK(cells(*row) == "conflict 40|conflict 65|said");
}

TEST_CASE("who asserts and who denies stands in one row") {
  const ComparisonReport report = compared_all(
      texts({"Our troops did not cross the river Mela.", "Their troops crossed the river Mela.",
             "The harvest was good this year."}));
  const TableRow* row = row_of_kind(report, "negation");
  REQUIRE(row != nullptr);
  CHECK(cells(*row) == "conflict denies|conflict asserts|silent");
}

TEST_CASE("agreement needs no finding and shows how each side says it") {
  const ComparisonReport report =
      compared_all(texts({"We call on both sides to observe the ceasefire.",
                          "The Council calls on both sides to observe the ceasefire.",
                          "Trade with the region grew."}));
  const TableRow* row = row_with(report, "observe the ceasefire");
  REQUIRE(row != nullptr);
  CHECK(row->relation == RowRelation::kAgree);
  CHECK(row->cells.at(0).state == CellState::kValue);
  CHECK(row->cells.at(2).state == CellState::kSilent);
}

TEST_CASE("another day and another place are another event") {
  const ComparisonReport report =
      compared_all(texts({"On 3 May, gunmen stormed the embassy of Norland in Vienna.",
                          "On 7 May, gunmen stormed the embassy of Norland in Lisbon.",
                          "The parliament adopted the budget."}));
  const TableRow* first = row_with(report, "Vienna");
  const TableRow* second = row_with(report, "Lisbon");
  REQUIRE(first != nullptr);
  REQUIRE(second != nullptr);
  CHECK(first != second);
  for (const TableRow& row : report.table->rows) {
    CHECK(row.relation != RowRelation::kConflict);
  }
}

TEST_CASE("tolls of two sides stand beside each other without conflict") {
  const ComparisonReport report =
      compared_all(texts({"As a result, 31 Norlandic soldiers were killed.",
                          "The army of Keria reported 58 losses among its own soldiers.",
                          "The summit opens on Monday."}));
  for (const Comparison& c : report.comparisons) {
    for (const ReportDivergence& d : c.divergences) {
      CHECK(d.severity == Severity::kNote);
    }
  }
}

TEST_CASE("every compared claim of every column stands in a row, spans inside it") {
  const ComparisonReport report = compared_all(
      texts({"Nine people died in the fire. The factory was closed. We thank the firemen.",
             "Ten people died in the fire. The factory stays open.",
             "The fire in the factory was put out at 14:00. Nine people died in the fire."}));
  std::set<ClaimIndex> seen;
  for (const TableRow& row : report.table->rows) {
    REQUIRE(row.cells.size() == report.table->columns.size());
    for (std::size_t k = 0; k < row.cells.size(); ++k) {
      const TableCell& cell = row.cells[k];
      CHECK(cell.source == report.table->columns[k]);
      REQUIRE(cell.claims.size() == cell.spans.size());
      CHECK((cell.state == CellState::kSilent) == cell.claims.empty());
      for (std::size_t i = 0; i < cell.claims.size(); ++i) {
        CHECK(report.claim(cell.claims[i]).span.contains(cell.spans[i]));
        seen.insert(cell.claims[i]);
      }
    }
  }
  CHECK(seen.size() == report.claims.size());
}

TEST_CASE("a chain of loosely alike claims does not run away into one row") {
  const ComparisonReport report = compared_all(texts(
      {"The port of Sela was closed and the bridge was damaged.",
       "The bridge was damaged and the tower collapsed.",
       "The tower collapsed and the school burned.", "The school burned and the well ran dry."}));
  for (const TableRow& row : report.table->rows) {
    const auto said = std::count_if(row.cells.begin(), row.cells.end(),
                                    [](const TableCell& c) { return !c.claims.empty(); });
    CHECK(said < 4);
  }
}

TEST_CASE("findings have ids that are unique in the report, conflicts first") {
  const ComparisonReport report =
      compared_all(texts({"The strike on the depot killed 5 guards. The depot was closed.",
                          "The strike on the depot killed 8 guards. The depot was not closed.",
                          "The strike on the depot killed 11 guards."}));
  std::set<std::string> ids;
  std::size_t findings = 0;
  for (const Comparison& c : report.comparisons) {
    for (const ReportDivergence& d : c.divergences) {
      ids.insert(d.id);
      ++findings;
    }
  }
  CHECK(report.comparisons.size() == 3);
  CHECK(findings >= 4);
  CHECK(ids.size() == findings);
}

}  // namespace parallax
