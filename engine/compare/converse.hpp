#pragma once

/// Verbs that tell one deed from either side: sell and buy, award and win, lend and borrow, defeat
/// and lose to, precede and follow.

#include <cstdint>

#include "engine/facts/claim.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// How the parts of a verb's clause answer those of its converse.
enum class ConverseSide : std::uint8_t {
  kNone,       ///< The verb has no converse here.
  kGiving,     ///< "A sells to B": subject gives, "to" receives.
  kReceiving,  ///< "B buys from A": subject receives, "from" gives.
  kLosing,     ///< "B loses to A": subject is the patient, "to" the agent.
  kTurned,     ///< "B follows A": subject and object change places.
  kHearing,    ///< "B learns from A": subject is the patient, "from" the agent.
  kServing,    ///< "B works for A": subject is the patient, "for" the agent.
};

struct Converse {
  std::uint32_t deeds = 0;  ///< Set of deeds that the word may tell, one bit each; 0 = none.
  ConverseSide side = ConverseSide::kNone;
};

/// By stem or id of a verb, or of a noun for its deed ("loan", "purchase"); words of several tokens
/// by their id first. Total; thread safe.
[[nodiscard]] Converse converse_of(const WordTable& words, const Term& verb);

/// A contest, whose loser stands behind "over" or "against": "prevailed over Kelland".
[[nodiscard]] bool contest(const Converse& converse);
/// The same word where it tells of a contest: "won against Kelland", but "won it from Kelland".
[[nodiscard]] Converse as_contest(const Converse& converse);

/// Some deed that both may tell.
[[nodiscard]] constexpr bool one_deed(const Converse& a, const Converse& b) {
  return (a.deeds & b.deeds) != 0;
}

}  // namespace parallax
