#pragma once

/// Which pairs of units are worth a full score.

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/compare/similarity.hpp"

namespace parallax {

/// Left index, right index.
using CandidatePair = std::pair<std::uint32_t, std::uint32_t>;

/// Pairs of units that are free on both sides and share a term, ascending. Terms that stand in more
/// than a quarter of the free right units (in more than 400 at least and 2,000 at most) find
/// nothing alone. Where more than 400,000 pairs would remain, only the 24 nearest of every unit by
/// term cosine are kept, seen from either side. Swapping the sides mirrors the result as long as
/// both sides are about as long; the limits are symmetric, the quarter is taken of the longer side.
/// REQUIRES: a flag for every profile. Complexity: linear in the postings that are walked; extra
/// space linear in units and postings.
[[nodiscard]] std::vector<CandidatePair> candidate_pairs(const std::vector<UnitProfile>& left,
                                                         const std::vector<bool>& left_done,
                                                         const std::vector<UnitProfile>& right,
                                                         const std::vector<bool>& right_done);

}  // namespace parallax
