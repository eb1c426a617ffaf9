#pragma once

/// Whom a claim makes responsible for what, and who it says did it: "held X responsible for the
/// blackout", "the blackout was caused by X", "gunmen killed the two". English; empty elsewhere.

#include <vector>

#include "engine/compare/arguments.hpp"
#include "engine/compare/event_gate.hpp"

namespace parallax {

struct Blame {
  std::vector<const Term*>
      parties;                    ///< Content of the phrase that names who it was, in text order.
  std::vector<const Term*> deed;  ///< What is laid to them: content of its phrase, or the verb.
  std::vector<const Term*> patients;  ///< To whom or what a verb says it was done.
  bool told_as_deed = false;          ///< By a verb of the deed itself, not by a word of blame.
};

/// In text order; denied, asked and conditional ones are left out. Pointers live as long as the
/// claim. Complexity O(tokens).
[[nodiscard]] std::vector<Blame> blames_of(const WordTable& words, const ClaimSide& side);

}  // namespace parallax
