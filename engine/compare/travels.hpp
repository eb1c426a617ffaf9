#pragma once

/// Who travels is in two places on two days. Internal to the rules of names and places.

#include "engine/compare/diverge.hpp"

namespace parallax {

/// A finding of place on somebody who was said, on another day, to be elsewhere: "is in Berlin, the
/// ministry said on Monday", "arrived in Paris on Thursday". English. Complexity: O(terms +
/// dates^2).
[[nodiscard]] bool travelled(const PairContext& pair, const Finding& finding);

}  // namespace parallax
