#pragma once

/// How far a denial reaches: "did not resign over the report but over the budget" denies no
/// resignation, "did not reach the town by nightfall" no arrival the next morning. English.

#include "engine/compare/shared_terms.hpp"

namespace parallax {

/// True if what one side denies leaves open what the other asserts, though both use one predicate.
/// REQUIRES: exactly one term of `s` is negated. Complexity: O(terms + tokens), quadratic in dates.
[[nodiscard]] bool denial_spares(const PairContext& pair, const EventGate& gate, const TermPair& s);

}  // namespace parallax
