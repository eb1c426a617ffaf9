#include <array>
#include <string>

#include "models/base/expects.hpp"
#include "models/vector/neighbours.hpp"
#include "models/vector/tfidf.hpp"
#include "tests/reference/naive_neighbours.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

constexpr std::array<VectorLevel, 3> kLevels = {VectorLevel::kBase, VectorLevel::kAvx2,
                                                VectorLevel::kAvx512};

/// Rows of Zipf-like terms with copies of earlier rows among them, so that ties are common.
SparseRows random_rows(std::uint64_t seed, std::size_t n, std::int32_t stride = 1) {
  test::Random random(seed);
  std::vector<TermVector> rows;
  for (std::size_t r = 0; r < n; ++r) {
    if (r > 0 && random.below(6) == 0) {
      rows.push_back(rows[random.below(r)]);
      continue;
    }
    std::vector<TermCount> counts;
    for (std::int32_t term = 0; term < 400; ++term) {
      if (random.below(static_cast<std::size_t>(2 + term / 2)) == 0) {
        counts.push_back(
            {term * stride, 1 + static_cast<std::uint32_t>(random.below(4)), "", false});
      }
    }
    rows.push_back(random.below(25) == 0 ? TermVector(kTermSpace) : embed(counts, nullptr));
  }
  return stack(rows);
}

std::vector<std::uint32_t> random_groups(std::uint64_t seed, std::size_t n) {
  test::Random random(seed);
  std::vector<std::uint32_t> groups;
  for (std::size_t r = 0; r < n; ++r) {
    groups.push_back(static_cast<std::uint32_t>(random.below(1 + n / 4)));
  }
  return groups;
}

/// Cuts [0, n) into shards and calls `visit(first, last)` for each.
template <class Visit>
void for_shards(test::Random& random, std::size_t n, const Visit& visit) {
  for (std::size_t first = 0; first < n;) {
    const std::size_t last = std::min(n, first + 1 + random.below(n));
    visit(first, last);
    first = last;
  }
}

}  // namespace

TEST_CASE("the nearest rows equal the naive twin at every level, k and thread count") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    test::Random random(seed);
    const SparseRows matrix = random_rows(seed, 40 + random.below(200), seed % 3 == 0 ? 100000 : 1);
    const RowsView rows = view_of(matrix);
    const auto groups = random_groups(seed, rows.size());
    for (const VectorLevel level : kLevels) {
      NeighbourOptions options;
      options.k = 1 + random.below(12);
      options.threads = 1 + static_cast<unsigned>(random.below(4));
      options.min_score = random.below(2) == 0 ? 0.0 : 0.3;
      options.at_most = level;
      INFO("seed " << seed << " k " << options.k << " threads " << options.threads);
      CHECK(nearest_within(rows, options) == reference::nearest_within(rows, options));
      options.row_groups = groups;
      options.first_row = 7;
      options.allow = [](std::uint32_t query, std::uint32_t row) { return (query + row) % 5 != 0; };
      CHECK(nearest_within(rows, options) == reference::nearest_within(rows, options));
      const SparseRows others = random_rows(seed + 100, 30);
      const auto query_groups = random_groups(seed + 1, 30);
      options.query_groups = query_groups;
      CHECK(nearest(view_of(others), rows, options) ==
            reference::nearest(view_of(others), rows, options));
    }
  }
}

TEST_CASE("pairs above a threshold equal the naive twin at every level and thread count") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    test::Random random(seed);
    const SparseRows matrix = random_rows(seed, 40 + random.below(200));
    const RowsView rows = view_of(matrix);
    const auto groups = random_groups(seed, rows.size());
    for (const double threshold : {0.05, 0.3, 0.5, 0.8, 1.0}) {
      NeighbourOptions options;
      options.min_score = threshold;
      options.threads = 1 + static_cast<unsigned>(random.below(4));
      options.at_most = kLevels[random.below(3)];
      INFO("seed " << seed << " threshold " << threshold);
      CHECK(pairs_above(rows, options) == reference::pairs_above(rows, options));
      options.row_groups = groups;
      options.allow = [](std::uint32_t left, std::uint32_t right) { return right - left < 60; };
      CHECK(pairs_above(rows, options) == reference::pairs_above(rows, options));
    }
  }
}

