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

bool adds_up(const Quantity& total, const std::vector<Quantity>& parts) {
  double sum = 0.0;
  std::size_t counted = 0;
  for (const Quantity& part : parts) {
    const bool same =
        part.unit == total.unit && part.kind == QuantityKind::kExact && !part.subset &&
        (part.event.empty() || total.event.empty() || shares(part.event, total.event));
    if (same) {
      sum += part.value.low;
      ++counted;
    }
  }
  return counted > 1 && !disjoint(total.value, {sum, sum, false, false});
}

}  // namespace parallax
