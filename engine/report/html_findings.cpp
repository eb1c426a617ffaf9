/// Divergences: what each says, how sure that is, and why the two passages are comparable.

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/html_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/html_words.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

std::string around(const ReportDocument& document, ByteSpan span) {
  return span.empty() ? ""
                      : "<span class=\"around\">" + html_escaped(slice(document, span)) + "</span>";
}

/// The sentence with the words that differ, between its neighbours.
std::string quotation(const HtmlView& view, const Evidence& e) {
  const ReportDocument& document = document_of(view.report(), e.claim);
  const Surroundings s = view.surroundings(e);
  const ByteSpan focus{e.span.begin - s.sentence.begin, e.span.end - s.sentence.begin};
  const std::string before = around(document, s.before);
  const std::string after = around(document, s.after);
  return fmt::format("<blockquote{}><p>{}{}{}{}{}</p></blockquote>\n",
                     html_language(document.language), before, before.empty() ? "" : " ",
                     html_marked(slice(document, s.sentence), {focus}), after.empty() ? "" : " ",
                     after);
}

std::string side(const HtmlView& view, const Evidence& e, const SideInfo& info) {
  const ReportClaim& claim = view.report().claim(e.claim);
  std::string out = "<div class=\"side\">\n<p class=\"speaker\">";
  out += HtmlView::badge(view.source_of(e.claim)) + " " + html_isolated(info.name);
  out += fmt::format(" <a class=\"place\" href=\"#{}\">{} in the text</a></p>\n",
                     HtmlView::anchor(e.claim), html_escaped(place(view.report(), e.claim)));
  out += quotation(view, e);
  if (claim.commitment != "asserted") {
    out += "<p class=\"small\">" + html_escaped(claim.commitment) + ", not asserted</p>\n";
  }
  return out + "</div>\n";
}

std::string span_words(const HtmlView& view, const Evidence& e) {
  const std::string_view text = document_of(view.report(), e.claim).text;
  return fmt::format("{} bytes {} to {}, characters {} to {}",
                     HtmlView::badge(view.source_of(e.claim)), e.span.begin, e.span.end,
                     count_code_points(text.substr(0, e.span.begin)),
                     count_code_points(text.substr(0, e.span.end)));
}

/// What was read of each side, as rules compare it.
std::string values(const HtmlView& view, const ReportDivergence& d) {
  std::string out;
  for (const Evidence* e : {&d.left, &d.right}) {
    const std::string value = phrase(e->value);
    if (!value.empty()) {
      out += (out.empty() ? "" : " <br>") + HtmlView::badge(view.source_of(e->claim)) + " " +
             html_isolated(value);
    }
  }
  return out;
}

std::string with_meaning(std::string_view name, std::string_view meaning) {
  const std::string code = "<code>" + html_escaped(name) + "</code>";
  return meaning.empty() ? code : fmt::format("{} &#8212; {}", code, meaning);
}

/// What a reader needs to check the finding without parallax.
std::string evidence(const HtmlView& view, const PlacedFinding& f) {
  const ReportDivergence& d = *f.divergence;
  std::string out = "<details><summary>Evidence</summary>\n<dl>\n";
  html_define(out, "Kind", with_meaning(d.kind, kind_meaning(d.kind)));
  html_define(out, "Rule", with_meaning(d.rule, rule_meaning(d.rule)));
  html_define(out, "Read as", values(view, d));
  html_define(out, "Confidence", score(d.confidence));
  html_define(out, "Importance", score(d.importance));
  html_define(out, "Where", span_words(view, d.left) + " <br>" + span_words(view, d.right));
  if (d.pair < f.comparison->pairs.size()) {
    const ReportPair& pair = f.comparison->pairs[d.pair];
    std::string terms;
    for (const TermWeight& term : pair.why) {
      terms += (terms.empty() ? "" : ", ") + html_isolated(term.term) + " " +
               html_escaped(percent(term.weight));
    }
    html_define(
        out, "Aligned",
        fmt::format("similarity {}, by {}", score(pair.similarity), html_escaped(pair.matched_by)));
    html_define(out, "Shared terms", terms);
  }
  html_define(out, "Fingerprint", "<code>" + html_escaped(d.fingerprint) + "</code>");
  return out + "</dl>\n</details>\n";
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string head(const HtmlView& view, const PlacedFinding& f, std::size_t index) {
  const ReportDivergence& d = *f.divergence;
  std::string out =
      fmt::format("<h3><a class=\"id\" href=\"#d{}\">{}</a> {} <span class=\"kind\">{}</span>",
                  index + 1, html_escaped(d.id),
                  d.accepted ? html_accepted_tag() : html_tag(d.severity), html_escaped(d.kind));
  if (!d.slot.empty()) {
    const std::string& language = document_of(view.report(), d.left.claim).language;
    out += " <span class=\"slot\">" + html_isolated(d.slot, language) + "</span>";
  }
  if (view.many()) {
    out += fmt::format(" <span class=\"between\">{}<span aria-hidden=\"true\">|</span>{}</span>",
                       HtmlView::badge(f.comparison->left_source),
                       HtmlView::badge(f.comparison->right_source));
  }
  return out +
         fmt::format("</h3>\n<p class=\"sure\">sure {}</p>\n", html_escaped(percent(d.confidence)));
}

std::size_t count(const std::vector<PlacedFinding>& findings, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [&](const PlacedFinding& f) {
        return f.divergence->severity == severity && !f.divergence->accepted;
      }));
}

