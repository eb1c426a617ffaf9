#pragma once

/// Rows -> which units are near each other. Exact (models/vector/neighbours.hpp).

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/corpus/predicate.hpp"
#include "engine/corpus/unit_vectors.hpp"

namespace parallax {

struct PairOptions {
  std::size_t top_k = 10;                ///< Neighbours a unit, at least 1.
  double threshold = 0.5;                ///< Lowest score, (0, 1].
  std::size_t threads = 1;               ///< At least 1. Without effect on the result.
  const PairPredicate* where = nullptr;  ///< Which pairs count; nullptr = all.
};

/// Two units of different documents. A pair stands once; its sides are in order of units.
struct UnitPair {
  std::uint32_t left = 0, right = 0;  ///< Units; left < right.
  double score = 0.0;                 ///< Cosine, (0, 1].
  std::uint32_t right_rank = 0;  ///< Place of `right` among the neighbours of `left`, from 1; 0 =
                                 ///< not among its top k.
  std::uint32_t left_rank = 0;   ///< The same the other way.
  friend bool operator==(const UnitPair&, const UnitPair&) = default;
};

/// What a search reads. All must outlive it.
struct SearchSpace {
  const UnitVectors& vectors;
  const std::vector<Unit>& units;
  const std::vector<DocumentFacts>& facts;  ///< Of each document, for the predicate.
};

/// The top k neighbours of every unit: units of other documents with at least the threshold, for
/// which the predicate holds with a = the unit and b = the neighbour.
[[nodiscard]] NeighbourLists neighbours_of(const SearchSpace& space, const PairOptions& options);

/// The share of one of `shards` machines: the top k neighbours of every unit among part `shard` of
/// the units. `merge_nearest` over all shards equals `neighbours_of`. REQUIRES: shard < shards.
[[nodiscard]] NeighbourLists neighbours_of_shard(const SearchSpace& space,
                                                 const PairOptions& options, std::size_t shard,
                                                 std::size_t shards);

/// Lists -> pairs, each once, in the order: score descending, then left, then right ascending.
[[nodiscard]] std::vector<UnitPair> pairs_of(const NeighbourLists& lists);

/// Calls `visit` for every pair of units of different documents with at least `options.threshold`
/// for which the predicate holds in at least one of both orders; `top_k` is not read. Order: fixed,
/// but not by score. Memory: a block of units at a time, not all pairs.
void for_each_pair(const SearchSpace& space, const PairOptions& options,
                   const std::function<void(const ScoredPair&)>& visit);

}  // namespace parallax
