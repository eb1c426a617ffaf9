#pragma once

/// What is done at the dates that two claims give: two deeds have two dates. Internal to the date
/// rules; total, complexity O(terms).

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// One side arrives, opens or begins where the other leaves, closes or ends, or leaves unchanged
/// what the other moves: two deeds, each with a time of its own.
[[nodiscard]] bool opposite_deeds(const WordTable& words, const Claim& left, const Claim& right);

/// "Had recovered nine bodies by Monday": what is done by one day is done by the next; only plans
/// have a last day.
[[nodiscard]] bool done_by(const Claim& claim, const DateMention& date);

/// Verbs of the two dates tell one deed from either side: "presented to", "received".
[[nodiscard]] bool converse_deeds(const PairContext& pair, const DateMention& a,
                                  const DateMention& b);

/// "Was detained before the ban came into force", "after the ban": a thing of both claims that one
/// side puts in front of what it tells and the other behind. The two words of time, nullptr where
/// there are none. English.
struct Sequence {
  const Term* left = nullptr;
  const Term* right = nullptr;
};
[[nodiscard]] Sequence opposite_sequence(const PairContext& pair, const EventGate& gate);

/// One of the events of a date is told by both sides, and on neither only says whom ("the detained
/// leaders"). O(events * terms).
[[nodiscard]] bool deed_of_both(const PairContext& pair, const EventGate& gate,
                                const std::vector<StemId>& events);

}  // namespace parallax
