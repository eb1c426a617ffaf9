/// Who is compared, and the headline figures.

#include <algorithm>
#include <map>
#include <string>

#include <fmt/format.h>

#include "engine/report/html_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/html_words.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

/// Sources in the matrix of similarities.
constexpr std::size_t kMaxMatrix = 12;
/// Claims of a side on the map; above that its lines run into each other.
constexpr std::size_t kMaxMapped = 200;

std::string party(const SideInfo& side, SourceIndex source) {
  std::string facts;
  for (const std::string& item : {side.role, side.date, counted(side.claims, "claim"), side.file}) {
    facts += item.empty() ? "" : (facts.empty() ? "" : " &#183; ") + html_isolated(item);
  }
  return fmt::format("<li>{} <span class=\"name\">{}</span><span class=\"facts\">{}</span></li>\n",
                     HtmlView::badge(source), html_isolated(side.name), facts);
}

std::string figure(std::string_view tone, std::size_t value, std::string_view singular,
                   std::string_view anchor) {
  return fmt::format("<li class=\"{}\"><a href=\"#{}\"><b>{}</b> {}{}</a></li>\n",
                     value == 0 ? std::string_view("zero") : tone, anchor, value, singular,
                     value == 1 ? "" : "s");
}

std::string bar(double share) {
  return fmt::format(
      "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      "<rect class=\"rail\" width=\"100\" height=\"4\"/><rect class=\"fill\" width=\"{:.1f}\" "
      "height=\"4\"/></svg>",
      share * 100.0);
}

std::string share(const std::string& words, double value) {
  return fmt::format("<li><span>{}</span> <b>{}</b>{}</li>\n", words, html_escaped(percent(value)),
                     bar(value));
}

std::string overlap(const Comparison& c) {
  const std::string left = HtmlView::badge(c.left_source);
  const std::string right = HtmlView::badge(c.right_source);
  std::string out = "<ul class=\"shares\">\n";
  out += share(left + " also in " + right, c.overlap.left_in_right);
  out += share(right + " also in " + left, c.overlap.right_in_left);
  out += share("in the same words", c.overlap.verbatim);
  return out + fmt::format(
                   "</ul>\n<p class=\"small\">Similarity of the two texts as a whole: {}"
                   "</p>\n",
                   score(c.overlap.similarity));
}

/// Height of a claim on the map, in units of its view box.
constexpr std::size_t kStep = 14;

std::string dot(std::size_t x, std::size_t place, bool paired) {
  return fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n",
                     paired ? "claim" : "alone", x, place * kStep + 9, paired ? "3" : "3.5");
}

/// Lines between aligned claims, each text from top to bottom; circles for what stands alone.
std::string map(const HtmlView& view, const Comparison& c) {
  std::map<ClaimIndex, std::size_t> places[2];
  std::vector<ClaimIndex> sides[2];
  for (const ReportPair& pair : c.pairs) {
    sides[0].insert(sides[0].end(), pair.left.begin(), pair.left.end());
    sides[1].insert(sides[1].end(), pair.right.begin(), pair.right.end());
  }
  sides[0].insert(sides[0].end(), c.only_left.begin(), c.only_left.end());
  sides[1].insert(sides[1].end(), c.only_right.begin(), c.only_right.end());
  if (std::max(sides[0].size(), sides[1].size()) > kMaxMapped) {
    return "";
  }
  std::string dots;
  for (std::size_t s = 0; s < 2; ++s) {
    std::sort(sides[s].begin(), sides[s].end());
    for (std::size_t i = 0; i < sides[s].size(); ++i) {
      places[s][sides[s][i]] = i;
      dots += dot(s == 0 ? 10 : 230, i, !view.links(sides[s][i]).partners.empty());
    }
  }
  std::string lines;
  for (const ReportPair& pair : c.pairs) {
    for (const ClaimIndex l : pair.left) {
      for (const ClaimIndex r : pair.right) {
        const std::size_t y = places[0][l] * kStep + 9;
        const std::size_t z = places[1][r] * kStep + 9;
        lines += fmt::format("<path class=\"{}\" d=\"M14 {}C110 {} 130 {} 226 {}\"/>\n",
                             html_tone(pair.relation), y, y, z, z);
      }
    }
  }
  return fmt::format(
             "<figure class=\"map\"><svg viewBox=\"0 0 240 {}\" width=\"240\" height=\"{}\" "
             "role=\"img\" aria-labelledby=\"map-title map-text\">\n<title id=\"map-title\">Map of "
             "the two texts</title>\n<desc id=\"map-text\">{} of {} claims on the left and {} "
             "on the right; {} stand on one side alone.</desc>\n",
             std::max(sides[0].size(), sides[1].size()) * kStep + 4,
             std::max(sides[0].size(), sides[1].size()) * kStep + 4,
             counted(c.pairs.size(), "pair"), sides[0].size(), sides[1].size(),
             c.only_left.size() + c.only_right.size()) +
         lines + dots +
         "</svg>\n<figcaption>Both texts from top to bottom: a dot is a claim, a "
         "line joins what speaks of the same thing.</figcaption></figure>\n";
}

