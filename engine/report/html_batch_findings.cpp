/// Divergences of the top pairs, what matters first.

#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>

#include "engine/report/html_batch_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/html_words.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

/// Bytes of HTML of all findings together.
constexpr std::size_t kMaxBytes = 280'000;
/// Bytes of a passage.
constexpr std::size_t kPassage = 420;

Severity severity_of(const PairFinding& finding) {
  return static_cast<Severity>(BatchHtml::rank_of(finding.severity));
}

std::string side(const BatchHtml& view, std::string_view letter, std::uint32_t unit,
                 ByteSpan words) {
  const ByteSpan whole = view.report().units.at(unit).span;
  return fmt::format(
      "<div class=\"side\">\n<p class=\"speaker\">{} {}</p>\n{}</div>\n", html_badge(letter),
      view.who(unit),
      view.quotation(unit, {{words.begin - whole.begin, words.end - whole.begin}}, kPassage));
}

std::string head(const BatchHtml& view, const BatchFinding& f, std::size_t number) {
  const PairFinding& d = *f.finding;
  std::string out =
      fmt::format("<h3><a class=\"id\" href=\"#f{0}\">F{0}</a> {1} <span class=\"kind\">{2}</span>",
                  number, html_tag(severity_of(d)), html_escaped(d.kind));
  if (!d.slot.empty()) {
    const std::string& language = view.document(view.report().pairs[f.pair].pair.left).language;
    out += " <span class=\"slot\">" + html_isolated(d.slot, language) + "</span>";
  }
  return out +
         fmt::format("</h3>\n<p class=\"sure\">sure {}</p>\n", html_escaped(percent(d.confidence)));
}

/// Why the two passages were compared, by which rule, and where the pair stands.
std::string because(const BatchHtml& view, const BatchFinding& f) {
  const PairFinding& d = *f.finding;
  std::string out;
  if (!d.comparable_because.empty()) {
    out += "<p class=\"because\"><b>Comparable</b> because " + html_escaped(d.comparable_because) +
           "</p>\n";
  }
  const std::string_view meaning = rule_meaning(d.rule);
  const std::string link = view.pair_link(f.pair);
  out += fmt::format(
      "<p class=\"small\">{}{}similarity {} &#183; <code>{}</code>{}{}{}</p>\n",
      link.empty() ? "" : "pair ", link.empty() ? "" : link + " &#183; ",
      score(view.report().pairs[f.pair].pair.score), html_escaped(d.rule),
      meaning.empty() ? "" : " ", html_escaped(meaning),
      f.times > 1 ? fmt::format(" &#183; also in {}", counted(f.times - 1, "more pair")) : "");
  return out;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string article(const BatchHtml& view, std::size_t index) {
  const BatchFinding& f = view.findings()[index];
  const PairFinding& d = *f.finding;
  const UnitPair& pair = view.report().pairs[f.pair].pair;
  std::string out = fmt::format(
      "<article class=\"finding {0}\" id=\"f{1}\" data-rank=\"{1}\" data-severity=\"{0}\" "
      "data-kind=\"{2}\" data-sure=\"{3:.4f}\" data-near=\"{4:.4f}\"{5}>\n<div class=\"core\">\n",
      name_of(severity_of(d)), index + 1, html_escaped(d.kind), d.confidence, pair.score,
      view.filter_data(pair));
  out += head(view, f, index + 1);
  if (!d.explanation.empty()) {
    out += "<p class=\"told\">" + html_escaped(capitalised(in_letters(d.explanation, "A", "B"))) +
           "</p>\n";
  }
  out += "<div class=\"two\">\n" + side(view, "A", pair.left, d.left.span) +
         side(view, "B", pair.right, d.right.span) + "</div>\n";
  return out + because(view, f) + "</div>\n</article>\n";
}

std::string severity_choice(const BatchHtml& view, std::size_t shown, Severity severity,
                            std::string_view words) {
  const auto count = std::count_if(
      view.findings().begin(), view.findings().begin() + static_cast<std::ptrdiff_t>(shown),
      [&](const BatchFinding& f) { return severity_of(*f.finding) == severity; });
  return count == 0 ? ""
                    : fmt::format(
                          "<label><input type=\"checkbox\" name=\"severity\" value=\"{}\" checked> "
                          "{} {}</label>\n",
                          name_of(severity), words, count);
}

/// Filters; hidden until the script shows that it can serve them.
std::string controls(const BatchHtml& view, std::size_t shown) {
  std::set<std::string> kinds;
  for (std::size_t k = 0; k < shown; ++k) {
    kinds.insert(view.findings()[k].finding->kind);
  }
  std::string kind = "<option value=\"\">all</option>";
  for (const std::string& value : kinds) {
    kind += fmt::format("<option value=\"{0}\">{0}</option>", html_escaped(value));
  }
  return "<form class=\"filter\" data-noun=\"divergences\" hidden>\n<fieldset><legend>Show"
         "</legend>\n" +
         severity_choice(view, shown, Severity::kConflict, "conflicts") +
         severity_choice(view, shown, Severity::kDifference, "differences") +
         severity_choice(view, shown, Severity::kNote, "notes") + "</fieldset>\n" +
         html_choice("findings", "kind", "Kind", kind) +
         html_choice("findings", "source", "Source", html_source_options(view)) +
         html_choice("findings", "order", "Order",
                     "<option value=\"rank\">what matters first</option>"
                     "<option value=\"near\" data-down>similarity</option>"
                     "<option value=\"kind\">kind</option>"
                     "<option value=\"sure\" data-down>confidence</option>") +
         "<p class=\"shown\" role=\"status\"></p>\n</form>\n";
}

}  // namespace

std::string html_batch_findings(BatchHtml& view) {
  std::string out =
      "<section id=\"divergences\" aria-labelledby=\"divergences-title\">\n"
      "<h2 id=\"divergences-title\">Divergences</h2>\n";
  if (view.findings().empty()) {
    return out + fmt::format("<p class=\"none\">No divergence was found in {}.</p>\n</section>\n",
                             counted(view.report().compared, "compared pair"));
  }
  out += fmt::format(
      "<p class=\"lead\">What the rules found in {}: what matters most comes first, and what near "
      "copies repeat stands once.</p>\n",
      counted(view.report().compared, "compared pair"));
  std::string list;
  std::size_t shown = 0;
  while (shown < view.findings().size()) {
    const std::string next = article(view, shown);
    if (shown > 0 && list.size() + next.size() > kMaxBytes) {
      break;
    }
    list += next;
    ++shown;
  }
  out += shown > 1 ? controls(view, shown) : "";
  out += "<div class=\"findings\">\n" + list + "</div>\n";
  if (const std::size_t more = view.findings().size() - shown; more > 0) {
    view.leave_out("divergences of lower rank", more);
    out += fmt::format(
        "<p class=\"none\">{} more left out to keep this file small: --format jsonl has them "
        "all.</p>\n",
        more);
  }
  return out + "</section>\n";
}

}  // namespace parallax