std::string severity_choice(std::string_view value, std::string_view words, std::size_t count) {
  return count == 0 ? ""
                    : fmt::format(
                          "<label><input type=\"checkbox\" name=\"severity\" value=\"{}\" checked> "
                          "{} {}</label>\n",
                          value, words, count);
}

std::string options(const std::set<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    out += fmt::format("<option value=\"{0}\">{0}</option>", html_escaped(value));
  }
  return out;
}

std::string choice(std::string_view name, std::string_view words, const std::string& options) {
  return fmt::format(
      "<span class=\"choice\"><label for=\"filter-{0}\">{1}</label> <select id=\"filter-{0}\" "
      "name=\"{0}\">{2}</select></span>\n",
      name, words, options);
}

/// Filters; hidden until the script shows that it can serve them.
std::string controls(const HtmlView& view) {
  std::set<std::string> kinds;
  std::set<std::string> sources;
  std::size_t accepted = 0;
  const std::vector<PlacedFinding> shown(
      view.findings().begin(), view.findings().begin() + static_cast<std::ptrdiff_t>(view.shown()));
  for (const PlacedFinding& f : shown) {
    kinds.insert(f.divergence->kind);
    sources.insert(letter(f.comparison->left_source));
    sources.insert(letter(f.comparison->right_source));
    accepted += f.divergence->accepted ? 1U : 0U;
  }
  std::string out = "<form class=\"filter\" hidden>\n<fieldset><legend>Show</legend>\n";
  out += severity_choice("conflict", "conflicts", count(shown, Severity::kConflict));
  out += severity_choice("difference", "differences", count(shown, Severity::kDifference));
  out += severity_choice("note", "notes", count(shown, Severity::kNote));
  out += severity_choice("accepted", "accepted", accepted);
  out += "</fieldset>\n";
  out += choice("kind", "Kind", "<option value=\"\">all</option>" + options(kinds));
  if (view.many()) {
    out += choice("source", "Source", "<option value=\"\">all</option>" + options(sources));
  }
  out += choice(
      "order", "Order",
      "<option value=\"rank\">what matters first</option>"
      "<option value=\"left\">place in the text</option>"
      "<option value=\"kind\">kind</option><option value=\"sure\" data-down>confidence</option>");
  return out + "<p class=\"shown\" role=\"status\"></p>\n</form>\n";
}

}  // namespace

std::string html_finding(const HtmlView& view, std::size_t index) {
  const PlacedFinding& f = view.findings().at(index);
  const ReportDivergence& d = *f.divergence;
  const std::string_view severity = d.accepted ? "accepted" : name_of(d.severity);
  std::string out = fmt::format(
      "<article class=\"finding {0}\" id=\"d{1}\" data-rank=\"{1}\" data-severity=\"{0}\" "
      "data-kind=\"{2}\" data-left=\"{3}\" data-sure=\"{4:.4f}\" data-sources=\"{5} {6}\">\n",
      severity, index + 1, html_escaped(d.kind), static_cast<std::size_t>(d.left.claim),
      d.confidence, letter(f.comparison->left_source), letter(f.comparison->right_source));
  out += "<div class=\"core\">\n" + head(view, f, index);
  if (!d.explanation.empty()) {
    out += "<p class=\"told\">" +
           html_escaped(capitalised(in_letters(d.explanation, *f.comparison))) + "</p>\n";
  }
  out += "<div class=\"two\">\n" +
         side(view, d.left, side_info(view.report(), *f.comparison, Side::kLeft)) +
         side(view, d.right, side_info(view.report(), *f.comparison, Side::kRight)) + "</div>\n";
  if (!d.comparable_because.empty()) {
    out += "<p class=\"because\"><b>Comparable</b> because " + html_escaped(d.comparable_because) +
           "</p>\n";
  }
  if (!d.note.empty()) {
    out += "<p class=\"because\"><b>Accepted</b> with the note " + html_isolated(d.note) + "</p>\n";
  }
  return out + "</div>\n" + evidence(view, f) + "</article>\n";
}

std::string html_findings(const HtmlView& view) {
  std::string out =
      "<section id=\"divergences\" aria-labelledby=\"divergences-title\">\n"
      "<h2 id=\"divergences-title\">Divergences</h2>\n";
  if (view.findings().empty()) {
    return out +
           "<p class=\"none\">No divergence was found between comparable passages.</p>\n"
           "</section>\n";
  }
  out += view.findings().size() > 1 ? controls(view) : "";
  out += "<div class=\"findings\">\n";
  for (const bool accepted : {false, true}) {
    for (std::size_t k = 0; k < view.shown(); ++k) {
      out += view.findings()[k].divergence->accepted == accepted ? html_finding(view, k) : "";
    }
  }
  out += "</div>\n";
  if (const std::size_t more = view.findings().size() - view.shown(); more > 0) {
    out += fmt::format(
        "<p class=\"none\">{} more left out to keep this file small: the table below has them in "
        "its "
        "rows, --format json has them all.</p>\n",
        more);
  }
  return out + "</section>\n";
}

}  // namespace parallax
