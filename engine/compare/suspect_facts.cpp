/// Figures that exclude each other.

#include <algorithm>
#include <cmath>

#include "engine/compare/number_values.hpp"
#include "engine/compare/suspects.hpp"

namespace parallax {
namespace {

using Ids = std::vector<StemId>;

double flag(bool holds) {
  return holds ? 1.0 : 0.0;
}

bool holds(const Ids& ids, StemId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// How much of two lists is common to them or to the claims, of the shorter one.
double meet(const EventGate& gate, const Ids& a, const Ids& b) {
  const auto known = [&](StemId id, const Ids& others) {
    return holds(others, id) || in_common(gate, id);
  };
  const auto share = [&](const Ids& ids, const Ids& others) {
    const auto count =
        std::count_if(ids.begin(), ids.end(), [&](StemId id) { return known(id, others); });
    return ids.empty() ? 0.0 : static_cast<double>(count) / static_cast<double>(ids.size());
  };
  return std::max(share(a, b), share(b, a));
}

/// Something of both lists is on its side alone.
bool open_on_both(const EventGate& gate, const Ids& a, const Ids& b) {
  const auto open = [&](const Ids& ids, const Ids& others) {
    return std::any_of(ids.begin(), ids.end(),
                       [&](StemId id) { return !holds(others, id) && !in_common(gate, id); });
  };
  return open(a, b) && open(b, a);
}

bool given_by(const Quantity& q, const std::vector<Quantity>& others) {
  return std::any_of(others.begin(), others.end(), [&](const Quantity& other) {
    return q.unit == other.unit && !numbers_apart(q, other);
  });
}

/// The middle of a value, or its one finite end.
double middle(const Interval& value) {
  if (!std::isfinite(value.low)) {
    return value.high;
  }
  return std::isfinite(value.high) ? (value.low + value.high) / 2 : value.low;
}

/// |ln(a / b)|, at most 6.
double far(const Quantity& a, const Quantity& b) {
  constexpr double kFarthest = 6.0;
  const double x = std::abs(middle(a.value));
  const double y = std::abs(middle(b.value));
  if (x <= 0.0 || y <= 0.0 || !std::isfinite(x) || !std::isfinite(y)) {
    return kFarthest;
  }
  return std::min(kFarthest, std::log(std::max(x, y) / std::min(x, y)));
}

bool loose(const Quantity& q) {
  return q.kind != QuantityKind::kExact;
}

bool partial(const Quantity& q) {
  return q.subset || q.further || q.cumulative || q.of > 0 || !q.rate.empty() ||
         q.aspect == QuantityAspect::kChange;
}

Traits number_traits(const PairContext& pair, const EventGate& gate, Traits traits,
                     const Quantity& a, const Quantity& b) {
  traits[Trait::kSameHead] = meet(gate, a.head, b.head);
  traits[Trait::kHeadOpen] = flag(open_on_both(gate, a.head, b.head));
  traits[Trait::kSameVerb] = std::max(meet(gate, a.verbs, b.verbs), meet(gate, a.event, b.event));
  traits[Trait::kSamePart] = flag(a.aspect == b.aspect && a.subset == b.subset && a.of == b.of &&
                                  a.rate == b.rate && a.further == b.further);
  traits[Trait::kSamePreposition] = meet(gate, a.measure, b.measure);
  traits[Trait::kSameSort] = flag(a.kind == b.kind);
  traits[Trait::kFar] = far(a, b);
  traits[Trait::kUnit] = flag(!a.unit.empty());
  traits[Trait::kPercent] = flag(a.unit == "%");
  traits[Trait::kLoose] = flag(loose(a)) + flag(loose(b));
  traits[Trait::kPartial] = flag(partial(a)) + flag(partial(b));
  traits[Trait::kOwn] =
      flag(of_other_side(pair, gate, a, b) || open_on_both(gate, a.owner, b.owner));
  judge_deeds(pair, gate, a.first_token, b.first_token, traits);
  traits[Trait::kCertain] = flag(a.whole || b.whole);
  traits[Trait::kCapital] = flag(total_or_complement(pair, a, b));
  traits[Trait::kTopic] =
      flag(&a == pair.left.quantities.data()) + flag(&b == pair.right.quantities.data());
  return traits;
}

}  // namespace

void suspect_numbers(const PairContext& pair, const EventGate& gate, const Traits& traits,
                     std::vector<Suspect>& out) {
  for (const Quantity& a : pair.left.quantities) {
    for (const Quantity& b : pair.right.quantities) {
      if (a.designator || b.designator || a.unit != b.unit || a.negated != b.negated ||
          !numbers_apart(a, b) || given_by(a, pair.right.quantities) ||
          given_by(b, pair.left.quantities)) {
        continue;
      }
      out.push_back({"number",
                     {a.span, quantity_value(a)},
                     {b.span, quantity_value(b)},
                     "the figures differ: " + quantity_words(pair.left_document, a) + " against " +
                         quantity_words(pair.right_document, b),
                     number_traits(pair, gate, traits, a, b)});
    }
  }
}

}  // namespace parallax
