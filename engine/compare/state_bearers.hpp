#pragma once

/// Whom or what a state or a movement is told of. Internal to engine/compare. English.

#include <vector>

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// Heads of the noun phrases that a state is told of: the object of a verb that acts, the noun that
/// it describes, the subject of all else. Complexity: O(terms).
[[nodiscard]] std::vector<const Term*> bearers(const WordTable& words, const Claim& claim,
                                               const Direction& direction);

struct Bearer {
  bool shared = false;
  bool named = false;  ///< By a name that is no country and no place, or by an office of one.
};

/// One of the bearers of two states is the same. Complexity: O(terms).
[[nodiscard]] Bearer one_bearer(const PairContext& pair, const Direction& left,
                                const Direction& right);

}  // namespace parallax
