#include "engine/corpus/clusters.hpp"

#include <algorithm>
#include <numeric>

#include "models/base/expects.hpp"

namespace parallax {

ClusterBuilder::ClusterBuilder(std::size_t units)
    : parents_(units), links_(units, 0), lowest_(units, 1.0) {
  std::iota(parents_.begin(), parents_.end(), 0U);
}

std::uint32_t ClusterBuilder::root(std::uint32_t unit) const {
  while (parents_[unit] != unit) {
    parents_[unit] = parents_[parents_[unit]];  // path halving
    unit = parents_[unit];
  }
  return unit;
}

void ClusterBuilder::link(std::uint32_t left, std::uint32_t right, double score) {
  PARALLAX_EXPECTS(left < parents_.size() && right < parents_.size());
  const std::uint32_t a = root(left);
  const std::uint32_t b = root(right);
  const std::uint32_t first = std::min(a, b);
  const std::uint32_t second = std::max(a, b);
  lowest_[first] = std::min({lowest_[first], lowest_[second], score});
  links_[first] += first == second ? 1 : links_[second] + 1;
  parents_[second] = first;
}

std::vector<UnitCluster> ClusterBuilder::clusters() const {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> place(parents_.size(), kNone);
  std::vector<UnitCluster> clusters;
  for (std::uint32_t unit = 0; unit < parents_.size(); ++unit) {
    const std::uint32_t r = root(unit);
    if (links_[r] == 0) {
      continue;
    }
    if (place[r] == kNone) {
      place[r] = static_cast<std::uint32_t>(clusters.size());
      clusters.push_back({{}, links_[r], lowest_[r]});
    }
    clusters[place[r]].units.push_back(unit);
  }
  std::stable_sort(
      clusters.begin(), clusters.end(),
      [](const UnitCluster& a, const UnitCluster& b) { return a.units.size() > b.units.size(); });
  return clusters;
}

}  // namespace parallax
