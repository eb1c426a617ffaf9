#pragma once

/// With whom a dated deed is done. English. Internal to the date rules.

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// "Signed a treaty with X", "the treaty between it and Y was signed"; "collided with a trawler",
/// "collided with a yacht".
/// Each side has a partner that the other names nowhere. Complexity O(terms^2).
[[nodiscard]] bool other_partners(const PairContext& pair, const EventGate& gate,
                                  const DateMention& a, const DateMention& b);

}  // namespace parallax
