#pragma once

/// How long before or after something else a thing happens: "nine days after the verdict", "within
/// a day of it", "on the third day of the search". English. Internal to the date rules.

#include <cstdint>
#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Two tellings of one deed that put it at other distances from one thing: a `date` in place of the
/// `number` that the distances may have been taken for. Complexity O(tokens + terms).
void diverge_elapsed(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);

}  // namespace parallax
