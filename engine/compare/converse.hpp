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
};

struct Converse {
  std::uint8_t group = 0;  ///< Verbs of one group tell one deed; 0 = none.
  ConverseSide side = ConverseSide::kNone;
};

/// By the verb's id or stem. Total; thread safe.
[[nodiscard]] Converse converse_of(const WordTable& words, const Term& verb);

}  // namespace parallax
