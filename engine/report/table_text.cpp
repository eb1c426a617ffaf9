#include "engine/report/table_text.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>

#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

struct RoleWords {
  std::string_view role, full, abbreviated;
};

/// Words for a role in the head of a column; the others' names say more.
constexpr RoleWords kRoles[] = {{"ministry", "Ministry", "Min."},
                                {"minister", "Minister", "Minister"},
                                {"ombudsperson", "Ombudsperson", "Ombuds"},
                                {"ambassador", "Ambassador", "Amb."},
                                {"spokesperson", "Spokesperson", "Spokesp."},
                                {"president", "President", "Pres."},
                                {"government", "Government", "Gov."},
                                {"parliament", "Parliament", "Parl."},
                                {"military", "Military", "Military"},
                                {"police", "Police", "Police"},
                                {"court", "Court", "Court"}};

std::string short_name(const ReportSource& source, std::size_t room) {
  if (source.narration) {
    return room < 9 ? "narr." : "narration";
  }
  const auto* at = std::find_if(std::begin(kRoles), std::end(kRoles),
                                [&](const RoleWords& r) { return r.role == source.role; });
  const std::string_view word = at == std::end(kRoles)   ? std::string_view()
                                : at->full.size() > room ? at->abbreviated
                                                         : at->full;
  const std::string name = word.empty() ? source.name : std::string(word);
  return source.country.empty() ? name : name + " " + source.country;
}

/// Claims that a finding rests on.
std::set<ClaimIndex> found_claims(const ComparisonReport& report) {
  std::set<ClaimIndex> claims;
  for (const Comparison& c : report.comparisons) {
    for (const ReportDivergence& d : c.divergences) {
      claims.insert(d.left.claim);
      claims.insert(d.right.claim);
    }
  }
  return claims;
}

}  // namespace

bool shows_table(const ComparisonReport& report) {
  return report.table && report.table->columns.size() > 2;
}

std::vector<std::string> column_names(const ComparisonReport& report, std::size_t room) {
  std::vector<std::string> names;
  std::map<std::string, int> count;
  for (const SourceIndex column : report.table->columns) {
    names.push_back(one_line(short_name(report.source(column), room)));
    ++count[names.back()];
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const ReportSource& source = report.source(report.table->columns[i]);
    if (count[names[i]] > 1) {
      names[i] = one_line(source.name);
    }
  }
  return names;
}

std::string cell_text(const TableRow& row, const TableCell& cell) {
  const std::string text = one_line(cell.text);
  const std::string note = cell.note.empty() ? "" : " ~ " + one_line(cell.note);
  switch (cell.state) {
    case CellState::kSilent:
      return ".";
    case CellState::kSaid:
      return "+";
    case CellState::kConflict:
      return "! " + text + note;
    case CellState::kValue:
      break;
  }
  const bool plain = row.kind == "number" || row.kind == "date";
  return (plain ? "" : "+ ") + text + note;
}

std::vector<PlacedFinding> findings_of(const ComparisonReport& report) {
  std::vector<PlacedFinding> all;
  for (const Comparison& c : report.comparisons) {
    for (const ReportDivergence& d : c.divergences) {
      all.push_back({&c, &d});
    }
  }
  // "D2" stands before "D10".
  std::stable_sort(all.begin(), all.end(), [](const PlacedFinding& a, const PlacedFinding& b) {
    const std::string& x = a.divergence->id;
    const std::string& y = b.divergence->id;
    return x.size() != y.size() ? x.size() < y.size() : x < y;
  });
  return all;
}

bool is_uncompared(const ComparisonReport& report, const TableRow& row) {
  if (row.relation != RowRelation::kNote || row.kind != "number") {
    return false;
  }
  const std::set<ClaimIndex> found = found_claims(report);
  return std::none_of(row.cells.begin(), row.cells.end(), [&](const TableCell& cell) {
    return std::any_of(cell.claims.begin(), cell.claims.end(),
                       [&](ClaimIndex c) { return found.contains(c); });
  });
}

std::vector<ClaimIndex> single_claims(const ClaimTable& table, std::size_t column) {
  std::vector<ClaimIndex> claims;
  for (const TableRow& row : table.rows) {
    if (row.relation == RowRelation::kSingle) {
      const std::vector<ClaimIndex>& own = row.cells[column].claims;
      claims.insert(claims.end(), own.begin(), own.end());
    }
  }
  std::sort(claims.begin(), claims.end());
  return claims;
}

std::vector<ClaimIndex> apart_claims(const ComparisonReport& report) {
  std::set<ClaimIndex> in_table;
  std::set<SourceIndex> columns;
  for (const TableRow& row : report.table->rows) {
    for (const TableCell& cell : row.cells) {
      in_table.insert(cell.claims.begin(), cell.claims.end());
    }
  }
  columns.insert(report.table->columns.begin(), report.table->columns.end());
  std::vector<ClaimIndex> apart;
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    const auto index = static_cast<ClaimIndex>(i);
    const auto statement = static_cast<std::size_t>(report.claims[i].statement);
    if (columns.contains(report.statements.at(statement).source) && !in_table.contains(index)) {
      apart.push_back(index);
    }
  }
  return apart;
}

}  // namespace parallax
