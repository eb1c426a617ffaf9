/// One thing or deed that one side grades low and the other high: "slight damage", "devastating
/// damage". Speaks only where the other families found nothing; its findings are differences.

#include <algorithm>

#include "engine/compare/diverge.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/other_matter.hpp"

namespace parallax {
namespace {

/// What both sides say beside the grades must agree this much.
constexpr double kOverlap = 0.5;
constexpr double kJaccard = 0.3;

bool one_thing(const EventGate& gate, const Term& a, const Term& b) {
  return a.id == b.id || a.stem == b.stem || kin(a, b) ||
         (in_common(gate, a.id) && in_common(gate, b.id));
}

/// "Serious shortcomings in the records and minor ones in the pharmacy": the claim grades several
/// things, and each in its own way.
bool both_ways(const Claim& claim) {
  return std::any_of(claim.grades.begin(), claim.grades.end(),
                     [&](const Grade& grade) { return grade.high != claim.grades.front().high; });
}

/// Words of degree are no part of what must agree.
EventGate without_grades(const PairContext& pair, const EventGate& gate) {
  const auto open = [&](const Claim& claim) {
    std::size_t count = 0;
    for (const Grade& grade : claim.grades) {
      count += open_inside(claim, gate, grade.span);
    }
    return count;
  };
  return without(gate, open(pair.left), open(pair.right));
}

Finding finding_of(const PairContext& pair, const Grade& a, const Grade& b) {
  Finding f;
  f.kind = "strength";
  f.severity = Severity::kDifference;
  f.rule = "strength.grade";
  f.confidence = 0.65;
  const std::string low(a.high ? pair.right_document.slice(b.span)
                               : pair.left_document.slice(a.span));
  const std::string high(a.high ? pair.left_document.slice(a.span)
                                : pair.right_document.slice(b.span));
  f.slot = std::string(pair.left_document.slice(pair.left.terms[a.head].span));
  f.left = {a.span, {{"grade", std::string(a.high ? "high" : "low")}}};
  f.right = {b.span, {{"grade", std::string(b.high ? "high" : "low")}}};
  f.explanation = "Of one thing, the " + std::string(a.high ? "left" : "right") + " side says \"" +
                  high + "\", the other \"" + low + "\"";
  return f;
}

}  // namespace

void diverge_grades(const PairContext& pair, const EventGate& opened, std::vector<Finding>& out) {
  if (pair.left.grades.empty() || pair.right.grades.empty() || says_something(out) ||
      opened.other_event || opened.substituted || opened.contrasted || opened.other_party ||
      opened.other_place || other_dates(pair.left, pair.right) ||
      tell_parts(pair.left, pair.right) || both_ways(pair.left) || both_ways(pair.right)) {
    return;
  }
  const EventGate gate = without_grades(pair, opened);
  if (gate.overlap < kOverlap || gate.jaccard < kJaccard || gate.shared < 2 ||
      other_ordinals(pair)) {
    return;
  }
  for (const Grade& a : pair.left.grades) {
    const Term& left = pair.left.terms[a.head];
    for (const Grade& b : pair.right.grades) {
      const Term& right = pair.right.terms[b.head];
      if (a.high != b.high && one_thing(gate, left, right) && left.negated == right.negated &&
          left.modality == right.modality) {
        out.push_back(finding_of(pair, a, b));
        return;
      }
    }
  }
}

}  // namespace parallax
