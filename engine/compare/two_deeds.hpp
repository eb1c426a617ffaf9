#pragma once

/// Two names of one matter that are told by two deeds. English. Internal to two_parts.

#include <string_view>

#include "engine/compare/arguments.hpp"

namespace parallax {

/// A name with its side and its part. References must outlive it.
struct Told {
  const ClaimSide& side;
  const Term& name;
  const Argument& part;
};

/// The word of a verb that is no auxiliary: "beaten" of "was beaten"; "participated" of "took
/// part".
[[nodiscard]] std::string_view verb_word(const PairContext& pair, const ClaimSide& side,
                                         const Term& verb);

/// "Was brokered by Norrun", "was violated by Halde": both do something that is told by verbs which
/// say something, and not the same. O(terms).
[[nodiscard]] bool other_deed(const PairContext& pair, const EventGate& gate, const Told& left,
                              const Told& right);

/// "Delivers electricity to the camp", "water is delivered by": one deed, done to two things that
/// the other side does not know. O(terms^2).
[[nodiscard]] bool other_things(const PairContext& pair, const Told& left, const Told& right);

}  // namespace parallax
