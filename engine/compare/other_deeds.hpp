#pragma once

/// What makes two deeds of one verb: another doer, another stage, the other end of a journey.
/// English. Internal to the date rules.

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// The clauses of the two dates tell deeds of two doers, of two stages, or to and from one place.
/// Symmetric. Complexity O(terms^2).
[[nodiscard]] bool other_deeds(const PairContext& pair, const EventGate& gate, const DateMention& a,
                               const DateMention& b);

/// The same of two places: one verb done to two things ("opened a school in X", "a clinic in Y"),
/// by those of two places ("police in X arrested", "police in Y arrested"), again, or in a country
/// and a place that may lie in it. O(terms^2).
[[nodiscard]] bool other_place_deeds(const PairContext& pair, const EventGate& gate, const Term& a,
                                     const Term& b);

}  // namespace parallax
