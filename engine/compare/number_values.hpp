#pragma once

/// Sums of quantities, beside `numbers_apart` of diverge.hpp. Internal to the number rules.

#include <vector>

#include "engine/facts/claim.hpp"

namespace parallax {

/// True if `total` is what the other side's counts of the same event add up to.
[[nodiscard]] bool adds_up(const Quantity& total, const std::vector<Quantity>& parts);

}  // namespace parallax
