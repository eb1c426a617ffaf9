#pragma once

/// Which units of a run are alike, each with each: the cells of a picture.

#include <cstdint>
#include <vector>

#include "engine/corpus/clusters.hpp"
#include "engine/corpus/unit_pairs.hpp"

namespace parallax {

struct HeatRow {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::uint32_t unit = 0;
  std::uint32_t cluster = kNone;  ///< Index into the clusters given; kNone = in no cluster.
  std::uint32_t stands_for = 1;   ///< Units: more than one where a medoid stands for its cluster.
};

struct HeatMap {
  std::vector<HeatRow> rows;
  /// Row by row, rows.size() squared, symmetric: the cosine times 255, rounded down, at least 1; 0
  /// for less than the threshold, for units of one document and for pairs that the predicate
  /// excludes.
  std::vector<std::uint8_t> cells;
  bool medoids = false;        ///< Each cluster is one row, its most central unit.
  std::uint32_t left_out = 0;  ///< Units with a near unit that no row stands for.
  std::uint32_t alone = 0;     ///< Units without a near unit: they have no row.

  [[nodiscard]] std::uint8_t cell(std::size_t row, std::size_t column) const {
    return cells[row * rows.size() + column];
  }
};

/// What is known of units from one pass over all near pairs.
struct HeatInput {
  explicit HeatInput(std::size_t units) : near(units, false), links(units, 0) {}

  /// A pair at or above the threshold, in any order. REQUIRES: units below the number given.
  void add_near(const ScoredPair& pair);

  std::vector<std::vector<std::uint32_t>> clusters;  ///< Units, ascending; they may nest. A unit
                                                     ///< belongs to its last cluster.
  std::vector<bool> near;                            ///< By unit: it has a near unit.
  std::vector<std::uint64_t> links;                  ///< By unit: sum of its scores, in millionths.
};

/// Order of rows: clusters by size, then by first unit; in a cluster first those units that are in
/// an earlier cluster too, by that; then units without a cluster, ascending. With more than `limit`
/// such units each cluster is one row: its medoid, the unit with the largest sum of scores (ties:
/// the first). Rows beyond the limit are left out. Scores come from `options` (top_k is not read).
/// Complexity: pairs of rows; memory limit squared bytes. The result does not depend on threads.
[[nodiscard]] HeatMap heat_map(const SearchSpace& space, const PairOptions& options,
                               const HeatInput& input, std::size_t limit);

}  // namespace parallax
