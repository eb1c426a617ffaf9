#pragma once

/// Neighbours by scoring every pair, written from the contract in models/vector/neighbours.hpp and
/// never tuned.

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include "models/vector/neighbours.hpp"

namespace parallax::reference {

inline double score(const RowsView& a, std::size_t i, const RowsView& b, std::size_t j) {
  std::map<std::int32_t, double> weights;
  for (std::int32_t p = a.offsets[i]; p < a.offsets[i + 1]; ++p) {
    weights[a.terms[static_cast<std::size_t>(p)]] =
        static_cast<double>(a.weights[static_cast<std::size_t>(p)]);
  }
  double sum = 0.0;
  for (std::int32_t p = b.offsets[j]; p < b.offsets[j + 1]; ++p) {
    const auto found = weights.find(b.terms[static_cast<std::size_t>(p)]);
    if (found != weights.end()) {
      sum += found->second * static_cast<double>(b.weights[static_cast<std::size_t>(p)]);
    }
  }
  return std::min(sum, 1.0);
}

inline bool kept(std::uint32_t query, std::uint32_t row, double value,
                 const NeighbourOptions& options) {
  return value > 0.0 && value >= options.min_score && (!options.allow || options.allow(query, row));
}

inline NeighbourLists nearest(const RowsView& queries, const RowsView& rows,
                              const NeighbourOptions& options) {
  NeighbourLists lists;
  for (std::uint32_t i = 0; i < queries.size(); ++i) {
    std::vector<Neighbour> all;
    for (std::uint32_t j = 0; j < rows.size(); ++j) {
      const double value = score(queries, i, rows, j);
      const bool same =
          !options.row_groups.empty() && options.query_groups[i] == options.row_groups[j];
      if (!same && kept(options.first_query + i, options.first_row + j, value, options)) {
        all.push_back({options.first_row + j, value});
      }
    }
    std::sort(all.begin(), all.end(),
              [](const Neighbour& a, const Neighbour& b) { return nearer(a, b); });
    all.resize(std::min(all.size(), options.k));
    lists.items.insert(lists.items.end(), all.begin(), all.end());
    lists.offsets.push_back(lists.items.size());
  }
  return lists;
}

inline NeighbourLists nearest_within(const RowsView& rows, NeighbourOptions options) {
  const AllowPair allow = options.allow;
  options.first_query = options.first_row;
  options.query_groups = options.row_groups;
  options.allow = [&allow](std::uint32_t query, std::uint32_t row) {
    return query != row && (!allow || allow(query, row));
  };
  return reference::nearest(rows, rows, options);
}

inline std::vector<ScoredPair> pairs_above(const RowsView& rows, const NeighbourOptions& options) {
  std::vector<ScoredPair> pairs;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    for (std::uint32_t j = i + 1; j < rows.size(); ++j) {
      const double value = score(rows, i, rows, j);
      const bool same =
          !options.row_groups.empty() && options.row_groups[i] == options.row_groups[j];
      if (!same && kept(options.first_row + i, options.first_row + j, value, options)) {
        pairs.push_back({options.first_row + i, options.first_row + j, value});
      }
    }
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const ScoredPair& a, const ScoredPair& b) { return nearer(a, b); });
  return pairs;
}

}  // namespace parallax::reference
