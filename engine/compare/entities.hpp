#pragma once

/// Are two names one person, organisation, country or place?

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// "in Mosul", "in Iraq": one lies in the other. Symmetric.
[[nodiscard]] bool place_within(const Term& a, const Term& b);

/// Same id; one name a part of the other ("Aliyeva", "Sabina Aliyeva"); two spellings; an acronym
/// and its long form; a place and the country that it lies in. Symmetric.
[[nodiscard]] bool same_entity(const PairContext& pair, const Term& left, const Term& right);

/// "The agreement with Thailand, says Switzerland", "the agreement with Switzerland, says
/// Thailand": each side names the other as its partner. `left` and `right` are of their claims.
[[nodiscard]] bool name_each_other(const PairContext& pair, const Term& left, const Term& right);

}  // namespace parallax
