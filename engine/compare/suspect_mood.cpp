/// What one side tells as done and the other as planned, possible, due or tried.

#include <algorithm>
#include <string_view>

#include "engine/compare/suspects.hpp"

namespace parallax {
namespace {

double flag(bool holds) {
  return holds ? 1.0 : 0.0;
}

/// How a predicate is told: by its own modality, or by the one kind of force of the claim.
std::string_view told(const Claim& claim, const Term& term) {
  switch (term.modality) {
    case Modality::kIntended:
    case Modality::kFuture:
      return "plan";
    case Modality::kPossible:
      return "may";
    case Modality::kObligation:
    case Modality::kRequested:
      return "must";
    case Modality::kAttempted:
      return "tried";
    case Modality::kConditional:
    case Modality::kQuestion:
      return "open";
    case Modality::kFact:
      break;
  }
  if (claim.forces.empty()) {
    return "fact";
  }
  const std::string& kind = claim.forces.front().kind;
  return kind == "plan" || kind == "tried" ? std::string_view(kind)
         : kind == "duty"                  ? "must"
         : kind == "leave"                 ? "may"
                                           : "open";
}

bool tells(const Term& term) {
  return is_told(term) && !term.speech && (term.verb || term.event);
}

Traits mood_traits(const PairContext& pair, const EventGate& gate, Traits traits, const Term& a,
                   const Term& b) {
  const std::string_view left = told(pair.left, a);
  const std::string_view right = told(pair.right, b);
  const auto either = [&](std::string_view kind) { return flag(left == kind || right == kind); };
  traits[Trait::kFact] = either("fact");
  traits[Trait::kPlan] = either("plan");
  traits[Trait::kMay] = either("may");
  traits[Trait::kMust] = either("must");
  traits[Trait::kTried] = either("tried");
  traits[Trait::kLoose] = either("open");
  traits[Trait::kSamePart] = flag(a.id == b.id) + flag(in_common(gate, a.id));
  traits[Trait::kSameSort] = flag(a.verb) + flag(b.verb);
  traits[Trait::kSameHead] = flag(a.passive == b.passive);
  traits[Trait::kHeadOpen] = flag(a.negated) + flag(b.negated);
  traits[Trait::kOwn] = flag(a.event) + flag(b.event);
  traits[Trait::kCertain] = flag(a.clause == 0) + flag(b.clause == 0);
  traits[Trait::kFar] = flag(!pair.left.forces.empty()) + flag(!pair.right.forces.empty());
  traits[Trait::kPartial] = flag(a.predicate) + flag(b.predicate);
  return traits;
}

}  // namespace

void suspect_moods(const PairContext& pair, const EventGate& gate, const Traits& traits,
                   std::vector<Suspect>& out) {
  for (const Term& a : pair.left.terms) {
    if (!tells(a)) {
      continue;
    }
    for (const Term& b : pair.right.terms) {
      const bool one = tells(b) && (a.id == b.id || kin(a, b) ||
                                    (in_common(gate, a.id) && in_common(gate, b.id)));
      if (!one || told(pair.left, a) == told(pair.right, b)) {
        continue;
      }
      out.push_back({"modality",
                     {a.span, {{"modality", std::string(told(pair.left, a))}}},
                     {b.span, {{"modality", std::string(told(pair.right, b))}}},
                     "one side tells it as " + std::string(told(pair.left, a)) + ", the other as " +
                         std::string(told(pair.right, b)),
                     mood_traits(pair, gate, traits, a, b)});
    }
  }
}

}  // namespace parallax
