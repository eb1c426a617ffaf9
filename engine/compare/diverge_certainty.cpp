/// Certain on one side, only possible on the other.

#include <string>

#include "engine/compare/anchors.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/number_values.hpp"

namespace parallax {
namespace {

constexpr double kConfidence = 0.5;

/// The claim calls the thing certain (1) or only possible (-1), and nothing else; 0 otherwise.
int certainty_of(const Claim& claim, const Direction*& word) {
  int sign = 0;
  for (const Direction& step : claim.steps) {
    if (step.axis != "certainty") {
      continue;
    }
    const int here = step.negated ? -step.sign : step.sign;
    if (sign != 0 && here != sign) {
      return 0;
    }
    word = sign == 0 ? &step : word;
    sign = here;
  }
  return sign;
}

bool asserted(const Claim& claim) {
  return !claim.question && !claim.disputed && claim.commitment != "conditional" && !claim.general;
}

/// "It is certain that it was lit", "arson is a possible cause": the claims need share no more than
/// what ties them to one event.
void certain_or_possible(const PairContext& pair, const EventGate& gate,
                         std::vector<Finding>& out) {
  const Direction* left = nullptr;
  const Direction* right = nullptr;
  const int a = certainty_of(pair.left, left);
  const int b = certainty_of(pair.right, right);
  if (a * b >= 0 || !asserted(pair.left) || !asserted(pair.right) || gate.other_event ||
      gate.contrasted || gate.other_party || gate.other_place ||
      other_dates(pair.left, pair.right) || tell_parts(pair.left, pair.right) ||
      !anchored(anchors_of(pair, gate), gate)) {
    return;
  }
  Finding f;
  f.kind = "modality";
  f.severity = Severity::kDifference;
  f.rule = "modality.certainty";
  f.confidence = kConfidence;
  f.slot = "certainty";
  f.left = {left->span, {{"certainty", std::string(a > 0 ? "certain" : "possible")}}};
  f.right = {right->span, {{"certainty", std::string(b > 0 ? "certain" : "possible")}}};
  f.explanation = std::string("What the ") + (a > 0 ? "left" : "right") +
                  " side calls certain is only possible on the other";
  out.push_back(std::move(f));
}

}  // namespace

void diverge_certainty(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (!says_something(out) && !pair.left.steps.empty() && !pair.right.steps.empty()) {
    certain_or_possible(pair, gate, out);
  }
}

}  // namespace parallax
