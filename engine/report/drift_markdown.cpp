/// The Markdown view of `parallax drift`.

#include <string>

#include <fmt/format.h>

#include "engine/report/drift_writers.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

constexpr std::size_t kPhrases = 12;

void write_changes(const DriftReport& r, std::string& out) {
  out += "\n## Changes\n";
  for (std::uint32_t k = 1; k < r.statements.size(); ++k) {
    out += fmt::format("\n### {} ({})\n\n", markdown_escaped(day_of(r, k)),
                       markdown_escaped(r.statements[k].document.id));
    const std::vector<ChangeLine> lines = change_lines(r, k);
    out += lines.empty() ? "As before.\n" : "";
    for (const ChangeLine& line : lines) {
      out += fmt::format("- **{}** {}: {}\n", line.label, r.positions[line.position].id,
                         markdown_escaped(line.text));
    }
  }
}

void write_positions(const DriftReport& r, std::string& out) {
  out += "\n## Positions\n\n| position | statements | first | last | words of the last | moved |\n";
  out += "|---|---|---|---|---|---|\n";
  for (std::size_t i = 0; i < r.positions.size(); ++i) {
    const DriftPosition& p = r.positions[i];
    if (p.mentions.size() < 2) {
      continue;
    }
    const PositionMention& last = p.mentions.back();
    std::string moved;
    for (const std::string& path : value_paths(r, i)) {
      moved += (moved.empty() ? "" : "; ") + path;
    }
    out +=
        fmt::format("| {} | {} of {} | {} | {} | {} | {} |\n", p.id, p.mentions.size(),
                    r.statements.size(), markdown_escaped(day_of(r, p.mentions.front().statement)),
                    markdown_escaped(day_of(r, last.statement)),
                    markdown_escaped(slice(r.statements[last.statement].document, last.span)),
                    markdown_escaped(moved));
  }
}

void write_phrases(const DriftReport& r, std::string& out) {
  const std::vector<const PhraseLife*> list = moving_phrases(r, kPhrases);
  if (list.empty()) {
    return;
  }
  out +=
      "\n## Phrases that came or went\n\n| first | last | statements | phrase "
      "|\n|---|---|---|---|\n";
  for (const PhraseLife* life : list) {
    const std::uint32_t first = life->statements.front();
    out +=
        fmt::format("| {} | {} | {} | {} |\n", markdown_escaped(day_of(r, first)),
                    markdown_escaped(day_of(r, life->statements.back())), life->statements.size(),
                    markdown_escaped(slice(r.statements[first].document, life->span)));
  }
}

}  // namespace

std::string write_drift_markdown(const DriftReport& report) {
  check_drift_spans(report);
  const auto last = static_cast<std::uint32_t>(report.statements.size() - 1);
  std::string out =
      fmt::format("# {} over time\n\n{} statements, {} to {}; {} positions.\n",
                  report.source.empty() ? "One source" : markdown_escaped(report.source),
                  report.statements.size(), markdown_escaped(day_of(report, 0)),
                  markdown_escaped(day_of(report, last)), report.positions.size());
  for (const std::string& warning : report.warnings) {
    out += fmt::format("\n> {}\n", markdown_escaped(warning));
  }
  write_changes(report, out);
  write_positions(report, out);
  write_phrases(report, out);
  return out;
}

}  // namespace parallax
