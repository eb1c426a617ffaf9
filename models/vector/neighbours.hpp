#pragma once

/// Exact neighbours by cosine: the k nearest rows of every row, or all pairs above a threshold.
///
/// Order. Neighbours stand in one total order everywhere: score descending, then row ascending. The
/// score of a pair is `cosine` of its two rows bit for bit: products added in double in ascending
/// order of terms, clamped to [0, 1].
///
/// Method. Rows are cut into tiles; each tile gets a small inverted index with 16-bit row numbers.
/// A query adds its terms into a dense array of float accumulators, the most frequent terms as a
/// small dense product, and the array is scanned against the query's k-th best score so far (and,
/// within one collection, against that of every row of the tile, so that each pair is computed
/// once). Floats only choose candidates, with a margin that covers their rounding; finalists are
/// scored again in double. So the result does not depend on the instruction set, the tile size, the
/// number of threads or the order of work. For thresholds a query adds only its rarest terms, as
/// many as it takes to reach the threshold, and bounds the rest by norms (Bayardo, Ma, Srikant, WWW
/// 2007; Anastasiu, Karypis, ICDE 2014); survivors are scored exactly.
///
/// Shards. The results over parts of the rows, merged by `merge_nearest` or `merge_pairs`, equal
/// the result over all rows byte for byte.
///
/// Thread safety: all functions are pure. Memory beyond the arguments and the result: 2k + 12
/// candidates of 8 bytes a query, and a few MiB a thread.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "models/vector/linalg.hpp"

namespace parallax {

/// Rows in compressed form, wherever they are stored (a matrix in memory, a mapped file).
/// Row r has terms[offsets[r] .. offsets[r + 1]), ascending without repetition, each >= 0, with
/// weights in the same places. Weights are >= 0 and the L2 norm of every row is at most 1.001.
/// Lifetime: a view.
struct RowsView {
  std::span<const std::int32_t> offsets;  ///< One more than rows; empty means no rows.
  std::span<const std::int32_t> terms;
  std::span<const float> weights;

  [[nodiscard]] std::size_t size() const { return offsets.empty() ? 0 : offsets.size() - 1; }
};

/// REQUIRES: `rows` is compressed (as `stack` and `corpus_vectors` make it).
[[nodiscard]] RowsView view_of(const SparseRows& rows);
/// Rows [first, last) of a view, to make shards. REQUIRES: first <= last <= rows.size().
[[nodiscard]] RowsView slice(const RowsView& rows, std::size_t first, std::size_t last);

struct Neighbour {
  std::uint32_t row = 0;
  double score = 0.0;  ///< (0, 1].
  friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

/// The total order of this file: true if `a` comes first.
[[nodiscard]] inline bool nearer(const Neighbour& a, const Neighbour& b) {
  return a.score != b.score ? a.score > b.score : a.row < b.row;
}

/// One list a query, in order of queries.
struct NeighbourLists {
  std::vector<std::uint64_t> offsets = {0};
  std::vector<Neighbour> items;

  [[nodiscard]] std::size_t size() const { return offsets.size() - 1; }
  [[nodiscard]] std::span<const Neighbour> operator[](std::size_t query) const {
    return {items.data() + offsets[query],
            static_cast<std::size_t>(offsets[query + 1] - offsets[query])};
  }
  friend bool operator==(const NeighbourLists&, const NeighbourLists&) = default;
};

/// A pair of two rows; within one collection left < right.
struct ScoredPair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  double score = 0.0;
  friend bool operator==(const ScoredPair&, const ScoredPair&) = default;
};

/// The total order of pairs: score descending, then left, then right ascending.
[[nodiscard]] inline bool nearer(const ScoredPair& a, const ScoredPair& b) {
  return a.score != b.score ? a.score > b.score
         : a.left != b.left ? a.left < b.left
                            : a.right < b.right;
}

/// Instruction sets that candidate selection can use.
enum class VectorLevel : std::uint8_t { kBase, kAvx2, kAvx512 };

/// May `row` be a neighbour of `query`? Numbers as in the result. Called only for candidates, from
/// several threads, any number of times: must be pure. A predicate that refuses most pairs keeps
/// the k-th best score low and so makes the search slower, never wrong.
using AllowPair = std::function<bool(std::uint32_t query, std::uint32_t row)>;

struct NeighbourOptions {
  std::size_t k = 10;             ///< Neighbours a query, at least 1. `pairs_above` ignores it.
  double min_score = 0.0;         ///< Scores below it are left out; 0 keeps all above 0. [0, 1].
  unsigned threads = 1;           ///< At least 1. Without effect on the result.
  std::uint32_t first_query = 0;  ///< Number of the first query, for shards.
  std::uint32_t first_row = 0;    ///< Number of the first row, for shards.
  /// Group (for instance document) of each query and row; pairs of one group are left out. Both
  /// empty: none is.
  std::span<const std::uint32_t> query_groups;
  std::span<const std::uint32_t> row_groups;
  AllowPair allow;  ///< Empty allows all.
  VectorLevel at_most =
      VectorLevel::kAvx512;  ///< For tests and measurements. Without effect on the result.
};

/// The k nearest of `rows` for each of `queries`.
/// Complexity: O(sum over terms of queries with it x rows with it); about 1 ns a pair of
/// paragraphs.
[[nodiscard]] NeighbourLists nearest(const RowsView& queries, const RowsView& rows,
                                     const NeighbourOptions& options);

/// The k nearest other rows of each row of one collection: equal to `nearest(rows, rows)` with each
/// row barred from its own list, at half the work. Groups and numbers are those of `row_groups` and
/// `first_row`; `query_groups` and `first_query` are not read.
[[nodiscard]] NeighbourLists nearest_within(const RowsView& rows, const NeighbourOptions& options);

/// All pairs of one collection with a score of at least `options.min_score`, each once with left <
/// right, in the order of pairs. A pair is kept if `allow` takes it as (left, right).
/// REQUIRES: min_score > 0. Uses `row_groups`, `first_row`.
[[nodiscard]] std::vector<ScoredPair> pairs_above(const RowsView& rows,
                                                  const NeighbourOptions& options);

/// The same between two collections (or two shards of one): left from `queries`, right from `rows`.
[[nodiscard]] std::vector<ScoredPair> pairs_above(const RowsView& queries, const RowsView& rows,
                                                  const NeighbourOptions& options);

/// Lists over disjoint parts of the rows -> the lists over all of them. REQUIRES: all parts have
/// the same queries; k is at most the k of the parts. Order of the parts does not matter.
[[nodiscard]] NeighbourLists merge_nearest(std::span<const NeighbourLists> parts, std::size_t k);

/// Pairs over disjoint sets of pairs -> all of them in order.
[[nodiscard]] std::vector<ScoredPair> merge_pairs(std::span<const std::vector<ScoredPair>> parts);

/// The highest level that this processor has.
[[nodiscard]] VectorLevel vector_level();

}  // namespace parallax
