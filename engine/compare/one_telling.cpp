#include "engine/compare/one_telling.hpp"

#include <algorithm>

#include "engine/compare/anchors.hpp"

namespace parallax {

bool tied_by(const PairContext& pair, const EventGate& gate, bool deed) {
  constexpr double kEnough = 3.0;  // of anchors, the deed included
  constexpr std::size_t kWords = 3;
  constexpr double kShare = 0.3;
  constexpr double kShareOfAll = 0.12;
  const Anchors anchors = anchors_of(pair, gate);
  const std::size_t more = deed && !anchors.event ? 1 : 0;
  const double shared = static_cast<double>(gate.shared + more);
  const double all = static_cast<double>(std::max<std::size_t>(gate.all, 1));
  const double smaller = static_cast<double>(std::max<std::size_t>(gate.smaller, 1));
  return anchors.weight + static_cast<double>(more) >= kEnough && shared >= kShare * smaller &&
         shared >= kShareOfAll * all &&
         (anchors.names > 0 || anchors.words + anchors.values + more >= kWords);
}

bool other_counts(const PairContext& pair) {
  const auto counts = [](const Quantity& q) { return !q.designator && q.value.low > 1.0; };
  const auto& left = pair.left.quantities;
  const auto& right = pair.right.quantities;
  return std::any_of(left.begin(), left.end(), counts) &&
         std::any_of(right.begin(), right.end(), counts) &&
         std::none_of(left.begin(), left.end(), [&](const Quantity& a) {
           return std::any_of(right.begin(), right.end(), [&](const Quantity& b) {
             return !disjoint(a.value, b.value) || a.value.low == b.value.low;
           });
         });
}

bool contrasted_beyond_time(const PairContext& pair) {
  const auto has = [](const Claim& claim, const Contrast& one) {
    return std::any_of(claim.contrasts.begin(), claim.contrasts.end(), [&](const Contrast& c) {
      return c.set == one.set && c.member == one.member;
    });
  };
  const auto& left = pair.left.contrasts;
  const auto& right = pair.right.contrasts;
  return std::any_of(left.begin(), left.end(), [&](const Contrast& a) {
    return a.set != "season" && a.set != "year part" && a.set != "period" && !has(pair.right, a) &&
           std::any_of(right.begin(), right.end(), [&](const Contrast& b) {
             return a.set == b.set && a.member != b.member && !has(pair.left, b);
           });
  });
}

}  // namespace parallax
