#pragma once

/// The side of a thing on which something happened: "on the eastern bank of the Sarn", "on the
/// western shore of the Sarn". Internal to diverge.

#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Appends at most one finding, a difference by rule "place.compass", and none where others found
/// something. English. Complexity O(tokens + terms^2).
void diverge_retold_sides(const PairContext& pair, const EventGate& gate,
                          std::vector<Finding>& out);

}  // namespace parallax
