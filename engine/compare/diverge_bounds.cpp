/// "More than 1,000 cases" against "958 cases" in a claim that says much else: a bound excludes
/// every figure that the other side gives of the same thing.

#include <algorithm>
#include <cmath>

#include "engine/compare/number_fit.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/outcomes.hpp"

namespace parallax {
namespace {

bool is_bound(const Quantity& q) {
  return q.kind == QuantityKind::kBound && !q.cumulative && !q.designator && !q.subset;
}

/// All that the shorter claim names is named by the other, and it names something; or it says
/// nothing that the other does not say.
bool one_thing(const EventGate& gate, const Claim& claim, const Claim& other) {
  constexpr double kMost = 0.6;
  // "X has reported 958 cases": who says it, and whose cases they are
  const auto named_there = [&](const Term& term) {
    return in_common(gate, term.id) ||
           std::any_of(other.terms.begin(), other.terms.end(),
                       [&](const Term& t) { return is_entity(t) && t.id == term.id; });
  };
  bool named = false;
  for (const Term& term : claim.terms) {
    if (is_entity(term) && (is_told(term) || term.frame)) {
      if (!named_there(term)) {
        return false;
      }
      named = true;
    }
  }
  return named || (gate.overlap >= kMost && gate.shared >= 2);
}

/// What is counted or measured is the same: "deaths", "per cent of the vote".
bool one_count(const PairContext& pair, const EventGate& gate, const Quantity& a,
               const Quantity& b) {
  if (a.unit != b.unit || a.rate != b.rate || a.aspect != b.aspect || a.subset != b.subset ||
      a.negated != b.negated || a.further != b.further || a.designator || b.designator ||
      a.kind == QuantityKind::kVague || b.kind == QuantityKind::kVague ||
      part_against_whole(a, b) || total_or_complement(pair, a, b) ||
      each_adds(gate, pair.words, a.head, b.head) || !one_deed(gate, pair.words, a, b)) {
    return false;
  }
  if (!a.head.empty() && !b.head.empty()) {
    return shares(a.head, b.head);
  }
  // "deaths", "infections": what is counted is what happened
  const bool outcome = a.head.empty() && b.head.empty() && a.unit.empty() && b.unit.empty() &&
                       std::any_of(a.event.begin(), a.event.end(), [&](StemId id) {
                         return holds(b.event, id) &&
                                (is_outcome(pair.words, id) || pair.words.stem(id) == "=infect");
                       });
  if (outcome) {
    return true;
  }
  const bool deed = shares(a.event, b.event) || shares(a.verbs, b.verbs);
  const bool measure = shares(a.measure, b.measure);
  return !a.unit.empty() && (deed || measure || gate.overlap >= kOneTelling);
}

/// "For a total of 95 million": what the parts beside it make.
bool is_total(const PairContext& pair, const Document& document, const Quantity& q) {
  const auto word = [&](std::uint32_t back) -> std::string_view {
    return q.first_token < back ? std::string_view{}
                                : pair.words[document.tokens[q.first_token - back].word].folded;
  };
  return word(1) == "of" && word(2) == "total";
}

/// The figures of `other` that the bound may be set against; nullptr where one of them is within.
const Quantity* excluded_by(const PairContext& pair, const EventGate& gate, const Quantity& bound,
                            const std::vector<Quantity>& others, bool left) {
  const Document& document = left ? pair.right_document : pair.left_document;
  const Quantity* found = nullptr;
  const bool total = std::any_of(others.begin(), others.end(), [&](const Quantity& q) {
    return q.unit == bound.unit && is_total(pair, document, q);
  });
  for (const Quantity& other : others) {
    if (total && !is_total(pair, document, other)) {
      continue;
    }
    const bool fits =
        left ? one_count(pair, gate, bound, other) : one_count(pair, gate, other, bound);
    if (fits && !numbers_apart(bound, other)) {
      return nullptr;
    }
    found = fits && found == nullptr ? &other : found;
  }
  return found;
}

Finding finding_of(const PairContext& pair, const Quantity& a, const Quantity& b) {
  Finding f;
  f.kind = "number";
  f.severity = Severity::kConflict;
  f.rule = "number.excluded";
  f.confidence = 0.65;
  f.slot = "bound";
  f.left = {a.span, quantity_value(a)};
  f.right = {b.span, quantity_value(b)};
  f.explanation = "The bound excludes the other figure: " + quantity_words(pair.left_document, a) +
                  " against " + quantity_words(pair.right_document, b);
  return f;
}

/// Reads the bounds of one side against the figures of the other.
void read_side(const PairContext& pair, const EventGate& gate, bool left,
               std::vector<Finding>& out) {
  const Claim& claim = left ? pair.left : pair.right;
  const std::vector<Quantity>& others = left ? pair.right.quantities : pair.left.quantities;
  for (const Quantity& bound : claim.quantities) {
    const Quantity* other =
        is_bound(bound) ? excluded_by(pair, gate, bound, others, left) : nullptr;
    if (other == nullptr) {
      continue;
    }
    const Quantity& a = left ? bound : *other;
    const Quantity& b = left ? *other : bound;
    if (!of_other_side(pair, gate, a, b) && !counts_within(pair, gate, a, b)) {
      out.push_back(finding_of(pair, a, b));
      return;
    }
  }
}

}  // namespace

void diverge_bounds(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const auto bound = [](const Claim& claim) {
    return std::any_of(claim.quantities.begin(), claim.quantities.end(), is_bound);
  };
  const bool left = bound(pair.left);
  const bool right = bound(pair.right);
  const bool told = std::any_of(out.begin(), out.end(), [](const Finding& f) {
    return f.kind == "number" || f.rule == "number.other-side";
  });
  if ((!left && !right) || told || gate.other_event || gate.substituted || gate.shared == 0 ||
      pair.left.quantities.empty() || pair.right.quantities.empty() ||
      other_dates(pair.left, pair.right)) {
    return;
  }
  const bool left_shorter = gate.left <= gate.right;
  if (!one_thing(gate, left_shorter ? pair.left : pair.right,
                 left_shorter ? pair.right : pair.left)) {
    return;
  }
  const std::size_t before = out.size();
  read_side(pair, gate, true, out);
  if (out.size() == before) {
    read_side(pair, gate, false, out);
  }
}

}  // namespace parallax
