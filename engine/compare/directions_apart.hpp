#pragma once

/// Two movements or states of one thing that exclude each other. Internal to the direction rules.

#include <string_view>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Told terms nearest to a direction, nearest first: up to three in front, then three behind.
[[nodiscard]] std::vector<StemId> neighbours(const Claim& claim, const Direction& direction);

/// They go opposite ways on one axis, of one thing, and neither side also says the other's.
/// Complexity: O(terms) but for the directions of both claims.
[[nodiscard]] bool directions_apart(const PairContext& pair, const EventGate& gate,
                                    const Direction& a, const Direction& b);

[[nodiscard]] Finding direction_finding(const PairContext& pair, const Direction& a,
                                        const Direction& b);

/// "The crown fell against the dollar", "the dollar rose against the crown". O(terms).
[[nodiscard]] bool converse_movement(const PairContext& pair, const Direction& a,
                                     const Direction& b);

/// The sides tell of other periods, of other ones of a series, or go with names or things that the
/// other does not have.
[[nodiscard]] bool other_way_or_period(const PairContext& pair, const EventGate& gate);

/// One side at least gives its judgement of what can be judged so or so ("in the eyes of the guild
/// the fee is unlawful"): opposite words are opposite positions. O(tokens).
[[nodiscard]] bool position_taken(const PairContext& pair, std::string_view axis);

/// "Was convicted", "was acquitted on appeal": one side tells of a later instance. O(tokens).
[[nodiscard]] bool other_instance(const PairContext& pair, std::string_view axis);

/// "Is in force", "is valid": how it stands, not what is done. O(tokens).
[[nodiscard]] bool stands_in_force(const WordTable& words, const Document& document,
                                   const Claim& claim, const Direction& direction);

/// "Traders with a permit", "traders without a permit". O(terms).
[[nodiscard]] bool of_two_groups(const PairContext& pair, const Direction& a, const Direction& b);

/// "Growth slowed" against "the economy grew": slower growth is growth still. O(terms).
[[nodiscard]] bool slows_growth(const WordTable& words, const Claim& claim, const Term& slowing,
                                const Claim& other);

}  // namespace parallax
