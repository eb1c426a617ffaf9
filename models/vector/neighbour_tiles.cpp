#include "models/vector/neighbour_tiles.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parallax {
namespace {

using kernels::kBlockRows;
using kernels::kTileRows;

/// A table by term number pays as long as the numbers are about as dense as the weights.
bool dense_numbers(std::int32_t largest, std::size_t weights) {
  return largest < 0 || static_cast<std::size_t>(largest) < 4 * weights + 1024;
}

std::span<const std::int32_t> stored_terms(const RowsView& rows) {
  if (rows.size() == 0) {
    return {};
  }
  const auto first = static_cast<std::size_t>(rows.offsets.front());
  return rows.terms.subspan(first, static_cast<std::size_t>(rows.offsets.back()) - first);
}

}  // namespace

TermRanks::TermRanks(const RowsView& rows) : rows_(rows.size()) {
  number_terms(rows);
  const std::vector<std::uint32_t> counts = count(rows);
  std::vector<std::uint32_t> order;
  for (std::uint32_t place = 0; place < counts.size(); ++place) {
    if (counts[place] > 1) {
      order.push_back(place);
    }
  }
  rank_places(std::move(order), counts);
}

TermRanks::TermRanks(const RowsView& queries, const RowsView& rows) : rows_(rows.size()) {
  number_terms(rows);
  const std::vector<std::uint32_t> counts = count(rows);
  const std::vector<std::uint32_t> asked = count(queries);
  std::vector<std::uint32_t> order;
  for (std::uint32_t place = 0; place < counts.size(); ++place) {
    if (counts[place] > 0 && asked[place] > 0) {
      order.push_back(place);
    }
  }
  rank_places(std::move(order), counts);
}

void TermRanks::number_terms(const RowsView& rows) {
  const auto stored = stored_terms(rows);
  const std::int32_t largest =
      stored.empty() ? -1 : *std::max_element(stored.begin(), stored.end());
  std::size_t places = static_cast<std::size_t>(largest) + 1;  // 0 without terms
  if (!dense_numbers(largest, stored.size())) {
    terms_.assign(stored.begin(), stored.end());
    std::sort(terms_.begin(), terms_.end());
    terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
    terms_.shrink_to_fit();
    places = terms_.size();
  }
  ranks_.resize(places);
  std::iota(ranks_.begin(), ranks_.end(), 0U);
}

std::vector<std::uint32_t> TermRanks::count(const RowsView& rows) const {
  std::vector<std::uint32_t> counts(ranks_.size(), 0);
  for (const std::int32_t term : stored_terms(rows)) {
    if (const std::uint32_t place = rank(term); place != kNone) {
      ++counts[place];
    }
  }
  return counts;
}

void TermRanks::rank_places(std::vector<std::uint32_t> order,
                            const std::vector<std::uint32_t>& counts) {
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return counts[a] < counts[b]; });
  std::fill(ranks_.begin(), ranks_.end(), kNone);
  for (std::uint32_t r = 0; r < order.size(); ++r) {
    ranks_[order[r]] = r;
    frequencies_.push_back(counts[order[r]]);
  }
}

std::uint32_t TermRanks::rank(std::int32_t term) const {
  if (terms_.empty()) {
    const auto place = static_cast<std::size_t>(term);
    return place < ranks_.size() ? ranks_[place] : kNone;
  }
  const auto at = std::lower_bound(terms_.begin(), terms_.end(), term);
  return at == terms_.end() || *at != term ? kNone
                                           : ranks_[static_cast<std::size_t>(at - terms_.begin())];
}

std::size_t TermRanks::count_above(double share) const {
  const double least = share * static_cast<double>(rows_);
  const auto first = std::find_if(frequencies_.begin(), frequencies_.end(),
                                  [&](std::uint32_t f) { return static_cast<double>(f) > least; });
  return static_cast<std::size_t>(frequencies_.end() - first);
}

