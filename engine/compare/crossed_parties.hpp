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

struct FoundCrossing {
  Crossing crossing = Crossing::kNone;
  Finding finding;  ///< Of kCrossed.
};

/// How the parties of the claims' deeds stand to each other, read once for a pair: gates of one
/// pair share what is asked of them here. Lives as long as the pair's memo. Symmetric. Complexity:
/// O(deeds^2 * parties^2).
[[nodiscard]] const FoundCrossing& crossing_of(const PairContext& pair, const EventGate& gate);

}  // namespace parallax
