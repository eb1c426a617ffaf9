/// The HTML report of a comparison: sections in order, in the frame of html_page.

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/report/html_page.hpp"
#include "engine/report/html_sections.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/html_view.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/writers.hpp"

namespace parallax {
namespace {

std::string heading(const HtmlView& view) {
  const ComparisonReport& report = view.report();
  if (view.many() || report.comparisons.empty()) {
    const std::size_t count = view.many() ? report.table->columns.size() : report.sources.size();
    return counted(count, "source") + " compared";
  }
  return "Two statements compared";
}

std::string page_title(const HtmlView& view) {
  const ComparisonReport& report = view.report();
  if (view.many() || report.comparisons.empty()) {
    return heading(view);
  }
  const Comparison& c = report.comparisons.front();
  return side_info(report, c, Side::kLeft).name + " / " + side_info(report, c, Side::kRight).name;
}

}  // namespace

std::string write_html(const ComparisonReport& report) {
  check_evidence(report);
  const HtmlView view(report);
  HtmlPage page;
  page.title = page_title(view) + " - parallax";
  page.header = "<p class=\"brand\">parallax</p>\n<h1>" + html_escaped(heading(view)) + "</h1>\n" +
                html_parties(view);
  const std::pair<std::pair<const char*, const char*>, std::string> sections[] = {
      {{"figures", "At a glance"}, html_figures(view)},
      {{"divergences", "Divergences"}, html_findings(view)},
      {{"table", "Who says what"}, html_claim_table(view)},
      {{"pairs", "Side by side"}, html_pairs(view)},
      {{"only", "One side only"}, html_silence(view)},
      {{"words", "Words"}, html_distinctive(view)},
      {{"texts", "Full texts"}, html_texts(view)},
      {{"run", "About"}, html_run(view)}};
  for (const auto& [name, html] : sections) {
    if (!html.empty()) {
      page.contents.emplace_back(name.first, name.second);
      page.body += html;
    }
  }
  page.footer = "<p>Made by parallax " + html_escaped(report.tool.version) +
                ". This file loads nothing and sends nothing.</p>\n";
  return html_document(page);
}

}  // namespace parallax
