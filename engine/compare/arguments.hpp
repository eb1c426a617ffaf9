#pragma once

/// Which part a noun phrase has in what its clause says, whatever the voice: "X submitted the
/// draft", "the draft was submitted by X", "it was X that submitted the draft".

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/compare/event_gate.hpp"

namespace parallax {

enum class ArgumentPart : std::uint8_t { kUnknown, kAgent, kPatient, kOblique, kReceiver };

struct Argument {
  ArgumentPart part = ArgumentPart::kUnknown;
  StemId verb{};            ///< Of its clause; StemId{} if it has none.
  StemId preposition{};     ///< Of kOblique.
  std::uint32_t deeds = 0;  ///< Of converse verbs ("award", "win"), told as by the giver; 0 = none.
};

/// One side of a pair. References must outlive it.
struct ClaimSide {
  const Document& document;
  const Claim& claim;
};

/// Part of `term` in its clause. kUnknown where clauses are not read (other languages than English)
/// or the clause has no verb. REQUIRES: `term` is of the claim. Complexity O(terms).
[[nodiscard]] Argument argument_of(const WordTable& words, const ClaimSide& side, const Term& term);

/// Both parts are known and answer each other; obliques by their preposition.
[[nodiscard]] bool same_argument(const Argument& a, const Argument& b);

/// True for the stem of a verb that leaves it to a noun what is done: "carried out the attack".
[[nodiscard]] bool light_verb(std::string_view stem);

/// Subjects of the clause that `token` stands in, frames and background left out; ids in text
/// order. `verb` gets the active verb between them and the token, StemId{} if there is none.
[[nodiscard]] std::vector<StemId> subjects_of(const Claim& claim, std::uint32_t token,
                                              StemId& verb);

}  // namespace parallax
