#pragma once

/// Stages of one course of events: two of them are two events, each with a day and a place of its
/// own (scripts: R. Schank, R. Abelson: Scripts, Plans, Goals and Understanding, 1977). Internal to
/// the rules of dates and places.

#include <cstdint>

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// "Was charged on 12 January", "the trial opened on 5 May": what the clauses of the two tokens
/// tell are stages of one course, and not the same. English; else false. Complexity O(stages^2).
[[nodiscard]] bool other_stages(const PairContext& pair, std::uint32_t left, std::uint32_t right);

/// The same of the verbs next in front of the two tokens alone: "the bodies that were found were
/// identified on 4 May". Complexity O(stages^2).
[[nodiscard]] bool other_nearest_stages(const PairContext& pair, std::uint32_t left,
                                        std::uint32_t right);

/// "Passed away on 3 May", "died on 5 May": the clauses of the two tokens tell one stage of one
/// course. English; else false. Complexity O(stages^2).
[[nodiscard]] bool same_stage(const PairContext& pair, std::uint32_t left, std::uint32_t right);

/// The same by verbs of both clauses. Complexity O(stages^2).
[[nodiscard]] bool same_told_stage(const PairContext& pair, std::uint32_t left,
                                   std::uint32_t right);

/// A verb of the token's clause tells a stage or a deed of the table.
[[nodiscard]] bool told_stage(const Claim& claim, std::uint32_t token);

/// What the clause of the token tells begins something that lasts: "joined", "took effect".
[[nodiscard]] bool begins(const Claim& claim, std::uint32_t token);

/// "Reopened", "able to pass again": here "again" tells of no second time.
[[nodiscard]] bool reopens(const Claim& claim);

/// The clause of one of the two tokens tells something on top, that of the other does not: "also
/// visited", "as well". English.
[[nodiscard]] bool told_in_addition(const PairContext& pair, std::uint32_t left,
                                    std::uint32_t right);

}  // namespace parallax
