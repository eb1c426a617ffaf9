#include "engine/corpus/unit_pairs.hpp"

#include <algorithm>

#include "models/base/expects.hpp"

namespace parallax {
namespace {

/// Rows of a block in `for_each_pair`: bounds the pairs that are held at once.
constexpr std::size_t kBlock = 16384;

std::vector<std::uint32_t> groups_of(const std::vector<Unit>& units) {
  std::vector<std::uint32_t> groups;
  groups.reserve(units.size());
  for (const Unit& unit : units) {
    groups.push_back(unit.document);
  }
  return groups;
}

bool holds(const SearchSpace& space, const PairPredicate& where, std::uint32_t a, std::uint32_t b) {
  return where.holds(space.facts[space.units[a].document], space.facts[space.units[b].document]);
}

NeighbourOptions search_options(const SearchSpace& space, const PairOptions& options) {
  NeighbourOptions search;
  search.k = options.top_k;
  search.min_score = options.threshold;
  search.threads = static_cast<unsigned>(std::max<std::size_t>(1, options.threads));
  if (options.where != nullptr) {
    search.allow = [&space, where = options.where](std::uint32_t a, std::uint32_t b) {
      return holds(space, *where, a, b);
    };
  }
  return search;
}

}  // namespace

NeighbourLists neighbours_of(const SearchSpace& space, const PairOptions& options) {
  const std::vector<std::uint32_t> groups = groups_of(space.units);
  NeighbourOptions search = search_options(space, options);
  search.row_groups = groups;
  return nearest_within(space.vectors.view(), search);
}

NeighbourLists neighbours_of_shard(const SearchSpace& space, const PairOptions& options,
                                   std::size_t shard, std::size_t shards) {
  PARALLAX_EXPECTS(shard < shards);
  const std::vector<std::uint32_t> groups = groups_of(space.units);
  const std::size_t first = space.units.size() * shard / shards;
  const std::size_t last = space.units.size() * (shard + 1) / shards;
  NeighbourOptions search = search_options(space, options);
  search.query_groups = groups;
  search.row_groups = std::span(groups).subspan(first, last - first);
  search.first_row = static_cast<std::uint32_t>(first);
  const RowsView rows = space.vectors.view();
  return nearest(rows, slice(rows, first, last), search);
}

std::vector<UnitPair> pairs_of(const NeighbourLists& lists) {
  std::vector<UnitPair> pairs;
  pairs.reserve(lists.items.size());
  for (std::uint32_t query = 0; query < lists.size(); ++query) {
    std::uint32_t rank = 0;
    for (const Neighbour& neighbour : lists[query]) {
      ++rank;
      UnitPair pair{std::min(query, neighbour.row), std::max(query, neighbour.row), neighbour.score,
                    0, 0};
      (query < neighbour.row ? pair.right_rank : pair.left_rank) = rank;
      pairs.push_back(pair);
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const UnitPair& a, const UnitPair& b) {
    return nearer(ScoredPair{a.left, a.right, a.score}, ScoredPair{b.left, b.right, b.score});
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (kept > 0 && pairs[kept - 1].left == pairs[i].left &&
        pairs[kept - 1].right == pairs[i].right) {
      pairs[kept - 1].left_rank = std::max(pairs[kept - 1].left_rank, pairs[i].left_rank);
      pairs[kept - 1].right_rank = std::max(pairs[kept - 1].right_rank, pairs[i].right_rank);
    } else {
      pairs[kept++] = pairs[i];
    }
  }
  pairs.resize(kept);
  return pairs;
}

void for_each_pair(const SearchSpace& space, const PairOptions& options,
                   const std::function<void(const ScoredPair&)>& visit) {
  const std::vector<std::uint32_t> groups = groups_of(space.units);
  const RowsView rows = space.vectors.view();
  NeighbourOptions search = search_options(space, options);
  if (options.where != nullptr) {
    search.allow = [&space, where = options.where](std::uint32_t a, std::uint32_t b) {
      return holds(space, *where, a, b) || holds(space, *where, b, a);
    };
  }
  for (std::size_t first = 0; first < space.units.size(); first += kBlock) {
    const std::size_t last = std::min(first + kBlock, space.units.size());
    const RowsView block = slice(rows, first, last);
    search.first_row = static_cast<std::uint32_t>(first);
    search.query_groups = {};
    search.row_groups = std::span(groups).subspan(first, last - first);
    for (const ScoredPair& pair : pairs_above(block, search)) {
      visit(pair);
    }
    search.query_groups = search.row_groups;
    search.first_query = search.first_row;
    for (std::size_t other = last; other < space.units.size(); other += kBlock) {
      const std::size_t end = std::min(other + kBlock, space.units.size());
      search.first_row = static_cast<std::uint32_t>(other);
      search.row_groups = std::span(groups).subspan(other, end - other);
      for (const ScoredPair& pair : pairs_above(block, slice(rows, other, end), search)) {
        visit(pair);
      }
    }
    search.first_query = 0;
  }
}

}  // namespace parallax
