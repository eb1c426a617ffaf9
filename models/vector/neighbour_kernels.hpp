#pragma once

/// The inner loops of neighbours.cpp, compiled for several instruction sets and chosen at run time.
/// All of them work in float and only choose candidates. Internal to models/vector.

#include <cstddef>
#include <cstdint>

#include "models/vector/neighbours.hpp"

namespace parallax::kernels {

/// Rows of a tile: row numbers fit 16 bits, accumulators of a tile fit the first-level cache.
inline constexpr std::size_t kTileRows = 4096;
/// Scans look at this many rows at a time; arrays are padded to a multiple of it.
inline constexpr std::size_t kBlockRows = 64;
/// Queries whose dense products are computed together.
inline constexpr std::size_t kGroup = 4;

/// Inverted index of one tile: rows and weights of term t stand at [begin[t], begin[t + 1]).
struct Lists {
  const std::uint32_t* begin = nullptr;
  const std::uint16_t* rows = nullptr;
  const float* weights = nullptr;
};

/// Terms of one query with their weights.
struct QueryTerms {
  const std::uint32_t* terms = nullptr;
  const float* weights = nullptr;
  std::size_t count = 0;
};

/// Dense columns: value of term t in row r at columns[t * kTileRows + r].
struct Columns {
  const float* values = nullptr;
  std::size_t count = 0;
};

struct Kernels {
  VectorLevel level = VectorLevel::kBase;
  /// A term in more than this share of the rows costs less as a dense column than as a list.
  double dense_share = 0.3;
  /// sums[g * kTileRows + r] = sum over t of weights[t * kGroup + g] * columns[t][r], r < rows.
  void (*dense)(float* sums, const Columns& columns, const float* weights,
                std::size_t rows) = nullptr;
  /// sums[r] += weight of each term in the query times its weight in row r.
  void (*scatter)(float* sums, const Lists& lists, const QueryTerms& query) = nullptr;
  /// Writes the rows with sums[r] >= limit and gives their number.
  std::size_t (*scan)(const float* sums, float limit, std::size_t rows,
                      std::uint16_t* hits) = nullptr;
  /// The same for sums[r] >= min(limit, limits[r]).
  std::size_t (*scan_both)(const float* sums, const float* limits, float limit, std::size_t rows,
                           std::uint16_t* hits) = nullptr;
  /// The same for sums[r] + rest * norms[r] >= limit; `rest_and_limit` points to both.
  std::size_t (*scan_bound)(const float* sums, const float* norms, const float* rest_and_limit,
                            std::size_t rows, std::uint16_t* hits) = nullptr;
};

/// The best kernels of this processor that are not above `at_most`.
[[nodiscard]] const Kernels& choose(VectorLevel at_most);

}  // namespace parallax::kernels
