#pragma once

/// The one place of each of two claims that tell one deed in two ways: "came down near Sarn", "the
/// crash happened at Odel". Internal to diverge.

#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Appends at most one finding, a difference by rule "place.told", and none where others found
/// something. English. Complexity O(terms^2).
void diverge_retold_places(const PairContext& pair, const EventGate& gate,
                           std::vector<Finding>& out);

}  // namespace parallax
