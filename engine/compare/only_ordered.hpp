#pragma once

/// What is only asked for, beside the denial that it has been done yet. Internal to the negation
/// rules.

#include "engine/compare/other_matter.hpp"

namespace parallax {

/// "The court ordered the firm to publish it", "had not yet published it": what is ordered is not
/// told as done.
/// English. Complexity O(terms^2).
[[nodiscard]] bool only_ordered(const ClaimWords& denier, const ClaimWords& other);

}  // namespace parallax
