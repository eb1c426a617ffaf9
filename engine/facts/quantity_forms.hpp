#pragma once

/// Forms of words beside a number that say what it measures. English. Internal to engine/facts.

#include "engine/facts/claim_context.hpp"

namespace parallax {

/// "A boy of 14", "a magnitude of 6.1", "31 degrees below zero": gives the quantity at
/// [first, end) its unit or its sign. Complexity O(1).
void mark_forms(const ClaimContext& context, std::size_t first, std::size_t end, Quantity& q);

}  // namespace parallax
