#pragma once

/// Divergences between parts of two claims: what long sentences tell besides keeps them apart as
/// wholes. Internal to diverge.

#include <vector>

#include "engine/compare/diverge.hpp"
#include "engine/compare/event_gate.hpp"

namespace parallax {

/// The rules that need the gate alone (diverge.cpp).
[[nodiscard]] std::vector<Finding> diverge_whole(const PairContext& pair, const EventGate& opened);

/// The same of the main clauses alone, where they share most of what they say; no notes.
[[nodiscard]] std::vector<Finding> diverge_main(const PairContext& pair, const EventGate& opened);

/// The same of any clause of one side against any of the other, where the two are nearly worded
/// alike; the nearest two of those that differ. No notes. Complexity: clauses^2 * terms.
[[nodiscard]] std::vector<Finding> diverge_clauses(const PairContext& pair,
                                                   const EventGate& opened);

}  // namespace parallax
