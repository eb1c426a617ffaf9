#pragma once

/// Opposite states of one thing where the claims are told in other words. Internal to the rules.

#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// "The skipper was sober", "tests found the skipper drunk": one bearer, two states of one axis
/// that exclude each other, or one state asserted and denied in other words. REQUIRES: all other
/// families were asked: speaks only where they found nothing; its findings are differences.
/// English. Complexity: O(terms) for every two directions.
void diverge_states(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);

}  // namespace parallax
