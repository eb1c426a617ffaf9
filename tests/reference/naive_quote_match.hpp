#pragma once

/// Fitting alignment over the whole table, without seeds or bands.

#include <algorithm>
#include <span>
#include <vector>

#include "engine/compare/quote_match.hpp"

namespace parallax::reference {

/// The best score of all of `quote` against any stretch of `text`.
inline int fitting_score(std::span<const MatchWord> quote, std::span<const MatchWord> text) {
  std::vector<std::vector<int>> h(quote.size() + 1, std::vector<int>(text.size() + 1, 0));
  for (std::size_t i = 1; i <= quote.size(); ++i) {
    h[i][0] = h[i - 1][0] + MatchScores::kGap;
    for (std::size_t j = 1; j <= text.size(); ++j) {
      const int pair = quote[i - 1].word == text[j - 1].word   ? MatchScores::kSame
                       : quote[i - 1].stem == text[j - 1].stem ? MatchScores::kStem
                                                               : MatchScores::kOther;
      h[i][j] = std::max({h[i - 1][j - 1] + pair, h[i][j - 1] + MatchScores::kGap,
                          h[i - 1][j] + MatchScores::kGap});
    }
  }
  return *std::max_element(h.back().begin(), h.back().end());
}

}  // namespace parallax::reference
