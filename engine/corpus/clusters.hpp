#pragma once

/// Groups of units that say nearly the same.

#include <cstdint>
#include <vector>

namespace parallax {

/// Units that are connected by pairs at or above a threshold (single linkage): two units of one
/// cluster need not be near each other themselves, but a chain of near pairs joins them. A high
/// threshold keeps such chains short; `lowest` tells how weak the weakest link is.
struct UnitCluster {
  std::vector<std::uint32_t> units;  ///< Ascending, at least two.
  std::uint64_t links = 0;           ///< Pairs at or above the threshold inside the cluster.
  double lowest = 1.0;               ///< Lowest score among them.
};

/// Disjoint sets of units, joined link by link. The result does not depend on the order of the
/// links. Complexity: nearly constant a link. Thread safety: none.
class ClusterBuilder {
 public:
  explicit ClusterBuilder(std::size_t units);

  /// REQUIRES: left and right are below the number of units.
  void link(std::uint32_t left, std::uint32_t right, double score);
  /// Most units first, then the first unit ascending.
  [[nodiscard]] std::vector<UnitCluster> clusters() const;

 private:
  [[nodiscard]] std::uint32_t root(std::uint32_t unit) const;

  mutable std::vector<std::uint32_t> parents_;  ///< Roots are the lowest unit of their set.
  std::vector<std::uint64_t> links_;            ///< By root.
  std::vector<double> lowest_;                  ///< By root.
};

}  // namespace parallax
