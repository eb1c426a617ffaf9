/// Bounds that a rule or a grant sets: "must keep at least 300", "must keep at least 450"; "a loan
/// of up to 40 million", "a loan of up to 55 million". Of a count both could hold; of what is laid
/// down they cannot. English.

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/compare/diverge.hpp"
#include "engine/compare/number_fit.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/one_telling.hpp"
#include "engine/compare/other_matter.hpp"

namespace parallax {
namespace {

constexpr double kConfidence = 0.5;
constexpr double kApart = 1.15;

/// Words of what is laid down or granted.
bool lays_down(const ClaimWords& c) {
  static constexpr WordList kWords = {
      "limit",    "limits",   "ceiling", "cap",     "caps",     "quota",       "minimum",
      "maximum",  "grant",    "grants",  "granted", "facility", "loan",        "credit",
      "subsidy",  "fine",     "fines",   "penalty", "obliges",  "requires",    "required",
      "entitled", "entitles", "allows",  "allowed", "permits",  "rule",        "rules",
      "pledged",  "promised", "pledges", "offers",  "offered",  "compensation"};
  return !c.claim.forces.empty() || c.has(kWords);
}

bool lower(const Quantity& q) {
  return q.kind == QuantityKind::kBound && std::isinf(q.value.high) && q.value.low > 0;
}

bool upper(const Quantity& q) {
  return q.kind == QuantityKind::kBound && std::isinf(q.value.low) && q.value.high > 0;
}

bool far(double x, double y) {
  return std::max(x, y) >= kApart * std::min(x, y);
}

/// Two bounds of one side that differ.
bool differ(const Quantity& a, const Quantity& b) {
  if (a.unit != b.unit || a.rate != b.rate || a.cumulative || b.cumulative ||
      a.aspect != b.aspect || a.subset != b.subset ||
      !(a.head.empty() || b.head.empty() || shares(a.head, b.head))) {
    return false;
  }
  return (lower(a) && lower(b) && far(a.value.low, b.value.low)) ||
         (upper(a) && upper(b) && far(a.value.high, b.value.high));
}

}  // namespace

void diverge_bounds_of_rules(const PairContext& pair, const EventGate& gate,
                             std::vector<Finding>& out) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en" ||
      says_something(out) || gate.other_event || gate.substituted || gate.other_place ||
      !lays_down({pair.words, pair.left_document, pair.left}) ||
      !lays_down({pair.words, pair.right_document, pair.right}) || !tied_by(pair, gate, false)) {
    return;
  }
  for (const Quantity& a : pair.left.quantities) {
    for (const Quantity& b : pair.right.quantities) {
      if (!differ(a, b)) {
        continue;
      }
      Finding f;
      f.kind = "number";
      f.severity = Severity::kDifference;
      f.rule = "number.bounds";
      f.confidence = kConfidence;
      f.slot = "bound";
      f.left = {a.span, quantity_value(a)};
      f.right = {b.span, quantity_value(b)};
      f.explanation = "What is laid down differs: " + quantity_words(pair.left_document, a) +
                      " against " + quantity_words(pair.right_document, b);
      out.push_back(std::move(f));
      return;
    }
  }
}

}  // namespace parallax
