/// Aligned claims side by side, and what stands on one side alone.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/html_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/html_words.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/word_diff.hpp"

namespace parallax {
namespace {

/// Rows of all tables together where more than two sources are compared: about half a megabyte.
constexpr std::size_t kMaxRows = 400;

/// The claims of one side as one text, and where each begins in it.
struct SideText {
  std::string text;
  std::vector<ByteSpan> claims;
};

SideText side_text(const ComparisonReport& report, const std::vector<ClaimIndex>& claims) {
  SideText out;
  for (const ClaimIndex claim : claims) {
    out.text += out.text.empty() ? "" : " ";
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += claim_text(report, claim);
    out.claims.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
  }
  return out;
}

/// The parts of `spans` inside `whole`, from its beginning.
std::vector<ByteSpan> inside(const std::vector<ByteSpan>& spans, ByteSpan whole) {
  std::vector<ByteSpan> out;
  for (const ByteSpan span : spans) {
    const ByteSpan part{std::max(span.begin, whole.begin), std::min(span.end, whole.end)};
    if (part.begin < part.end) {
      out.push_back({part.begin - whole.begin, part.end - whole.begin});
    }
  }
  return out;
}

std::string cell(const HtmlView& view, const std::vector<ClaimIndex>& claims, const SideText& side,
                 const std::vector<ByteSpan>& different) {
  std::string out = "<td>";
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const std::string text = side.text.substr(side.claims[i].begin, side.claims[i].size());
    out += fmt::format(
        "<p{}>{} {}</p>", html_language(document_of(view.report(), claims[i]).language),
        view.place_link(claims[i]), html_marked(text, inside(different, side.claims[i])));
  }
  return out + "</td>\n";
}

std::string row(const HtmlView& view, const ReportPair& pair) {
  const SideText left = side_text(view.report(), pair.left);
  const SideText right = side_text(view.report(), pair.right);
  const WordDiff diff =
      pair.relation == Relation::kIdentical ? WordDiff{} : diff_words(left.text, right.text);
  std::string findings;
  for (const ClaimIndex claim : pair.left) {
    const std::string links = view.finding_links(claim);
    findings += links.empty() || view.many() ? "" : " <br>" + links;
  }
  std::string out = fmt::format("<tr class=\"{}\">\n", html_tone(pair.relation));
  out += cell(view, pair.left, left, diff.left);
  out += fmt::format("<td class=\"relation\">{} <br><span class=\"small\">{}{}</span>{}</td>\n",
                     html_tag(pair.relation), score(pair.similarity),
                     pair.moved ? " <br>moved" : "", findings);
  out += cell(view, pair.right, right, diff.right);
  return out + "</tr>\n";
}

std::string table(const HtmlView& view, const Comparison& c) {
  const SideInfo left = side_info(view.report(), c, Side::kLeft);
  const SideInfo right = side_info(view.report(), c, Side::kRight);
  std::string out = "<table class=\"pairs\">\n<thead><tr>";
  out += fmt::format(
      "<th scope=\"col\">{} {}</th><th scope=\"col\" class=\"relation\">Relation</th>"
      "<th scope=\"col\">{} {}</th></tr></thead>\n<tbody>\n",
      HtmlView::badge(c.left_source), html_isolated(left.name), HtmlView::badge(c.right_source),
      html_isolated(right.name));
  for (const ReportPair& pair : c.pairs) {
    out += row(view, pair);
  }
  return out + "</tbody>\n</table>\n";
}

std::string word_items(const std::vector<ReportDistinctive>& words, std::string_view language) {
  std::string out;
  for (const ReportDistinctive& w : framing_words(words, words.size())) {
    out += fmt::format("<li>{} <span class=\"small\">{} : {}</span></li>\n",
                       html_isolated(w.term, language), w.left, w.right);
  }
  return out;
}

std::string word_side(SourceIndex source, const std::string& items) {
  return fmt::format("<div class=\"side\">\n<h3>{} says</h3>\n", HtmlView::badge(source)) +
         (items.empty() ? std::string("<p class=\"none\">Nothing of its own.</p>\n")
                        : "<ul class=\"words\">\n" + items + "</ul>\n") +
         "</div>\n";
}

/// Language of the first claim of a source; empty if there is none.
std::string language_of(const ComparisonReport& report, SourceIndex source) {
  for (const ReportStatement& statement : report.statements) {
    if (statement.source == source && !statement.claims.empty()) {
      return document_of(report, statement.claims.front()).language;
    }
  }
  return "";
}

/// Words that mark each of the two sides; empty where neither has any.
std::string words_of(const ComparisonReport& report, const Comparison& c) {
  const std::string left = word_items(c.distinctive_left, language_of(report, c.left_source));
  const std::string right = word_items(c.distinctive_right, language_of(report, c.right_source));
  return left.empty() && right.empty() ? ""
                                       : "<div class=\"two\">\n" + word_side(c.left_source, left) +
                                             word_side(c.right_source, right) + "</div>\n";
}

/// One folded table for each two sources, as far as the limit allows.
std::string all_tables(const HtmlView& view) {
  std::string out;
  std::size_t rows = 0;
  std::size_t left_out = 0;
  for (const Comparison& c : view.report().comparisons) {
    if (c.pairs.empty()) {
      continue;
    }
    if (rows + c.pairs.size() > kMaxRows) {
      ++left_out;
      continue;
    }
    rows += c.pairs.size();
    out += fmt::format(
        "<details><summary>{} {} &#183; {} {} <span class=\"small\">{}, similarity {}</span>"
        "</summary>\n",
        HtmlView::badge(c.left_source), html_isolated(view.report().source(c.left_source).name),
        HtmlView::badge(c.right_source), html_isolated(view.report().source(c.right_source).name),
        counted(c.pairs.size(), "pair"), score(c.overlap.similarity));
    out += table(view, c) + words_of(view.report(), c) + "</details>\n";
  }
  if (left_out > 0) {
    out += fmt::format(
        "<p class=\"none\">{} left out to keep this file small; compare two statements alone to "
        "see theirs.</p>\n",
        counted(left_out, "table"));
  }
  return out;
}

std::string items(const HtmlView& view, const std::vector<ClaimIndex>& claims) {
  std::string out = "<ul class=\"claims\">\n";
  for (const ClaimIndex claim : claims) {
    const std::string links = view.finding_links(claim);
    out += fmt::format("<li{}>{} {}{}{}</li>\n",
                       html_language(document_of(view.report(), claim).language),
                       view.place_link(claim), html_escaped(claim_text(view.report(), claim)),
                       links.empty() ? "" : " ", links);
  }
  return out + "</ul>\n";
}

std::string only(const HtmlView& view, SourceIndex source, const std::vector<ClaimIndex>& claims) {
  std::string out = fmt::format(
      "<div class=\"side\">\n<h3>Only {} <span class=\"small\">{}</span>"
      "</h3>\n",
      HtmlView::badge(source), counted(claims.size(), "claim"));
  out += claims.empty() ? "<p class=\"none\">Nothing.</p>\n" : items(view, claims);
  return out + "</div>\n";
}

std::string only_many(const HtmlView& view) {
  const ClaimTable& claims = *view.report().table;
  std::string out;
  for (std::size_t k = 0; k < claims.columns.size(); ++k) {
    const std::vector<ClaimIndex> own = single_claims(claims, k);
    out += own.empty() ? "" : only(view, claims.columns[k], own);
  }
  return out;
}

std::string listed(const HtmlView& view, std::string_view title,
                   const std::vector<ClaimIndex>& claims) {
  return claims.empty() ? "" : fmt::format("<h3>{}</h3>\n", title) + items(view, claims);
}

}  // namespace

