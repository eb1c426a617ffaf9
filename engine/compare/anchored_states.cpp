/// One thing is in a state, or moves, on one side and in the opposite one on the other.

#include <algorithm>

#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/directions_apart.hpp"

namespace parallax {
namespace {

constexpr double kConfidence = 0.5;

/// What is in that state, or moves, is what both sides speak of: one of the told terms beside it
/// that is no name.
bool of_shared(const Claim& claim, const EventGate& gate, const Direction& d) {
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t at = claim.terms[d.term].token;
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::uint32_t far = term.token > at ? term.token - at : at - term.token;
    return far <= kReach && term.clause == claim.terms[d.term].clause && is_told(term) &&
           !is_entity(term) && !term.verb && in_common(gate, term.id) &&
           (term.span.end <= d.span.begin || term.span.begin >= d.span.end);
  });
}

/// Said to be so.
bool asserted(const Claim& claim, const Direction& d) {
  const Term& term = claim.terms[d.term];
  return !claim.question && !claim.disputed && claim.commitment != "conditional" &&
         term.modality == Modality::kFact && !term.frame && !term.relative;
}

}  // namespace

void anchored_states(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_time || gate.other_period || other_way_or_period(pair, gate)) {
    return;
  }
  const EventGate shared = without(gate, gate.left, gate.right);
  for (const Direction& a : pair.left.directions) {
    for (const Direction& b : pair.right.directions) {
      if (a.axis == b.axis && asserted(pair.left, a) && asserted(pair.right, b) &&
          of_shared(pair.left, gate, a) && of_shared(pair.right, gate, b) &&
          directions_apart(pair, shared, a, b)) {
        out.push_back(direction_finding(pair, a, b));
        out.back().severity = Severity::kDifference;
        out.back().confidence = kConfidence;
        return;
      }
    }
  }
}

}  // namespace parallax
