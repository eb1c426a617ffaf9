#pragma once

/// Is it one deed, or one and another done in return? Internal to the rules of roles.

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Both sides give figures or days, and they share none, or one side tells what it did in return.
[[nodiscard]] bool tells_return(const PairContext& pair);

/// Both give one day, or a figure that says more than "two".
[[nodiscard]] bool one_figure(const Claim& left, const Claim& right);

}  // namespace parallax
