#pragma once

/// Figures told by a form of words that no single number gives: votes for and against, the score of
/// a match, a place in an order, how many times as much. English. Internal to engine/compare.

#include <cstdint>
#include <string>

#include "engine/compare/other_matter.hpp"

namespace parallax {

/// Two figures that belong together, or one; below 0 where the claim does not give it.
struct Tally {
  double first = -1.0;   ///< Votes for, goals of the winner, place, factor.
  double second = -1.0;  ///< Votes against, goals of the loser.
  std::uint32_t first_token = 0, last_token = 0;
  bool worded = false;  ///< Told by words that the other readers take for no figure ("doubled").

  [[nodiscard]] bool given() const { return first >= 0.0 || second >= 0.0; }
};

/// A whole number in digits or words at token `i`; below 0 if there is none. `next` gets the token
/// behind it.
[[nodiscard]] double whole_at(const ClaimWords& c, std::uint32_t i, std::uint32_t& next);

/// "By seven votes to two", "with 40 members in favour", "two judges dissenting". O(tokens).
[[nodiscard]] Tally votes_of(const ClaimWords& c);

/// "Won 3-1", "by two goals to nil"; the larger first. O(tokens).
[[nodiscard]] Tally score_of(const ClaimWords& c);

/// "Came third", "in seventh place". O(tokens).
[[nodiscard]] Tally placing_of(const ClaimWords& c);

/// "Doubled", "was cut by a tenth", "rose by 20 per cent": by how much it was multiplied.
/// O(tokens).
[[nodiscard]] Tally growth_of(const ClaimWords& c);

}  // namespace parallax
