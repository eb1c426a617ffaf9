#pragma once

/// Whether what one side leaves open is the deed that the other tells. Internal to the rules of
/// modality. English. Complexity O(terms^2).

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// Words that leave something open on one side, and the deed that the other side tells.
struct OpenDeed {
  const Force& force;
  const Term& deed;
};

/// What is open is the deed itself: not an appeal against it, and no next step after it ("visited
/// Lisbon and plans to go on to Porto").
[[nodiscard]] bool open_deed(const PairContext& pair, const Document& document, const Claim& claim,
                             const OpenDeed& open);

/// "Arrested the owner", "want to question the owner": what is open follows on the deed.
[[nodiscard]] bool follows_up(const PairContext& pair, const Claim& claim, const OpenDeed& open);

/// "Intends to buy a third crane": one more, where the other side counts none.
[[nodiscard]] bool one_more(const PairContext& pair);

}  // namespace parallax
