#pragma once

/// Two positions on one thing, by what each side is for or against. Internal to engine/compare.

#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// "Backs the sale of the port to Ostria", "selling the port to Ostria would be a mistake": one
/// side is for what the other is against. Speaks where no other family does; English. Complexity:
/// O(stances^2 * terms^2).
void diverge_positions(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);

}  // namespace parallax