TEST_CASE("several tiles and long runs of equal rows give the same as one thread and the twin") {
  // More rows than a tile; a third are copies of one row, more than any shortlist holds.
  std::vector<TermVector> vectors;
  test::Random random(3);
  for (std::int32_t r = 0; r < 9000; ++r) {
    const std::vector<TermCount> same = {{5, 1, "", false}, {9, 2, "", false}};
    const auto a = static_cast<std::int32_t>(10 + random.below(300));
    const std::vector<TermCount> other = {
        {static_cast<std::int32_t>(random.below(8)), 1, "", false},
        {a, 1 + static_cast<std::uint32_t>(random.below(3)), "", false},
        {a + 1 + static_cast<std::int32_t>(random.below(300)), 2, "", false}};
    vectors.push_back(embed(r % 3 == 0 ? same : other, nullptr));
  }
  const SparseRows matrix = stack(vectors);
  const RowsView rows = view_of(matrix);
  NeighbourOptions options;
  options.k = 5;
  options.threads = 3;
  const NeighbourLists all = nearest_within(rows, options);
  options.threads = 1;
  options.at_most = VectorLevel::kBase;
  CHECK(all == nearest_within(rows, options));
  const RowsView some = slice(rows, 4000, 4020);
  options.first_query = 4000;
  options.allow = [](std::uint32_t query, std::uint32_t row) { return query != row; };
  const NeighbourLists naive = reference::nearest(some, rows, options);
  for (std::size_t q = 0; q < naive.size(); ++q) {
    CHECK(std::equal(naive[q].begin(), naive[q].end(), all[4000 + q].begin(), all[4000 + q].end()));
  }
}

TEST_CASE("shards merge to exactly the full result") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    test::Random random(seed);
    const SparseRows matrix = random_rows(seed, 30 + random.below(120));
    const RowsView rows = view_of(matrix);
    const auto groups = random_groups(seed, rows.size());
    const std::span<const std::uint32_t> all_groups(groups);
    NeighbourOptions options;
    options.k = 1 + random.below(8);
    options.row_groups = groups;
    const NeighbourLists full = nearest_within(rows, options);
    options.min_score = 0.4;
    const std::vector<ScoredPair> full_pairs = pairs_above(rows, options);

    NeighbourLists joined;
    std::vector<std::vector<ScoredPair>> pair_parts;
    for_shards(random, rows.size(), [&](std::size_t q_first, std::size_t q_last) {
      std::vector<NeighbourLists> parts;
      for_shards(random, rows.size(), [&](std::size_t first, std::size_t last) {
        NeighbourOptions part = options;
        part.min_score = 0.0;
        part.first_query = static_cast<std::uint32_t>(q_first);
        part.first_row = static_cast<std::uint32_t>(first);
        part.query_groups = all_groups.subspan(q_first, q_last - q_first);
        part.row_groups = all_groups.subspan(first, last - first);
        parts.push_back(nearest(slice(rows, q_first, q_last), slice(rows, first, last), part));
        part.min_score = options.min_score;
        part.allow = [](std::uint32_t left, std::uint32_t right) { return left < right; };
        pair_parts.push_back(
            pairs_above(slice(rows, q_first, q_last), slice(rows, first, last), part));
      });
      std::reverse(parts.begin(), parts.end());
      const NeighbourLists merged = merge_nearest(parts, options.k);
      for (std::size_t q = 0; q < merged.size(); ++q) {
        joined.items.insert(joined.items.end(), merged[q].begin(), merged[q].end());
        joined.offsets.push_back(joined.items.size());
      }
    });
    CHECK(joined == full);
    CHECK(merge_pairs(pair_parts) == full_pairs);
  }
}

TEST_CASE("no rows, empty rows and rows without a shared term have no neighbours") {
  const SparseRows none = stack({});
  CHECK(nearest_within(view_of(none), {}).size() == 0);
  std::vector<TermVector> vectors = {TermVector(kTermSpace),
                                     embed(std::vector<TermCount>{{3, 1, "", false}}, nullptr),
                                     embed(std::vector<TermCount>{{4, 1, "", false}}, nullptr)};
  const SparseRows rows = stack(vectors);
  const NeighbourLists lists = nearest_within(view_of(rows), {});
  CHECK(lists.size() == 3);
  CHECK(lists.items.empty());
}

TEST_CASE("an exception of the predicate reaches the caller from any thread") {
  const SparseRows rows = random_rows(1, 100);
  NeighbourOptions options;
  options.threads = 2;
  options.allow = [](std::uint32_t, std::uint32_t) -> bool { throw std::string("refused"); };
  CHECK_THROWS_AS(nearest_within(view_of(rows), options), std::string);
}

TEST_CASE("rows that break the contract are refused") {
  const std::vector<std::int32_t> offsets = {0, 2};
  const std::vector<std::int32_t> terms = {4, 3};
  const std::vector<float> weights = {0.5F, 0.5F};
  CHECK_THROWS_AS(nearest_within({offsets, terms, weights}, {}), ContractViolation);
  const std::vector<std::int32_t> ordered = {3, 4};
  const std::vector<float> heavy = {1.0F, 0.5F};
  CHECK_THROWS_AS(nearest_within({offsets, ordered, heavy}, {}), ContractViolation);
}

}  // namespace parallax
