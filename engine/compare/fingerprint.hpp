#pragma once

/// The name of a finding that outlives layout: what a baseline holds.

#include <string>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// 16 hex digits (XXH3-64) over kind, rule, and for each side the words of the evidence and of its
/// claim. Words are folded, and blanks, line breaks and marks do not count: rewrapping, moving
/// paragraphs, other quotation marks or dashes change nothing, another word does. The two sides are
/// ordered by their bytes, so that swapping them changes nothing. Complexity: linear in the claims'
/// tokens.
[[nodiscard]] std::string fingerprint(const PairContext& pair, const Finding& finding);

}  // namespace parallax
