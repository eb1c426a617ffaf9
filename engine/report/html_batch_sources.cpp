/// Source by source: overlap both ways, divergences by kind.

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/html_batch_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/html_words.hpp"
#include "engine/report/phrasing.hpp"

namespace parallax {
namespace {

/// Sources in the matrix.
constexpr std::size_t kMaxMatrix = 12;
/// Bytes of HTML of the table of pairs.
constexpr std::size_t kMaxBytes = 60'000;

/// Share of a source's units.
double share(const BatchHtml& view, std::uint32_t part, std::uint32_t source) {
  const std::uint32_t units = view.report().sources.list[source].units;
  return units == 0 ? 0.0 : static_cast<double>(part) / units;
}

/// Sources with most units, at most `kMaxMatrix`, in the order of the report.
std::vector<std::uint32_t> main_sources(const BatchHtml& view) {
  const std::vector<CorpusSource>& all = view.report().sources.list;
  std::vector<std::uint32_t> list(all.size());
  std::iota(list.begin(), list.end(), 0U);
  std::stable_sort(list.begin(), list.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return all[a].units > all[b].units; });
  list.resize(std::min(list.size(), kMaxMatrix));
  std::sort(list.begin(), list.end());
  return list;
}

/// What the cell of row A and column B says.
std::string cell(const BatchHtml& view, const SourceCell* c, std::uint32_t row,
                 std::uint32_t column) {
  if (c == nullptr) {
    return "<td class=\"silent\">&#183;</td>";
  }
  const std::uint32_t part = c->left == row ? c->left_shared : c->right_shared;
  std::string text = html_escaped(percent(share(view, part, row)));
  if (c->conflicts > 0) {
    text += fmt::format(
        " <span class=\"tag conflict\"><span aria-hidden=\"true\">!</span> {}"
        "<span class=\"unseen\"> conflicts with {}</span></span>",
        c->conflicts, view.source_name(column));
  }
  return "<td>" + text + "</td>";
}

std::string matrix(const BatchHtml& view, const std::vector<std::uint32_t>& sources) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, const SourceCell*> cells;
  for (const SourceCell& c : view.report().cells) {
    cells[{c.left, c.right}] = cells[{c.right, c.left}] = &c;
  }
  std::string out =
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"matrix-title\">\n"
      "<table class=\"matrix\">\n<caption id=\"matrix-title\">How much of each row's source stands "
      "with each column's</caption>\n<thead><tr><td></td>";
  for (std::size_t k = 0; k < sources.size(); ++k) {
    out += fmt::format(
        "<th scope=\"col\"><abbr title=\"{}\">{}</abbr></th>",
        html_escaped(view.report().sources.list[sources[k]].name.value_or("no source")), k + 1);
  }
  out += "</tr></thead>\n<tbody>\n";
  for (std::size_t r = 0; r < sources.size(); ++r) {
    out += fmt::format("<tr><th scope=\"row\">{} {}</th>", r + 1, view.source_name(sources[r]));
    for (const std::uint32_t column : sources) {
      const auto at = cells.find({sources[r], column});
      out += sources[r] == column
                 ? "<td class=\"silent\">&#8212;</td>"
                 : cell(view, at == cells.end() ? nullptr : at->second, sources[r], column);
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</div>\n";
}

std::string kinds(const SourceCell& c) {
  std::string out = c.conflicts > 0
                        ? html_tag(Severity::kConflict) + fmt::format(" {}; ", c.conflicts)
                        : std::string();
  std::string list;
  for (const auto& [kind, count] : c.kinds) {
    list += fmt::format("{}{} {}", list.empty() ? "" : ", ", html_escaped(kind), count);
  }
  return list.empty() ? "<span class=\"small\">none</span>" : out + list;
}

std::string row(const BatchHtml& view, const SourceCell& c) {
  return fmt::format(
      "<tr><th scope=\"row\" data-column=\"A\">{}</th><td data-column=\"B\">{}</td>"
      "<td data-column=\"A in B\" class=\"number\">{}</td>"
      "<td data-column=\"B in A\" class=\"number\">{}</td>"
      "<td data-column=\"Compared\">{}</td><td data-column=\"Divergences\">{}</td></tr>\n",
      view.source_name(c.left), view.source_name(c.right),
      html_escaped(percent(share(view, c.left_shared, c.left))),
      html_escaped(percent(share(view, c.right_shared, c.right))), counted(c.compared, "pair"),
      kinds(c));
}

/// Most conflicts first, then what overlaps most.
std::vector<const SourceCell*> ordered(const BatchReport& report) {
  std::vector<const SourceCell*> list;
  for (const SourceCell& c : report.cells) {
    list.push_back(&c);
  }
  std::stable_sort(list.begin(), list.end(), [](const SourceCell* a, const SourceCell* b) {
    return a->conflicts != b->conflicts
               ? a->conflicts > b->conflicts
               : a->left_shared + a->right_shared > b->left_shared + b->right_shared;
  });
  return list;
}

}  // namespace

std::string html_batch_sources(BatchHtml& view) {
  if (view.report().cells.empty()) {
    return "";
  }
  std::string out =
      "<section id=\"sources\" aria-labelledby=\"sources-title\">\n<h2 id=\"sources-title\">Source "
      "by source</h2>\n<p class=\"lead\">Shares count units that have a near unit with the other "
      "source. Divergences are those of the compared pairs.</p>\n";
  const std::vector<std::uint32_t> sources = main_sources(view);
  out += matrix(view, sources);
  if (const std::size_t more = view.report().sources.list.size() - sources.size(); more > 0) {
    out += fmt::format("<p class=\"small\">{} with fewer units have no row in the matrix.</p>\n",
                       counted(more, "source"));
  }
  out +=
      "<table class=\"grid\">\n<caption>Pairs of sources</caption>\n<thead><tr>"
      "<th scope=\"col\">A</th><th scope=\"col\">B</th><th scope=\"col\">A in B</th>"
      "<th scope=\"col\">B in A</th><th scope=\"col\">Compared</th>"
      "<th scope=\"col\">Divergences</th></tr></thead>\n<tbody>\n";
  std::string rows;
  const std::vector<const SourceCell*> list = ordered(view.report());
  std::size_t shown = 0;
  for (; shown < list.size() && (shown == 0 || rows.size() < kMaxBytes); ++shown) {
    rows += row(view, *list[shown]);
  }
  out += rows + "</tbody>\n</table>\n";
  if (const std::size_t more = list.size() - shown; more > 0) {
    view.leave_out("pairs of sources with fewer conflicts and less in common", more);
    out += fmt::format("<p class=\"none\">{} left out to keep this file small.</p>\n",
                       more == 1 ? "1 more pair" : fmt::format("{} more pairs", more));
  }
  return out + "</section>\n";
}

}  // namespace parallax
