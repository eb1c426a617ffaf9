/// One side is for, the other against what both speak of.

#include <algorithm>

#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/other_matter.hpp"

namespace parallax {
namespace {

/// Something that both sides speak of stands beside it: what it is for or against. What evaluates
/// stands behind it: "the ban is an outrage", not "poses a threat to the harbour".
bool near_shared(const Claim& claim, const EventGate& gate, const Stance& stance) {
  constexpr std::uint32_t kReach = 8;
  const std::uint32_t at = claim.terms[stance.term].token;
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::uint32_t distance = term.token > at ? term.token - at : at - term.token;
    return is_told(term) && !is_entity(term) && in_common(gate, term.id) && distance <= kReach &&
           (term.span.end <= stance.span.begin ||
            (term.span.begin >= stance.span.end && stance.ladder != "evaluation"));
  });
}

/// The first thing behind a position: "the principle", of the treaty. nullptr if there is none.
const Term* thing_behind(const Claim& claim, const Stance& stance) {
  const auto thing = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.span.begin >= stance.span.end && is_told(term) && !is_entity(term) &&
           !term.attribute;
  });
  return thing == claim.terms.end() ? nullptr : &*thing;
}

/// "Backs the principle of the treaty", "regrets its wording": two sides of one thing.
bool of_other_aspects(const PairContext& pair, const EventGate& gate, const Stance& left,
                      const Stance& right) {
  const Term* a = thing_behind(pair.left, left);
  const Term* b = thing_behind(pair.right, right);
  return a != nullptr && b != nullptr && !a->verb && !b->verb && !in_common(gate, a->id) &&
         !in_common(gate, b->id);
}

/// +1 or -1 if all that a claim says for or against something points one way; 0 otherwise.
int position_of(const Claim& claim, const EventGate& gate, const Stance** first) {
  int sign = 0;
  for (const Stance& stance : claim.stances) {
    const Term& term = claim.terms[stance.term];
    const int polarity = stance.negated ? -stance.polarity : stance.polarity;
    const bool says = stance.ladder != "legality" &&
                      (stance.ladder != "evaluation" || term.predicative || !term.verb);
    if (polarity == 0 || term.frame || term.relative || term.modality != Modality::kFact || !says ||
        !near_shared(claim, gate, stance)) {
      continue;
    }
    if (sign != 0 && polarity != sign) {
      return 0;
    }
    if (sign == 0) {
      *first = &stance;
    }
    sign = polarity;
  }
  return sign;
}

}  // namespace

void anchored_stance(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const Stance* left = nullptr;
  const Stance* right = nullptr;
  const int a = position_of(pair.left, gate, &left);
  const int b = position_of(pair.right, gate, &right);
  if (a * b >= 0 || other_ordinals(pair) || of_other_aspects(pair, gate, *left, *right)) {
    return;
  }
  out.push_back(anchored_finding(
      "stance", {left->span, {{"act", left->act}, {"polarity", static_cast<double>(a)}}},
      {right->span, {{"act", right->act}, {"polarity", static_cast<double>(b)}}},
      std::string("the ") + (a > 0 ? "left" : "right") + " side is for it, the other against"));
}

}  // namespace parallax
