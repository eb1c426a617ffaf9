#pragma once

/// What became of people ("killed", "wounded", "missing"): tolls. Internal to pairing and rules.

#include <vector>

#include "engine/facts/claim.hpp"

namespace parallax {

/// True for the concept of an outcome.
[[nodiscard]] bool is_outcome(const WordTable& words, StemId id);

/// A claim's word on one outcome: how many there were, or that there were none.
struct Toll {
  StemId outcome{};
  const Term* word = nullptr;       ///< The term of the outcome.
  const Quantity* count = nullptr;  ///< Bound to it; nullptr if none is given.
  bool none = false;                ///< "Nobody was hurt", "no casualties".
};

/// In text order, one an outcome; frames and background left out. Pointers live as long as the
/// claim. Complexity O(terms * quantities).
[[nodiscard]] std::vector<Toll> tolls_of(const WordTable& words, const Claim& claim);

}  // namespace parallax
