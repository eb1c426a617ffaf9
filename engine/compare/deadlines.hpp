#pragma once

/// Last days: until when something may or must be done. English. Internal to the rules of dates.

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// "Owners have until 31 May to enrol their boats", "the enrolment period closes on 30 April": both
/// dates are the last day of something. O(tokens).
[[nodiscard]] bool both_deadlines(const PairContext& pair, const DateMention& a,
                                  const DateMention& b);

}  // namespace parallax
