#include "engine/compare/diverge_steps.hpp"

#include <algorithm>
#include <string_view>

#include "engine/compare/number_values.hpp"
#include "engine/compare/other_matter.hpp"

namespace parallax {
namespace {

/// What both sides say beside the steps must agree this much.
constexpr double kOverlap = 0.5;
constexpr double kJaccard = 0.3;
constexpr std::size_t kShared = 3;
constexpr double kConfidence = 0.55;

/// Ladders of what the speaker says: their words may stand in the frame ("insisted that").
bool of_speech(std::string_view ladder) {
  return ladder == "demand" || ladder == "disapproval" || ladder == "certainty";
}

/// The claim has the other end of the ladder, too.
bool both_ends(const Claim& claim, const Direction& step) {
  return std::any_of(claim.steps.begin(), claim.steps.end(), [&](const Direction& other) {
    return other.axis == step.axis && other.sign != step.sign;
  });
}

bool counts(const Claim& claim, const Direction& step) {
  const Term& term = claim.terms[step.term];
  return !step.negated && (!term.frame || of_speech(step.axis)) && !both_ends(claim, step);
}

bool asserted(const Claim& claim) {
  return !claim.question && !claim.disputed && claim.commitment != "conditional" && !claim.general;
}

/// Unshared content inside the words of any step.
std::size_t open_steps(const Claim& claim, const EventGate& gate) {
  std::size_t count = 0;
  ByteSpan last{};
  for (const Direction& step : claim.steps) {
    if (step.span != last) {
      count += open_inside(claim, gate, step.span);
      last = step.span;
    }
  }
  return count;
}

/// "All the clinics", "most clinics": near ends of one ladder tell something only of one thing, in
/// claims that share most of what they say.
bool near_ends_fit(const PairContext& pair, const EventGate& gate, const Direction& a,
                   const Direction& b) {
  constexpr double kSameTelling = 0.6;
  if (a.axis != "wholeness") {
    return true;
  }
  const auto counted = [](const Claim& claim, const Direction& step) -> const Term* {
    const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.span.begin >= step.span.end && term.kind != TermKind::kFunction;
    });
    return it == claim.terms.end() ? nullptr : &*it;
  };
  const Term* left = counted(pair.left, a);
  const Term* right = counted(pair.right, b);
  return gate.jaccard >= kSameTelling && left != nullptr && right != nullptr &&
         (left->id == right->id || left->stem == right->stem);
}

/// "Asked the banks to report", "must set aside capital": what is demanded stands behind the words,
/// or is the subject of a demand ("the release of X is demanded"); both sides must speak of it.
bool demands_shared(const Document& document, const Claim& claim, const EventGate& gate,
                    const Direction& step) {
  const std::string_view words = document.slice(step.span);
  const bool modal = words.starts_with("must") || words.starts_with("shall") ||
                     words.starts_with("has to") || words.starts_with("have to");
  return step.axis != "demand" ||
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           const bool beside =
               term.span.begin >= step.span.end || (term.slot == Slot::kSubject && !modal);
           return beside && is_told(term) && !is_entity(term) && !term.actor &&
                  in_common(gate, term.id);
         });
}

Finding finding_of(const PairContext& pair, const Direction& a, const Direction& b) {
  Finding f;
  f.kind = "strength";
  f.severity = Severity::kDifference;
  f.rule = "strength.step";
  f.confidence = kConfidence;
  f.slot = a.axis;
  f.left = {a.span, {{"ladder", a.axis}, {"grade", std::string(a.sign > 0 ? "high" : "low")}}};
  f.right = {b.span, {{"ladder", b.axis}, {"grade", std::string(b.sign > 0 ? "high" : "low")}}};
  f.explanation = "Two ends of the ladder \"" + a.axis + "\": \"" +
                  std::string(pair.left_document.slice(a.span)) + "\" against \"" +
                  std::string(pair.right_document.slice(b.span)) + "\"";
  return f;
}

}  // namespace

void diverge_steps(const PairContext& pair, const EventGate& opened, std::vector<Finding>& out) {
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (!english || pair.left.steps.empty() || pair.right.steps.empty() || says_something(out) ||
      opened.other_event || opened.contrasted || opened.other_party || opened.other_place ||
      other_dates(pair.left, pair.right) || tell_parts(pair.left, pair.right) ||
      other_ordinals(pair) || other_relation_to_time(pair) || !asserted(pair.left) ||
      !asserted(pair.right)) {
    return;
  }
  const EventGate gate =
      without(opened, open_steps(pair.left, opened), open_steps(pair.right, opened));
  if (gate.overlap < kOverlap || gate.jaccard < kJaccard || gate.shared < kShared) {
    return;
  }
  // of several the first in both texts, whichever side is the left
  const Direction* left = nullptr;
  const Direction* right = nullptr;
  for (const Direction& a : pair.left.steps) {
    for (const Direction& b : pair.right.steps) {
      const bool earlier =
          left == nullptr || a.span.begin + b.span.begin < left->span.begin + right->span.begin;
      if (earlier && a.axis == b.axis && a.sign != b.sign && counts(pair.left, a) &&
          counts(pair.right, b) && near_ends_fit(pair, gate, a, b) &&
          demands_shared(pair.left_document, pair.left, gate, a) &&
          demands_shared(pair.right_document, pair.right, gate, b)) {
        left = &a;
        right = &b;
      }
    }
  }
  if (left != nullptr) {
    out.push_back(finding_of(pair, *left, *right));
  }
}

}  // namespace parallax
