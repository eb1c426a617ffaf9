#pragma once

/// What the rules for one deed told in two ways ask of two claims. Internal to engine/compare.

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// Names, figures and words tie the claims to one event. `deed`: what both tell is one deed, though
/// no word of it is common; it counts as one more. Complexity as of anchors_of.
[[nodiscard]] bool tied_by(const PairContext& pair, const EventGate& gate, bool deed);

/// Figures on both sides, none of them in common: a count of each time and place. O(quantities^2).
[[nodiscard]] bool other_counts(const PairContext& pair);

/// Each side speaks of a member of one set that the other side does not mention; quarters and
/// seasons, which belong to dates, left out. O(contrasts^2).
[[nodiscard]] bool contrasted_beyond_time(const PairContext& pair);

}  // namespace parallax
