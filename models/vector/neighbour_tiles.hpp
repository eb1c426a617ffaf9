#pragma once

/// Rows prepared for neighbours.cpp: terms renumbered by rarity, and one inverted index a tile.
/// Internal to models/vector.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/vector/neighbour_kernels.hpp"
#include "models/vector/neighbours.hpp"

namespace parallax {

/// Numbers of the terms that can occur in a pair, rarest first; ties by term.
class TermRanks {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// Within one collection: terms of at least two rows.
  explicit TermRanks(const RowsView& rows);
  /// Between two: terms that occur in both. Frequencies are counted in `rows`.
  TermRanks(const RowsView& queries, const RowsView& rows);

  [[nodiscard]] std::uint32_t rank(std::int32_t term) const;
  [[nodiscard]] std::size_t size() const { return frequencies_.size(); }
  /// How many of the last ranks occur in more than `share` of the rows.
  [[nodiscard]] std::size_t count_above(double share) const;
  /// `count` ranks that cut the stored weights into parts of equal size, ascending, the first 0.
  [[nodiscard]] std::vector<std::uint32_t> boundaries(std::size_t count) const;

 private:
  void number_terms(const RowsView& rows);
  [[nodiscard]] std::vector<std::uint32_t> count(const RowsView& rows) const;
  /// Keeps the places of `order`, rarest first. REQUIRES: ascending.
  void rank_places(std::vector<std::uint32_t> order, const std::vector<std::uint32_t>& counts);

  std::vector<std::int32_t> terms_;         ///< Sorted terms; empty if `ranks_` is by term.
  std::vector<std::uint32_t> ranks_;        ///< By term, or by place in `terms_`.
  std::vector<std::uint32_t> frequencies_;  ///< Rows with the term, by rank.
  std::size_t rows_ = 0;
};

/// Rows with ranks for terms, ascending by rank, so that a prefix holds the rarest terms.
struct RankedRows {
  std::vector<std::uint32_t> offsets;
  std::vector<std::uint32_t> ranks;
  std::vector<float> weights;

  RankedRows(const RowsView& rows, const TermRanks& terms);
  [[nodiscard]] std::size_t size() const { return offsets.size() - 1; }
  [[nodiscard]] kernels::QueryTerms row(std::size_t r) const {
    return {ranks.data() + offsets[r], weights.data() + offsets[r], offsets[r + 1] - offsets[r]};
  }
};

/// Inverted index of some rows; the terms from `first_dense` on are kept as dense columns instead.
class Tile {
 public:
  Tile(std::size_t terms, std::size_t first_dense);

  /// Indexes rows [first, last). REQUIRES: at most kTileRows of them.
  void build(const RankedRows& rows, std::size_t first, std::size_t last);
  /// For each of the boundaries b and each row the norm of its weights on ranks >= b.
  void build_norms(const RankedRows& rows, const std::vector<std::uint32_t>& boundaries);

  [[nodiscard]] std::size_t first() const { return first_; }
  [[nodiscard]] std::size_t last() const { return last_; }
  /// Number of rows, padded for the kernels.
  [[nodiscard]] std::size_t padded() const;
  [[nodiscard]] kernels::Lists lists() const {
    return {begin_.data(), rows_.data(), weights_.data()};
  }
  [[nodiscard]] kernels::Columns columns() const {
    return {columns_.data(), columns_.size() / kernels::kTileRows};
  }
  [[nodiscard]] const float* norms(std::size_t boundary) const {
    return norms_.data() + boundary * kernels::kTileRows;
  }
  /// Largest norm at a boundary.
  [[nodiscard]] float largest_norm(std::size_t boundary) const { return largest_[boundary]; }

 private:
  std::size_t first_ = 0, last_ = 0;
  std::size_t first_dense_;
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint16_t> rows_;
  std::vector<float> weights_, columns_, norms_, largest_;
};

}  // namespace parallax
