#pragma once

/// Alignment with diplomatic formulas set apart.

#include <cstdint>
#include <vector>

#include "engine/compare/pairing.hpp"

namespace parallax {

struct ApartAlignment {
  Alignment alignment;  ///< Indices of the claims of each side.
  std::vector<std::uint32_t> formulaic_left, formulaic_right;  ///< Ascending.
};

/// As `pair_claims`, but claims that are nothing but formula are set apart, so that thanks on both
/// sides are no agreement. A formula that diverges from what it is aligned with ("expresses
/// concern" against "welcomes") stays in the alignment. Every claim appears exactly once. Mirrored
/// by swapping. Complexity: that of `pair_claims`, twice if there are formulas.
[[nodiscard]] ApartAlignment pair_apart(const ClaimedDocument& left, const ClaimedDocument& right,
                                        const WordTable& words, const BackgroundModel* model);

}  // namespace parallax
