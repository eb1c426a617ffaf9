#pragma once

/// Things that happen once and are told by a noun: a quake, a by-election, a blackout. Two dates
/// that such a noun of both sides takes are dates of one event, whatever the verbs. English.
/// Internal to the rules of dates.

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// "The quake shook the coast at 05:00", "the tremor felt along the coast came at 07:30"; "will
/// hold the by-election on 3 May", "choose a deputy in the by-election on 10 May". O(terms^2).
[[nodiscard]] bool one_happening(const PairContext& pair, const EventGate& gate,
                                 const DateMention& a, const DateMention& b);

}  // namespace parallax
