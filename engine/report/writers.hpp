#pragma once

/// Writers: a comparison report as text for people or machines. Same report, same bytes.

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/compare/comparison.hpp"

namespace parallax {

/// JSON document `parallax.comparison/1`, two-space indent, final newline. Key order is that of the
/// schema file. Spans are UTF-8 byte offsets ("span") and code-point offsets ("chars"). Numbers are
/// rounded to 6 decimals.
[[nodiscard]] std::string write_json(const ComparisonReport& report);

struct TerminalOptions {
  std::size_t width = 80;  ///< Columns; below 60 the sides are stacked.
  enum class Colour { kOff, kOn } colour = Colour::kOff;
};
/// The view for people: headline, divergences first, agreements side by side with the differing
/// words marked, what only each side says.
[[nodiscard]] std::string write_terminal(const ComparisonReport& report,
                                         const TerminalOptions& options = {});

/// Everything about one finding ("D2" or its fingerprint); empty if there is no such finding.
[[nodiscard]] std::string write_explanation(const ComparisonReport& report, std::string_view id,
                                            const TerminalOptions& options = {});

/// GitHub-flavoured Markdown for pull requests and notes.
[[nodiscard]] std::string write_markdown(const ComparisonReport& report);

/// One self-contained HTML file for people: loads nothing, runs without scripts, prints. Everything
/// that the other views show, the full texts with links both ways, and what the run rests on.
/// Complexity: linear in the report, but for the word differences of each pair.
[[nodiscard]] std::string write_html(const ComparisonReport& report);

/// One JSONL line (with newline) for `batch --pairs`:
/// {"id","similarity","relation","labels","divergences"}.
[[nodiscard]] std::string write_pair_line(std::string_view id, const ComparisonReport& report);

}  // namespace parallax
