#pragma once

/// What lets two times stand beside each other although they differ: a last day and the deed done
/// before it, two clocks, two sessions of one body, a second time. English. Internal to the date
/// rules.

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// Symmetric. Complexity O(tokens + terms^2).
[[nodiscard]] bool other_times(const PairContext& pair, const EventGate& gate, const DateMention& a,
                               const DateMention& b);

/// "Again", "a second time", "another meeting" on one side alone; not where both reopen. O(tokens).
[[nodiscard]] bool again_on_one_side(const PairContext& pair);

}  // namespace parallax
