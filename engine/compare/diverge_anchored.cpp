/// Claims that tell one event in words so different that the other rules take them for two: what
/// ties them together (anchors.hpp) is strong, and exactly one thing of a kind differs. Speaks only
/// where no other family found anything; its findings are differences, and less sure.

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/number_values.hpp"

namespace parallax {
namespace {

constexpr double kConfidence = 0.5;

/// The other families, as if all that only one side says were left out.
std::vector<Finding> by_shared(const PairContext& pair, const EventGate& gate) {
  const EventGate shared = without(gate, gate.left, gate.right);
  std::vector<Finding> found;
  if (!gate.substituted) {
    diverge_polarity(pair, shared, found);
  }
  diverge_stance(pair, shared, found);
  diverge_retold(pair, shared, found);
  std::erase_if(found, [](const Finding& f) {
    return f.severity == Severity::kNote || f.kind == "modality" || f.rule == "strength.plan";
  });
  for (Finding& f : found) {
    f.severity = Severity::kDifference;
    f.confidence = kConfidence;
  }
  return found;
}

}  // namespace

Finding anchored_finding(std::string kind, FindingSide left, FindingSide right,
                         std::string explanation) {
  Finding f;
  f.kind = std::move(kind);
  f.severity = Severity::kDifference;
  f.rule = f.kind + ".anchored";
  f.confidence = kConfidence;
  f.left = std::move(left);
  f.right = std::move(right);
  f.explanation = "Of one event, told in other words, " + std::move(explanation);
  return f;
}

namespace {

/// The one figure, day or place that differs. REQUIRES: the claims are anchored.
void anchored_values(const PairContext& pair, const EventGate& gate, const Anchors& anchors,
                     bool noted, std::vector<Finding>& found) {
  const bool elsewhere = gate.other_place || gate.other_party;
  const bool one_matter = !gate.other_event && !gate.contrasted && !gate.substituted;
  if (!one_matter) {
    return;
  }
  const bool one_polarity = pair.left.negators % 2 == pair.right.negators % 2;
  if (!gate.other_time && !elsewhere && !gate.other_period && !noted) {
    anchored_numbers(pair, gate, found);
  }
  if (found.empty() && !elsewhere && one_polarity) {
    anchored_dates(pair, gate, anchors, found);
  }
  // "300 tents at Selm", "120 tents at Tarsk": two counts
  if (found.empty() && !gate.other_time && one_polarity && !own_figures(pair.left, pair.right)) {
    anchored_places(pair, anchors, found);
  }
}

}  // namespace

void diverge_anchored(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (says_something(out) || tell_parts(pair.left, pair.right) || each_of_itself(pair, gate)) {
    return;
  }
  const Anchors anchors = anchors_of(pair, gate);
  if (!anchored(anchors, gate)) {
    return;
  }
  std::vector<Finding> found = by_shared(pair, gate);
  const bool noted = std::any_of(out.begin(), out.end(),
                                 [](const Finding& f) { return f.rule.starts_with("number."); });
  const bool one_matter =
      !gate.other_event && !gate.contrasted && !gate.other_time && !gate.substituted;
  const bool elsewhere = gate.other_place || gate.other_party;
  const bool one_polarity = pair.left.negators % 2 == pair.right.negators % 2;
  if (found.empty()) {
    anchored_values(pair, gate, anchors, noted, found);
  }
  if (found.empty() && one_matter && !elsewhere) {
    anchored_negation(pair, gate, found);
  }
  // "the authorities have cleared it", "the police are about to clear it": one deed
  constexpr double kOneDeed = 0.75;
  const bool one_deed = gate.overlap >= kOneDeed && !gate.other_place;
  if (found.empty() && !gate.other_event && !gate.contrasted && (!elsewhere || one_deed)) {
    anchored_force(pair, gate, found);
  }
  if (found.empty() && one_matter && !elsewhere) {
    anchored_states(pair, gate, found);
  }
  if (found.empty() && one_matter && !gate.other_place) {
    anchored_stance(pair, gate, found);
  }
  if (found.empty() && one_matter && one_polarity && !gate.other_place) {
    anchored_names(pair, anchors, found);
  }
  out.insert(out.end(), std::make_move_iterator(found.begin()),
             std::make_move_iterator(found.end()));
}

}  // namespace parallax
