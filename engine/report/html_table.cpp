/// The claim table of more than two sources: rows are claims, columns are sources.

#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/html_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/html_words.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

/// Tables of more columns are printed as lists.
constexpr std::size_t kMaxWide = 6;

std::string_view class_of(const TableCell& cell) {
  switch (cell.state) {
    case CellState::kConflict:
      return "conflict";
    case CellState::kSilent:
      return "silent";
    case CellState::kSaid:
      return "said";
    case CellState::kValue:
      break;
  }
  return cell.note.empty() ? "said" : "note";
}

/// The state in words for those who do not see the symbols.
std::string spoken(const TableCell& cell) {
  const std::string_view words = cell.state == CellState::kConflict ? "conflicts: "
                                 : cell.state == CellState::kSilent ? "silent"
                                 : cell.state == CellState::kSaid   ? "says so"
                                                                    : "says: ";
  return fmt::format("<span class=\"unseen\">{}</span>", words);
}

std::string symbol(const TableCell& cell) {
  const std::string_view symbol = cell.state == CellState::kConflict ? "!"
                                  : cell.state == CellState::kSilent ? "&#183;"
                                                                     : "+";
  return fmt::format("<span aria-hidden=\"true\">{}</span>", symbol);
}

/// The language of the first claim; empty where there is none.
std::string language_of(const HtmlView& view, const TableCell& cell) {
  return cell.claims.empty() ? "" : document_of(view.report(), cell.claims.front()).language;
}

std::string table_cell(const HtmlView& view, const TableCell& cell, const std::string& column) {
  std::string out = fmt::format("<td class=\"{}\" data-column=\"{}\">", class_of(cell), column);
  out += symbol(cell) + spoken(cell);
  out += cell.text.empty() ? "" : " " + html_isolated(cell.text, language_of(view, cell));
  out +=
      cell.note.empty() ? "" : " <span class=\"small\">~ " + html_isolated(cell.note) + "</span>";
  out += cell.claims.empty() ? "" : " " + view.place_links(cell.claims);
  return out + "</td>";
}

std::string table_row(const HtmlView& view, std::size_t index,
                      const std::vector<std::string>& columns) {
  const TableRow& row = view.report().table->rows[index];
  std::string language;
  for (const TableCell& cell : row.cells) {
    language = language.empty() ? language_of(view, cell) : language;
  }
  std::string out =
      fmt::format("<tr id=\"r{0}\"><th scope=\"row\"><a class=\"id\" href=\"#r{0}\">{0}</a> {1}",
                  index + 1, html_isolated(row.title, language));
  out += row.relation == RowRelation::kSingle ? "" : " " + html_tag(row.relation);
  out += "</th>";
  for (std::size_t k = 0; k < row.cells.size(); ++k) {
    out += table_cell(view, row.cells[k], columns[k]);
  }
  return out + "</tr>\n";
}

}  // namespace

std::string html_claim_table(const HtmlView& view) {
  if (!view.many()) {
    return "";
  }
  const ClaimTable& table = *view.report().table;
  const std::vector<std::string> names = column_names(view.report());
  std::vector<std::string> columns;
  std::string head;
  for (std::size_t k = 0; k < names.size(); ++k) {
    columns.push_back(letter(table.columns[k]) + " " + html_escaped(names[k]));
    head += fmt::format("<th scope=\"col\">{} {}</th>", HtmlView::badge(table.columns[k]),
                        html_isolated(names[k]));
  }
  std::string out =
      "<section id=\"table\" aria-labelledby=\"table-title\">\n<h2 id=\"table-title\">Who says "
      "what</h2>\n<p class=\"lead\">One row a claim or a fact in dispute. <b>+</b> says so, "
      "<b>!</b> conflicts, <b>~</b> stands beside without conflict, <b>&#183;</b> is silent.</p>\n";
  out += fmt::format(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"table-title\">\n"
      "<table class=\"grid {}\">\n<thead><tr><th scope=\"col\">Claim</th>{}</tr></thead>\n"
      "<tbody>\n",
      columns.size() > kMaxWide ? "broad" : "slim", head);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    out += table_row(view, r, columns);
  }
  return out + "</tbody>\n</table>\n</div>\n" + html_matrix(view) + "</section>\n";
}

}  // namespace parallax
