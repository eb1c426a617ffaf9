#pragma once

/// May two claims that no rule tells apart be said to agree?

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// Two claims tell enough of the same for an agreement: content, a deed, parties, places. Across
/// languages only their alignment knows: true. Complexity: O(terms^2).
[[nodiscard]] bool tells_same(const PairContext& pair, const EventGate& gate);

/// Something stands open between two claims though no rule says what differs: one denies more than
/// the other, one is for and one against something, their states exclude each other ("valid", "null
/// and void"), one makes a duty of something and one leaves something open, or their days or
/// figures differ. No agreement can be told. Complexity: O(facts^2).
[[nodiscard]] bool stands_open(const Claim& left, const Claim& right);
/// Opposite states or positions alone: of several sentences that one answers, any two may hold
/// them.
[[nodiscard]] bool opposed_states(const Claim& left, const Claim& right);

}  // namespace parallax
