#pragma once

/// Claims that found no partner, and yet speak against a claim of the other side. Internal to
/// pair_apart.

#include "engine/compare/pairing.hpp"

namespace parallax {

/// Takes up every leftover claim that diverges from one of the other side, by a rule that is sure
/// enough without likeness of wording: the two become a pair ("anchors") or, if the other one has
/// a partner already, the claim joins that pair ("group"; up to four claims a side, none of a pair
/// of equal claims). Most likely pairs first. Every claim still appears exactly once. Mirrored by
/// swapping. Sides of more than 1,000 pairs of claims are left as they are, since among so
/// many some diverge by chance. Complexity: pairs that share an id * cost of the rules.
void join_leftovers(const PairingSide& left, const PairingSide& right, const WordTable& words,
                    Alignment& alignment);

}  // namespace parallax
