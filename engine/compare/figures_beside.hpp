#pragma once

/// Figures that answer other questions: a limit of a rule beside what was done in a case, a
/// threshold of a condition, a count of a later hour, the count of another group. English. Internal
/// to engine/compare.

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Symmetric. O(tokens + terms^2).
[[nodiscard]] bool figures_beside(const PairContext& pair, const EventGate& gate,
                                  const Quantity& a, const Quantity& b);

}  // namespace parallax
