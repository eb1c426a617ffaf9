#pragma once

/// Two parties that change places around a deed that each side tells in its own words. English.
/// Internal to the rules of roles.

#include "engine/compare/diverge.hpp"

namespace parallax {

enum class Crossing : std::uint8_t {
  kNone,      ///< No deed of both has its two parties told.
  kStraight,  ///< Some deed of both is told with the same parts.
  kCrossed,
  kReturned,  ///< Crossed, but another deed: other days, figures, persons, "in return".
};

/// How the parties of the claims' deeds stand to each other; `finding` is set for kCrossed.
/// Symmetric. Complexity: O(tokens^2).
[[nodiscard]] Crossing crossing_of(const PairContext& pair, const EventGate& gate,
                                   Finding& finding);

}  // namespace parallax
