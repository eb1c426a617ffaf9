#pragma once

/// What is not so at an earlier time may be so at a later one. English. Internal to the rules of
/// dates.

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// "In May the board had no answer", "answered on 17 June"; "was still undecided on 2 June",
/// "decided on 9 June". O(tokens).
[[nodiscard]] bool not_yet(const PairContext& pair, const DateMention& left,
                           const DateMention& right);

}  // namespace parallax