std::string html_pairs(const HtmlView& view) {
  std::string out;
  if (view.many()) {
    out = all_tables(view);
  } else {
    for (const Comparison& c : view.report().comparisons) {
      out += c.pairs.empty() ? "" : table(view, c);
    }
  }
  if (out.empty()) {
    return "";
  }
  return "<section id=\"pairs\" aria-labelledby=\"pairs-title\">\n<h2 id=\"pairs-title\">Side by "
         "side</h2>\n<p class=\"lead\">Claims that speak of the same thing. Words that differ are "
         "marked; places lead to the full text.</p>\n" +
         out + "</section>\n";
}

std::string html_silence(const HtmlView& view) {
  const ComparisonReport& report = view.report();
  std::string out =
      "<section id=\"only\" aria-labelledby=\"only-title\">\n<h2 id=\"only-title\">Said by one "
      "side only</h2>\n<p class=\"lead\">What is central to its text stands first.</p>\n"
      "<div class=\"two\">\n";
  if (view.many()) {
    out += only_many(view) + "</div>\n";
    out += listed(view, "Reported or under a condition, not compared", apart_claims(report));
    return out + "</section>\n";
  }
  for (const Comparison& c : report.comparisons) {
    out += only(view, c.left_source, most_central_first(report, c.only_left));
    out += only(view, c.right_source, most_central_first(report, c.only_right));
  }
  out += "</div>\n";
  for (const Comparison& c : report.comparisons) {
    out += listed(view, "Courtesy and formula", c.formulaic);
  }
  return out + "</section>\n";
}

std::string html_distinctive(const HtmlView& view) {
  std::string out;
  for (const Comparison& c : view.report().comparisons) {
    out += view.many() ? "" : words_of(view.report(), c);
  }
  if (out.empty()) {
    return "";
  }
  return "<section id=\"words\" aria-labelledby=\"words-title\">\n<h2 id=\"words-title\">Words of "
         "each side</h2>\n<p class=\"lead\">Words that one side uses more than the other, most "
         "distinctive first, with how often each side uses them.</p>\n" +
         out + "</section>\n";
}

}  // namespace parallax
