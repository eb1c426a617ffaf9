#pragma once

/// What the views for people share when they show more than two sources: names of columns, words of
/// cells, what is told where. Nothing here is escaped.

#include <string>
#include <vector>

#include "engine/compare/comparison.hpp"

namespace parallax {

/// True where the report is shown as a table: more than two sources.
[[nodiscard]] bool shows_table(const ComparisonReport& report);

/// Names of the columns in few words: "Ministry NL", "Ambassador", the name where role and country
/// do not tell two columns apart. Roles are abbreviated where they are wider than `room` columns of
/// the screen.
[[nodiscard]] std::vector<std::string> column_names(const ComparisonReport& report,
                                                    std::size_t room = 100);

/// "+ strongly condemn", "! 4", "135 ~ other side", "." for silence.
[[nodiscard]] std::string cell_text(const TableRow& row, const TableCell& cell);

/// A finding with the comparison that it stands in.
struct PlacedFinding {
  const Comparison* comparison = nullptr;
  const ReportDivergence* divergence = nullptr;
};
/// All findings of the report in the order of their numbers.
[[nodiscard]] std::vector<PlacedFinding> findings_of(const ComparisonReport& report);

/// Rows whose numbers stand beside each other although nothing compared them.
[[nodiscard]] bool is_uncompared(const ComparisonReport& report, const TableRow& row);

/// Claims of a source that no other source shares, in the order of the report.
[[nodiscard]] std::vector<ClaimIndex> single_claims(const ClaimTable& table, std::size_t column);

/// Claims that a source only reports or sets under a condition, in the order of the report.
[[nodiscard]] std::vector<ClaimIndex> apart_claims(const ComparisonReport& report);

}  // namespace parallax
