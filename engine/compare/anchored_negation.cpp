/// One side denies what the other tells in other words.

#include <algorithm>

#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/arguments.hpp"
#include "engine/compare/denial_reach.hpp"

namespace parallax {
namespace {

/// Says what happens: a verb, something said of the subject, or the object of a light verb
/// ("carried out no strikes").
bool tells_deed(const PairContext& pair, const Term& term) {
  const bool deed =
      term.verb || (term.event && term.predicative) ||
      (term.event && term.slot == Slot::kObject && light_verb(pair.words.stem(term.governor))) ||
      (term.event && term.slot == Slot::kObject && pair.words.stem(term.governor) == "=implement");
  return deed && term.modality == Modality::kFact && !term.speech && !term.relative && !term.frame;
}

/// The first telling of what happens under an id; nullptr if the claim tells it in two ways.
const Term* telling(const PairContext& pair, const Claim& claim, const EventGate& gate,
                    bool negated) {
  const Term* first = nullptr;
  for (const Term& term : claim.terms) {
    if (!in_common(gate, term.id) || !tells_deed(pair, term)) {
      continue;
    }
    if (term.negated != negated) {
      return nullptr;
    }
    first = first == nullptr ? &term : first;
  }
  return first;
}

/// How much of what both sides tell one side tells under a negation.
struct Denied {
  std::size_t common = 0, negated = 0;
  const Term* first = nullptr;  ///< The first of them that is no name, a denied one if there is.
  bool fact = true;
};

Denied denied_in(const Claim& claim, const EventGate& gate) {
  Denied denied;
  for (const Term& term : claim.terms) {
    if (!is_told(term) || !in_common(gate, term.id)) {
      continue;
    }
    ++denied.common;
    denied.negated += term.negated ? 1U : 0U;
    denied.fact = denied.fact && term.modality == Modality::kFact;
    if (!is_entity(term) && (denied.first == nullptr || (term.negated && !denied.first->negated))) {
      denied.first = &term;
    }
  }
  return denied;
}

/// The main verb is denied, and with it nearly all that both sides tell.
bool denies_whole(const Claim& claim, const Denied& denied) {
  const auto verb = std::find_if(claim.terms.begin(), claim.terms.end(), [](const Term& term) {
    return term.verb && !term.frame && !term.relative && !term.speech;
  });
  return verb != claim.terms.end() && verb->negated && denied.common >= 2 &&
         3 * denied.negated >= 2 * denied.common;
}

}  // namespace

void anchored_negation(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const bool left_denies = pair.left.negators == 1 && pair.right.negators == 0;
  const bool right_denies = pair.right.negators == 1 && pair.left.negators == 0;
  if (!(left_denies || right_denies) || pair.left.question || pair.right.question ||
      pair.left.disputed || pair.right.disputed) {
    return;
  }
  const Term* a = telling(pair, pair.left, gate, left_denies);
  const Term* b = telling(pair, pair.right, gate, right_denies);
  if (a == nullptr || b == nullptr) {
    const Denied left = denied_in(pair.left, gate);
    const Denied right = denied_in(pair.right, gate);
    const bool whole =
        left_denies ? denies_whole(pair.left, left) : denies_whole(pair.right, right);
    if (!whole || (left_denies ? right.negated : left.negated) > 0 || !left.fact || !right.fact) {
      return;
    }
    a = left.first;
    b = right.first;
    if (a == nullptr || b == nullptr) {
      return;
    }
  }
  if (denial_spares(pair, gate, {a, b})) {
    return;
  }
  out.push_back(anchored_finding("negation", {a->span, {{"negated", left_denies}}},
                                 {b->span, {{"negated", right_denies}}},
                                 left_denies ? "the left side denies what the right side asserts"
                                             : "the right side denies what the left side asserts"));
}

}  // namespace parallax
