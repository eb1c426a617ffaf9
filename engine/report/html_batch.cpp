/// The HTML report of a batch: sections in order, in the frame of html_page.

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "engine/report/batch_writers.hpp"
#include "engine/report/html_batch_sections.hpp"
#include "engine/report/html_page.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/phrasing.hpp"
#include "models/base/expects.hpp"

namespace parallax {
namespace {

/// Findings quote their documents: what they quote must stand there.
void check_evidence(const BatchReport& report) {
  for (const BatchPair& pair : report.pairs) {
    if (!pair.findings) {
      continue;
    }
    for (const PairFinding& d : pair.findings->divergences) {
      for (const auto& [unit, side] :
           {std::pair(pair.pair.left, &d.left), std::pair(pair.pair.right, &d.right)}) {
        const Unit& u = report.units.at(unit);
        const std::string& text = report.corpus.documents.at(u.document).text;
        PARALLAX_EXPECTS(u.span.contains(side->span));
        PARALLAX_EXPECTS(text.compare(side->span.begin, side->span.size(), side->text) == 0);
      }
    }
  }
}

/// Bytes of the pictures of the heat map, which is cut to what `others` bytes of sections leave of
/// the page: the larger it is, the more rows it shows.
std::size_t picture_room(std::size_t others) {
  constexpr std::size_t kPage = 1'350'000;  // the frame and the run come to it
  constexpr std::size_t kLeast = 180'000;
  constexpr std::size_t kMost = 400'000;
  const std::size_t left = kPage - std::min(kPage, others);
  return std::clamp(left / 4 * 3, kLeast, kMost);  // in Base64 three bytes are four
}

std::string header(const BatchReport& report) {
  std::string lead = counted(report.sources.list.size(), "source");
  if (!report.corpus.failures.empty()) {
    lead += ", " + counted(report.corpus.failures.size(), "failed input");
  }
  return fmt::format("<p class=\"brand\">parallax</p>\n<h1>{}</h1>\n<p class=\"lead\">{}</p>\n",
                     counted(report.corpus.documents.size(), "statement") + " compared",
                     "What they share and where they diverge: " + lead + ".");
}

}  // namespace

std::string write_batch_html(const BatchReport& report, const BatchRun& run) {
  check_evidence(report);
  BatchHtml view(report, run);
  // These two decide which pairs and clusters there are to link to.
  const std::string pairs = html_batch_pairs(view);
  const std::string clusters = html_batch_clusters(view);
  const std::string figures = html_batch_figures(view);
  const std::string findings = html_batch_findings(view);
  const std::string distribution = html_batch_distribution(view);
  const std::string sources = html_batch_sources(view);
  const std::string wording = html_batch_wording(view);
  const std::string failures = html_batch_failures(view);
  std::size_t bytes = 0;
  for (const std::string* html :
       {&pairs, &clusters, &figures, &findings, &distribution, &sources, &wording, &failures}) {
    bytes += html->size();
  }
  const std::string map = html_batch_map(view, picture_room(bytes));
  const std::pair<std::pair<const char*, const char*>, std::string> sections[] = {
      {{"figures", "At a glance"}, figures},        {{"divergences", "Divergences"}, findings},
      {{"similarity", "Similarity"}, distribution}, {{"pairs", "Top pairs"}, pairs},
      {{"clusters", "Clusters"}, clusters},         {{"wording", "Shared wording"}, wording},
      {{"sources", "Source by source"}, sources},   {{"map", "Heat map"}, map},
      {{"failed", "Failed inputs"}, failures},      {{"run", "About"}, html_batch_run(view)}};
  HtmlPage page;
  page.title = counted(report.corpus.documents.size(), "statement") + " compared - parallax";
  page.header = header(report);
  for (const auto& [name, html] : sections) {
    if (!html.empty()) {
      page.contents.emplace_back(name.first, name.second);
      page.body += html;
    }
  }
  page.footer = "<p>Made by parallax " + html_escaped(run.tool.version) +
                ". This file loads nothing and sends nothing.</p>\n";
  return html_document(page);
}

}  // namespace parallax
