#pragma once

/// What two claims speak of besides who has a part in it. Internal to diverge_holders.

#include <string_view>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Some name of the other side, told or speaking there, is this one: "Norrun confirmed".
[[nodiscard]] bool named_there(const PairContext& pair, bool left, const Term& name);

/// The name stands nowhere on the other side, in no part and no spelling. A town is not known
/// because its country speaks there, nor a country because of its demonym.
[[nodiscard]] bool unknown_there(const PairContext& pair, bool left, const Term& name);

/// "The contract for the Selm bridge": the name of a thing.
[[nodiscard]] bool names_thing(const Claim& claim, const Term& name);

/// Both sides speak of one thing besides who has `part`: of two things, one of which may be a name
/// or a figure; or of one, and of little else ("the inquiry is led by X", "Y is in charge of the
/// inquiry"). Complexity O(terms^2).
[[nodiscard]] bool one_matter(const PairContext& pair, const EventGate& gate,
                              std::string_view part);

/// "Norland's delegation", "the delegation of Norland": beside the name stands a body of some party
/// that the other side does not know. Complexity O(terms^2).
[[nodiscard]] bool of_own_body(const PairContext& pair, bool left, const Term& name);

}  // namespace parallax
