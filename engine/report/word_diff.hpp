#pragma once

/// Which words of two passages differ.

#include <string_view>
#include <vector>

#include "models/base/span.hpp"

namespace parallax {

/// Byte spans into each passage, ascending; neighbouring words are joined into one span, marks
/// (quotes, commas) at its ends are left out.
struct WordDiff {
  std::vector<ByteSpan> left, right;
  double shared = 0.0;  ///< Share of common words, [0, 1]: twice the common over all.
};

/// Longest common subsequence of words, compared by `fold` without the punctuation around them.
/// Han and kana count as one word each. Ties keep the earlier word of the left side. Complexity:
/// O(n*m) for at most `kMaxCells` cells once common ends are cut off; above that the whole middle
/// counts as different. REQUIRES: valid UTF-8.
[[nodiscard]] WordDiff diff_words(std::string_view left, std::string_view right);

}  // namespace parallax
