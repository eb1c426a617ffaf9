#pragma once

/// Internal to the rules of numbers.

#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Votes, scores and multiples (tallies.hpp) that cannot both hold; a `number` where no rule found
/// anything. English. Complexity O(tokens).
void diverge_tallies(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);

/// "Ranks third", "came seventh". English. Complexity O(tokens).
void diverge_placings(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);

}  // namespace parallax
