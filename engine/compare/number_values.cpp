#include "engine/compare/number_values.hpp"

#include <algorithm>
#include <cmath>

#include "engine/compare/diverge.hpp"

namespace parallax {
namespace {

bool shares(const std::vector<StemId>& a, const std::vector<StemId>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](StemId id) { return std::find(b.begin(), b.end(), id) != b.end(); });
}

/// Measures in two units of one dimension ("120 kilometres", "75 miles") are rounded on conversion.
constexpr double kConversionTolerance = 0.02;
/// A figure written coarsely ("1.2 million") may stand for a finer one this far from it; a whole
/// number ("1,200") less far.
constexpr double kRoundingOfDecimals = 0.04;
constexpr double kRoundingOfWholes = 0.02;

bool is_round(const Quantity& q, double value) {
  return q.step >= 100 * q.factor || (q.step > 0 && std::fmod(value, 10 * q.factor) == 0);
}

/// "More than 33 million" and "33 million" are one figure; "more than 79" excludes 79.
Interval with_ends(const Quantity& q) {
  Interval v = q.value;
  if (v.low_open && is_round(q, v.low)) {
    v.low_open = false;
  }
  if (v.high_open && is_round(q, v.high)) {
    v.high_open = false;
  }
  return v;
}

/// True if one is the other, written less finely.
bool rounds_to(const Quantity& a, const Quantity& b) {
  const bool plain = a.kind == QuantityKind::kExact && b.kind == QuantityKind::kExact;
  if (!plain || a.step == b.step || a.step == 0 || b.step == 0) {
    return false;
  }
  const double step = std::max(a.step, b.step);
  const double distance = std::abs(a.value.low - b.value.low);
  const double size = std::max(std::abs(a.value.low), std::abs(b.value.low));
  const bool whole = a.step >= 1 && b.step >= 1 && step <= 1000 && a.unit.empty();
  return 2 * distance <= step &&
         distance <= size * (whole ? kRoundingOfWholes : kRoundingOfDecimals);
}

std::string number_text(double v) {
  if (std::isinf(v)) {
    return v > 0 ? "inf" : "-inf";
  }
  std::string text = std::to_string(v);
  text.erase(text.find_last_not_of('0') + 1);
  if (!text.empty() && text.back() == '.') {
    text.pop_back();
  }
  return text;
}

}  // namespace

bool numbers_apart(const Quantity& a, const Quantity& b) {
  const Interval x = with_ends(a);
  if (!disjoint(x, with_ends(b)) || rounds_to(a, b)) {
    return false;
  }
  if (a.factor == b.factor) {
    return true;
  }
  Interval wider = x;
  wider.low -= std::abs(wider.low) * kConversionTolerance;
  wider.high += std::abs(wider.high) * kConversionTolerance;
  return disjoint(wider, b.value);
}

bool adds_up(const Quantity& total, const std::vector<Quantity>& beside,
             const std::vector<Quantity>& parts) {
  // "25 inspectors in 15 districts": districts are no part of the inspectors
  const auto of_another = [&](const Quantity& part) {
    return !shares(part.head, total.head) &&
           std::any_of(beside.begin(), beside.end(), [&](const Quantity& other) {
             return &other != &total && shares(part.head, other.head);
           });
  };
  double sum = 0.0;
  std::size_t counted = 0;
  for (const Quantity& part : parts) {
    const bool same =
        part.unit == total.unit && part.kind == QuantityKind::kExact && !part.subset &&
        !of_another(part) &&
        (part.event.empty() || total.event.empty() || shares(part.event, total.event));
    if (same) {
      sum += part.value.low;
      ++counted;
    }
  }
  // "more than 370" is no total of 1,010
  constexpr double kNear = 0.1;
  const double bound = std::isfinite(total.value.low) ? total.value.low : total.value.high;
  const bool near =
      total.kind != QuantityKind::kBound || std::abs(sum - bound) <= kNear * std::abs(bound);
  return counted > 1 && near && !disjoint(total.value, {sum, sum, false, false});
}

bool parts_of_one_whole(const Quantity& a, const Quantity& b) {
  return a.of > 0 && a.of == b.of && a.value.low + b.value.low <= a.of;
}

bool tell_parts(const Claim& left, const Claim& right) {
  return std::any_of(left.quantities.begin(), left.quantities.end(), [&](const Quantity& a) {
    return std::any_of(right.quantities.begin(), right.quantities.end(),
                       [&](const Quantity& b) { return parts_of_one_whole(a, b); });
  });
}

Value quantity_value(const Quantity& q) {
  Value value;
  if (std::isfinite(q.value.low)) {
    value.emplace_back("min", q.value.low);
  }
  if (std::isfinite(q.value.high)) {
    value.emplace_back("max", q.value.high);
  }
  value.emplace_back("kind", std::string(name_of(q.kind)));
  if (!q.unit.empty()) {
    value.emplace_back("unit", q.unit);
  }
  return value;
}

std::string quantity_words(const Document& document, const Quantity& q) {
  const bool plain = q.factor == 1.0 && q.value.low == q.value.high;
  if (!plain) {
    return std::string(document.slice(q.span));
  }
  return number_text(q.value.low) + (q.unit.empty() ? "" : " " + q.unit);
}

namespace {

/// Figures that count something; not those of a name: "the rocket Corvo 6".
std::vector<const Quantity*> counting(const Claim& claim) {
  std::vector<const Quantity*> found;
  for (const Quantity& q : claim.quantities) {
    const bool named = std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.kind == TermKind::kName && term.token + term.tokens == q.first_token;
    });
    if (!named) {
      found.push_back(&q);
    }
  }
  return found;
}

}  // namespace

bool own_figures(const Claim& left, const Claim& right) {
  const std::vector<const Quantity*> a = counting(left);
  const std::vector<const Quantity*> b = counting(right);
  return !a.empty() && !b.empty() && std::none_of(a.begin(), a.end(), [&](const Quantity* x) {
    return std::any_of(b.begin(), b.end(), [&](const Quantity* y) {
      return x->unit == y->unit && !numbers_apart(*x, *y);
    });
  });
}

bool clock_and_figure(const Claim& left, const Claim& right) {
  const auto clock = [](const Claim& claim) {
    return std::any_of(claim.dates.begin(), claim.dates.end(),
                       [](const DateMention& date) { return date.value.minute_from >= 0; });
  };
  const auto figure = [](const Claim& claim) {
    return std::any_of(claim.quantities.begin(), claim.quantities.end(), [](const Quantity& q) {
      constexpr double kHours = 24.0;
      return q.unit.empty() && q.head.empty() && q.value.high <= kHours;
    });
  };
  return (clock(left) && figure(right)) || (clock(right) && figure(left));
}

}  // namespace parallax
