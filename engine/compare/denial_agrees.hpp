#pragma once

/// Denials that fit what the other side asserts. Internal to engine/compare. English.

#include "engine/compare/shared_terms.hpp"

namespace parallax {

/// Both can hold: the denial of an opposite ("nobody was absent", "all attended"), of the present
/// against the past ("no longer belongs", "belonged from 1990 to 2004"), of another person of that
/// name, or what the other side itself calls unlikely. Complexity: O(tokens + terms^2).
[[nodiscard]] bool denial_agrees(const PairContext& pair, const TermPair& s);

}  // namespace parallax