std::vector<std::uint32_t> TermRanks::boundaries(std::size_t count) const {
  const double all = std::accumulate(frequencies_.begin(), frequencies_.end(), 0.0);
  std::vector<std::uint32_t> bounds;
  double seen = 0.0;
  for (std::uint32_t r = 0; r < frequencies_.size() && bounds.size() < count; ++r) {
    if (seen >= all * static_cast<double>(bounds.size()) / static_cast<double>(count)) {
      bounds.push_back(r);
    }
    seen += static_cast<double>(frequencies_[r]);
  }
  return bounds;
}

RankedRows::RankedRows(const RowsView& rows, const TermRanks& terms) : offsets(rows.size() + 1, 0) {
  const std::size_t stored = stored_terms(rows).size();
  ranks.reserve(stored);
  weights.reserve(stored);
  std::vector<std::pair<std::uint32_t, float>> row;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    row.clear();
    for (auto p = static_cast<std::size_t>(rows.offsets[r]);
         p < static_cast<std::size_t>(rows.offsets[r + 1]); ++p) {
      if (const std::uint32_t rank = terms.rank(rows.terms[p]); rank != TermRanks::kNone) {
        row.emplace_back(rank, rows.weights[p]);
      }
    }
    std::sort(row.begin(), row.end());
    for (const auto& [rank, weight] : row) {
      ranks.push_back(rank);
      weights.push_back(weight);
    }
    offsets[r + 1] = static_cast<std::uint32_t>(ranks.size());
  }
}

Tile::Tile(std::size_t terms, std::size_t first_dense)
    : first_dense_(first_dense),
      begin_(terms + 2, 0),
      columns_((terms - first_dense) * kTileRows, 0.0F) {}

std::size_t Tile::padded() const {
  return (last_ - first_ + kBlockRows - 1) / kBlockRows * kBlockRows;
}

void Tile::build(const RankedRows& rows, std::size_t first, std::size_t last) {
  first_ = first;
  last_ = last;
  std::fill(begin_.begin(), begin_.end(), 0U);
  std::fill(columns_.begin(), columns_.end(), 0.0F);
  for (std::size_t p = rows.offsets[first]; p < rows.offsets[last]; ++p) {
    if (rows.ranks[p] < first_dense_) {
      ++begin_[rows.ranks[p] + 2];
    }
  }
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  rows_.resize(begin_.back());
  weights_.resize(begin_.back());
  // begin_[t + 1] runs from the start of list t to its end while the list is filled.
  for (std::size_t r = first; r < last; ++r) {
    for (std::size_t p = rows.offsets[r]; p < rows.offsets[r + 1]; ++p) {
      const std::uint32_t t = rows.ranks[p];
      if (t < first_dense_) {
        const std::uint32_t at = begin_[t + 1]++;
        rows_[at] = static_cast<std::uint16_t>(r - first);
        weights_[at] = rows.weights[p];
      } else {
        columns_[(t - first_dense_) * kTileRows + (r - first)] = rows.weights[p];
      }
    }
  }
}

void Tile::build_norms(const RankedRows& rows, const std::vector<std::uint32_t>& boundaries) {
  norms_.assign(boundaries.size() * kTileRows, 0.0F);
  largest_.assign(boundaries.size(), 0.0F);
  for (std::size_t r = first_; r < last_; ++r) {
    double squares = 0.0;
    std::size_t p = rows.offsets[r + 1];
    for (std::size_t b = boundaries.size(); b-- > 0;) {
      for (; p > rows.offsets[r] && rows.ranks[p - 1] >= boundaries[b]; --p) {
        const auto w = static_cast<double>(rows.weights[p - 1]);
        squares += w * w;
      }
      // Rounded up, so that a bound stays a bound.
      const float norm = static_cast<float>(std::sqrt(squares)) * 1.000001F;
      norms_[b * kTileRows + (r - first_)] = norm;
      largest_[b] = std::max(largest_[b], norm);
    }
  }
}

}  // namespace parallax
