#pragma once

/// What a claim says has been done, and to what. Internal to the rules of modality.

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// The main verb of a claim, if it says that something has happened, and both sides speak of the
/// deed or of what it was done to; nullptr otherwise. English. Complexity O(terms^2).
[[nodiscard]] const Term* done_deed(const PairContext& pair, const Document& document,
                                    const Claim& claim, const EventGate& gate);

/// "The evacuation began": of something that goes on.
[[nodiscard]] bool tells_stage(const PairContext& pair, const Term& deed);

}  // namespace parallax
