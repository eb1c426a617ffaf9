/// The HTML report of a batch: sections in order, in the frame of html_page.

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
  const std::pair<std::pair<const char*, const char*>, std::string> sections[] = {
      {{"figures", "At a glance"}, html_batch_figures(view)},
      {{"divergences", "Divergences"}, html_batch_findings(view)},
      {{"similarity", "Similarity"}, html_batch_distribution(view)},
      {{"pairs", "Top pairs"}, pairs},
      {{"clusters", "Clusters"}, clusters},
      {{"sources", "Source by source"}, html_batch_sources(view)},
      {{"map", "Heat map"}, html_batch_map(view)},
      {{"failed", "Failed inputs"}, html_batch_failures(view)},
      {{"run", "About"}, html_batch_run(view)}};
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
