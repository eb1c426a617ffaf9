/// Numbers that cannot both hold: same measure, same event, same side, disjoint intervals.

#include <algorithm>
#include <cmath>

#include "engine/compare/diverge.hpp"
#include "engine/compare/number_fit.hpp"
#include "engine/compare/number_values.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// What is counted and what happened to it, in the left side's words and their order: "dock workers
/// killed".
std::string slot_of(const PairContext& pair, const Quantity& q) {
  const StemId event = q.event.empty() ? StemId{} : q.event.front();
  std::vector<StemId> heads = q.head;
  bool event_told = q.event.empty();
  std::string slot;
  for (const Term& term : pair.left.terms) {
    const auto head = std::find(heads.begin(), heads.end(), term.id);
    const bool is_event = !event_told && term.id == event;
    if (head == heads.end() && !is_event) {
      continue;
    }
    slot += (slot.empty() ? "" : " ") + std::string(pair.left_document.slice(term.span));
    event_told = event_told || is_event;
    if (head != heads.end()) {
      heads.erase(head);
    }
  }
  return slot;
}

/// "227 so far" against "fewer than 225": a count that has passed a bound for good.
bool outgrown(const Quantity& count, const Quantity& bound) {
  return count.cumulative && !bound.cumulative && bound.kind == QuantityKind::kBound &&
         std::isfinite(bound.value.high) && count.value.low > bound.value.high;
}

/// "Will have reached 94 per cent by 2017": told of what is to come.
bool to_come(const Claim& claim, const Quantity& q) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && holds(q.verbs, term.id) &&
           (term.modality == Modality::kFuture || term.modality == Modality::kIntended);
  });
}

/// The two may be counts of one thing at different times, or of a part of it.
bool other_moment(const PairContext& pair, const EventGate& gate, const Quantity& a,
                  const Quantity& b) {
  const bool grows = !one_moment(pair.left, pair.right) && (a.cumulative || b.cumulative) &&
                     !outgrown(a, b) && !outgrown(b, a);
  constexpr double kOneCount = 0.5;
  const bool planned = gate.jaccard < kOneCount && to_come(pair.left, a) != to_come(pair.right, b);
  return grows || planned || gate.other_time || gate.other_period ||
         counts_within(pair, gate, a, b);
}

/// "At checkpoint 12", "at checkpoint 14": another one of a series, and another place where both
/// say where.
Finding designator_finding(const PairContext& pair, const Quantity& a, const Quantity& b) {
  const auto placed = [&](const Claim& claim, const Quantity& q) {
    static constexpr WordList kPlaces = {"at",     "in",      "near",  "on",     "off",
                                         "around", "within",  "insid", "inside", "behind",
                                         "beyond", "opposit", "from"};
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      const std::string& preposition = pair.words.stem(term.preposition);
      return term.token == q.first_token && kPlaces.contains(preposition);
    });
  };
  Finding f;
  f.kind = placed(pair.left, a) && placed(pair.right, b) ? "place" : "name";
  f.severity = Severity::kConflict;
  f.rule = f.kind + ".series";
  f.confidence = 0.7;
  f.slot = f.kind == "place" ? "place" : "which";
  f.left = {a.span, quantity_value(a)};
  f.right = {b.span, quantity_value(b)};
  f.explanation = "Another one of a series: " + std::string(pair.left_document.slice(a.span)) +
                  " against " + std::string(pair.right_document.slice(b.span));
  return f;
}

Finding finding_of(const PairContext& pair, const EventGate& gate, const Quantity& a,
                   const Quantity& b, bool scope) {
  if (a.designator && !scope) {
    return designator_finding(pair, a, b);
  }
  Finding f;
  f.kind = scope ? "scope" : "number";
  const bool update = !scope && other_moment(pair, gate, a, b);
  if (update) {
    f.kind = "scope";
  }
  f.severity = scope || update ? Severity::kNote : Severity::kConflict;
  f.rule = scope ? "number.other-side" : update ? "number.update" : "number.disjoint";
  f.confidence = scope ? 0.7 : update ? 0.6 : a.event.empty() || b.event.empty() ? 0.8 : 0.9;
  f.slot = slot_of(pair, a);
  f.left = {a.span, quantity_value(a)};
  f.right = {b.span, quantity_value(b)};
  const std::string what =
      quantity_words(pair.left_document, a) + " against " + quantity_words(pair.right_document, b);
  f.explanation = scope    ? "The numbers count different sides: " + what
                  : update ? "The numbers may stand for different moments: " + what
                           : "The values cannot both hold: " + what;
  return f;
}

