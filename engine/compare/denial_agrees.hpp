#pragma once

/// Denials that fit what the other side asserts. Internal to engine/compare. English.

#include "engine/compare/other_matter.hpp"
#include "engine/compare/shared_terms.hpp"

namespace parallax {

/// Both can hold: the denial of an opposite ("nobody was absent", "all attended"), of the present
/// against the past ("no longer belongs", "belonged from 1990 to 2004"), of another person of that
/// name, or what the other side itself calls unlikely. Complexity: O(tokens + terms^2).
[[nodiscard]] bool denial_agrees(const PairContext& pair, const TermPair& s);

/// "Anna Brandt", "Otto Brandt": one family name, two people. O(terms^2).
[[nodiscard]] bool of_namesakes(const PairContext& pair);

/// Leaves out some of what it speaks of: "except the ferry", "apart from the mayor". O(tokens).
[[nodiscard]] bool with_exception(const ClaimWords& c);

/// "Denied that its guns had fired", "the army of Norland fired": what one side calls its own is
/// part of the party that the other side names beside `theirs`. Complexity: O(terms^2).
[[nodiscard]] bool own_of_party(const ClaimWords& c, const Term& bearer, const Claim& other,
                                const Term& theirs);

}  // namespace parallax
