#pragma once

/// What is done at the dates that two claims give: two deeds have two dates. Internal to the date
/// rules; total, complexity O(terms).

#include "engine/facts/claim.hpp"

namespace parallax {

/// One side arrives, opens or begins where the other leaves, closes or ends, or leaves unchanged
/// what the other moves: two deeds, each with a time of its own.
[[nodiscard]] bool opposite_deeds(const WordTable& words, const Claim& left, const Claim& right);

/// "Had recovered nine bodies by Monday": what is done by one day is done by the next; only plans
/// have a last day.
[[nodiscard]] bool done_by(const Claim& claim, const DateMention& date);

}  // namespace parallax
