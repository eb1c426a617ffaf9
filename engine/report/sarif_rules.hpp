#pragma once

/// What the kinds of findings mean, in words for people who meet them in a code review.

#include <string_view>
#include <vector>

namespace parallax {

struct KindHelp {
  std::string_view kind, name, summary, help;
  std::string_view level;  ///< "error", "warning" or "note": the most severe that the kind reaches.
};

/// All kinds of findings in the order of design; ids differ.
[[nodiscard]] const std::vector<KindHelp>& kinds_with_help();

/// What the labels of quotations that are no faithful ones mean, most serious first.
[[nodiscard]] const std::vector<KindHelp>& labels_with_help();

}  // namespace parallax