/// "More than 3 million", "more than 2 million": both may hold, yet who knew the one would not say
/// the other. Bounds of one side, apart by a fifth; "at least" leaves open how many more there are.
bool bounds_apart(const Quantity& a, const Quantity& b) {
  constexpr double kApart = 1.2;
  const auto above = [](const Quantity& q) {
    return q.kind == QuantityKind::kBound && q.value.low_open && std::isinf(q.value.high) &&
           q.value.low > 0;
  };
  const auto below = [](const Quantity& q) {
    return q.kind == QuantityKind::kBound && q.value.high_open && std::isinf(q.value.low) &&
           q.value.high > 0;
  };
  const auto far = [](double x, double y) { return std::max(x, y) >= kApart * std::min(x, y); };
  return !a.cumulative && !b.cumulative &&
         ((above(a) && above(b) && far(a.value.low, b.value.low)) ||
          (below(a) && below(b) && far(a.value.high, b.value.high)));
}

Finding bounds_finding(const PairContext& pair, const EventGate& gate, const Quantity& a,
                       const Quantity& b) {
  Finding f = finding_of(pair, gate, a, b, false);
  f.rule = f.kind == "number" ? "number.bounds" : f.rule;
  f.severity = f.kind == "number" ? Severity::kDifference : f.severity;
  f.confidence = 0.5;
  f.explanation = "The bounds are far apart: " + quantity_words(pair.left_document, a) +
                  " against " + quantity_words(pair.right_document, b);
  return f;
}

struct Match {
  std::size_t left, right;
  NumberFit fit;
};

bool same_matter(const EventGate& gate) {
  return gate.jaccard >= 0.38 || gate.overlap >= 0.67 || (gate.shared_event && gate.overlap >= 0.5);
}

/// As `number_fit`, where the claims speak of one matter or the two of one measure.
NumberFit fit_of(const PairContext& pair, const EventGate& gate, const Quantity& a,
                 const Quantity& b) {
  return same_matter(gate) || one_measure(a, b, gate) ? number_fit(pair, gate, a, b)
                                                      : NumberFit::kNot;
}

/// Which quantities of each side are settled, and the matches that stand open.
struct Tally {
  std::vector<bool> left_done, right_done;
  std::vector<Match> open;
};

/// Sets two quantities against each other.
void settle(const PairContext& pair, const EventGate& gate, Match at, Tally& tally,
            std::vector<Finding>& out) {
  const Quantity& a = pair.left.quantities[at.left];
  const Quantity& b = pair.right.quantities[at.right];
  const bool part = same_part(a, b);
  at.fit = part ? NumberFit::kNot : fit_of(pair, gate, a, b);
  if (at.fit == NumberFit::kNot && !part) {
    return;
  }
  const bool apart = !part && numbers_apart(a, b) &&
                     !adds_up(a, pair.left.quantities, pair.right.quantities) &&
                     !adds_up(b, pair.right.quantities, pair.left.quantities);
  if (apart) {
    tally.open.push_back(at);
    return;
  }
  if (at.fit == NumberFit::kComparable && gate.jaccard >= kOneTelling &&
      !tally.left_done[at.left] && !tally.right_done[at.right] && bounds_apart(a, b)) {
    out.push_back(bounds_finding(pair, gate, a, b));
  }
  tally.left_done[at.left] = true;
  tally.right_done[at.right] = true;
}

}  // namespace

void diverge_numbers(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (!same_matter(gate) && gate.overlap < 0.5) {
    return;
  }
  const auto& left = pair.left.quantities;
  const auto& right = pair.right.quantities;
  Tally tally{std::vector<bool>(left.size(), false), std::vector<bool>(right.size(), false), {}};
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      settle(pair, gate, {i, j, NumberFit::kNot}, tally, out);
    }
  }
  for (const Match& match : tally.open) {
    if (tally.left_done[match.left] || tally.right_done[match.right]) {
      continue;
    }
    tally.left_done[match.left] = true;
    tally.right_done[match.right] = true;
    out.push_back(finding_of(pair, gate, left[match.left], right[match.right],
                             match.fit == NumberFit::kOtherSide));
  }
}

}  // namespace parallax