std::size_t agreements(const HtmlView& view) {
  std::size_t count = 0;
  if (view.many()) {
    for (const TableRow& row : view.report().table->rows) {
      count += row.relation == RowRelation::kAgree ? 1U : 0U;
    }
    return count;
  }
  for (const Comparison& c : view.report().comparisons) {
    count += count_relation(c, Relation::kAgree) + count_relation(c, Relation::kIdentical);
  }
  return count;
}

std::string counts(const HtmlView& view) {
  std::size_t severity[3] = {0, 0, 0};
  std::size_t accepted = 0;
  std::size_t only = 0;
  for (const Comparison& c : view.report().comparisons) {
    for (const Severity s : {Severity::kConflict, Severity::kDifference, Severity::kNote}) {
      severity[static_cast<std::size_t>(s)] += count_severity(c, s);
    }
    accepted += count_accepted(c);
    only += c.only_left.size() + c.only_right.size();
  }
  if (view.many()) {
    only = 0;
    for (const TableRow& row : view.report().table->rows) {
      only += row.relation == RowRelation::kSingle ? 1U : 0U;
    }
  }
  std::string out = "<ul class=\"figures\">\n";
  out += figure("conflict", severity[0], "conflict", "divergences");
  out += figure("difference", severity[1], "difference", "divergences");
  out += figure("note", severity[2], "note", "divergences");
  out += accepted > 0 ? fmt::format(
                            "<li class=\"accepted\"><a href=\"#divergences\"><b>{}</b> "
                            "accepted</a></li>\n",
                            accepted)
                      : "";
  out += figure("agree", agreements(view), "agreement", view.many() ? "table" : "pairs");
  out += fmt::format(
      "<li class=\"only\"><a href=\"#only\"><b>{}</b> said by one side only</a>"
      "</li>\n",
      only);
  return out + "</ul>\n";
}

std::string compared_kinds(const Comparison& c) {
  std::string kinds;
  for (const std::string& kind : c.compared_kinds) {
    kinds += (kinds.empty() ? "" : ", ") + html_escaped(kind);
  }
  return kinds.empty()
             ? ""
             : "<p class=\"lead\">Between these languages only " + kinds + " are compared.</p>\n";
}

std::string warnings(const HtmlView& view) {
  std::string out;
  for (const std::string& warning : view.report().warnings) {
    out += "<p class=\"warning\"><b>Warning</b> " + html_isolated(warning) + "</p>\n";
  }
  return out;
}

}  // namespace

std::string html_parties(const HtmlView& view) {
  const ComparisonReport& report = view.report();
  std::string out = "<ol class=\"parties\">\n";
  if (view.many()) {
    for (const SourceIndex source : report.table->columns) {
      out += party(side_info(report, source), source);
    }
  } else {
    for (const Comparison& c : report.comparisons) {
      out += party(side_info(report, c, Side::kLeft), c.left_source);
      out += party(side_info(report, c, Side::kRight), c.right_source);
    }
  }
  return out + "</ol>\n";
}

std::string html_figures(const HtmlView& view) {
  std::string out =
      "<section id=\"figures\" aria-labelledby=\"figures-title\">\n<h2 id=\"figures-title\">At a "
      "glance</h2>\n" +
      counts(view);
  if (!view.many()) {
    for (const Comparison& c : view.report().comparisons) {
      out += "<div class=\"two\">\n<div>\n" + overlap(c) + compared_kinds(c) + "</div>\n" +
             map(view, c) + "</div>\n";
    }
  }
  return out + warnings(view) + "</section>\n";
}

std::string html_matrix(const HtmlView& view) {
  const ComparisonReport& report = view.report();
  if (!view.many() || report.table->columns.size() > kMaxMatrix) {
    return "";
  }
  std::map<std::pair<SourceIndex, SourceIndex>, double> similarity;
  for (const Comparison& c : report.comparisons) {
    similarity[{c.left_source, c.right_source}] = c.overlap.similarity;
    similarity[{c.right_source, c.left_source}] = c.overlap.similarity;
  }
  std::string out =
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"matrix-title\">\n"
      "<table class=\"matrix\">\n<caption id=\"matrix-title\">Similarity of each two "
      "sources</caption>\n"
      "<thead><tr><td></td>";
  for (const SourceIndex column : report.table->columns) {
    out += "<th scope=\"col\">" + HtmlView::badge(column) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const SourceIndex r : report.table->columns) {
    out += "<tr><th scope=\"row\">" + HtmlView::badge(r) + "</th>";
    for (const SourceIndex k : report.table->columns) {
      const auto at = similarity.find({r, k});
      out += "<td>" +
             (at == similarity.end() ? std::string(r == k ? "&#8212;" : "") : score(at->second)) +
             "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</div>\n";
}

}  // namespace parallax
