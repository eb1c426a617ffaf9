#include <algorithm>
#include <set>

#include "engine/corpus/batch.hpp"
#include "engine/corpus/heat_map.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/corpora.hpp"

namespace parallax {
namespace {

BatchReport report_of(std::size_t rows, std::size_t threads = 1,
                      const PairPredicate* where = nullptr) {
  BatchOptions options;
  options.threshold = 0.3;
  options.min_terms = 2;
  options.compare = 0;
  options.top_k = 1000;  // every near pair is in the report, to check the map against
  options.map_rows = rows;
  options.threads = threads;
  options.where = where;
  const LexiconSource lexicons;
  Result<BatchReport> report = batch_report(test::corpus_of(9, 60), lexicons, options);
  REQUIRE(report);
  return std::move(report).value();
}

/// Cells as the pairs of the report give them.
void check_cells(const BatchReport& report) {
  const HeatMap& map = *report.map;
  std::vector<std::uint8_t> expected(map.rows.size() * map.rows.size(), 0);
  for (const BatchPair& pair : report.pairs) {
    const auto row_of = [&](std::uint32_t unit) {
      return static_cast<std::size_t>(
          std::find_if(map.rows.begin(), map.rows.end(),
                       [&](const HeatRow& row) { return row.unit == unit; }) -
          map.rows.begin());
    };
    const std::size_t l = row_of(pair.pair.left);
    const std::size_t r = row_of(pair.pair.right);
    if (l < map.rows.size() && r < map.rows.size()) {
      const auto value = static_cast<std::uint8_t>(std::max(1.0, pair.pair.score * 255));
      expected[l * map.rows.size() + r] = expected[r * map.rows.size() + l] = value;
    }
  }
  CHECK(map.cells == expected);
}

}  // namespace

TEST_CASE("the map holds every near pair and nothing else") {
  const BatchReport report = report_of(2000);
  REQUIRE(report.map);
  const HeatMap& map = *report.map;
  check_cells(report);
  CHECK_FALSE(map.medoids);
  CHECK(map.left_out == 0);
  CHECK(map.rows.size() + map.alone == report.units.size());
  std::set<std::uint32_t> units;
  for (const HeatRow& row : map.rows) {
    units.insert(row.unit);
    CHECK(row.stands_for == 1);
  }
  CHECK(units.size() == map.rows.size());
}

TEST_CASE("rows of a cluster stand together, large clusters first, near copies inside too") {
  const BatchReport report = report_of(2000);
  std::set<std::uint32_t> seen;
  std::vector<std::size_t> sizes;
  for (std::size_t r = 0; r < report.map->rows.size(); ++r) {
    const std::uint32_t cluster = report.map->rows[r].cluster;
    if (r > 0 && report.map->rows[r - 1].cluster == cluster) {
      continue;
    }
    CHECK(seen.insert(cluster).second);
    sizes.push_back(cluster == HeatRow::kNone ? 0 : report.clusters[cluster].cluster.units.size());
  }
  CHECK(sizes.size() > 2);
  CHECK(std::is_sorted(sizes.rbegin(), sizes.rend()));
  for (const BatchCluster& cluster : report.clusters) {
    std::vector<std::size_t> places;
    for (std::size_t r = 0; r < report.map->rows.size(); ++r) {
      const std::vector<std::uint32_t>& units = cluster.cluster.units;
      if (std::find(units.begin(), units.end(), report.map->rows[r].unit) != units.end()) {
        places.push_back(r);
      }
    }
    REQUIRE(places.size() == cluster.cluster.units.size());
    CHECK(places.back() - places.front() + 1 == places.size());
  }
}

TEST_CASE("beyond the limit a cluster is its most central unit, and the rest is counted") {
  const BatchReport whole = report_of(2000);
  const std::size_t limit = whole.map->rows.size() - 1;
  const BatchReport report = report_of(limit);
  const HeatMap& map = *report.map;
  CHECK(map.medoids);
  CHECK(map.rows.size() <= limit);
  check_cells(report);
  std::size_t units = map.left_out + map.alone;
  for (const HeatRow& row : map.rows) {
    units += row.stands_for;
    if (row.cluster == HeatRow::kNone) {
      continue;
    }
    const std::vector<std::uint32_t>& members = report.clusters[row.cluster].cluster.units;
    CHECK(row.stands_for == members.size());
    const auto central = [&](std::uint32_t unit) {
      std::uint64_t sum = 0;
      for (const BatchPair& pair : report.pairs) {
        if (pair.pair.left == unit || pair.pair.right == unit) {
          sum += static_cast<std::uint64_t>(pair.pair.score * 1e6);
        }
      }
      return sum;
    };
    for (const std::uint32_t member : members) {
      const bool better = central(member) > central(row.unit) ||
                          (central(member) == central(row.unit) && member < row.unit);
      CHECK_FALSE(better);
    }
  }
  CHECK(units == report.units.size());
  const BatchReport five = report_of(5);
  CHECK(five.map->rows.size() == 5);
  CHECK(five.map->left_out > 0);
}

TEST_CASE("the map does not depend on threads, and heeds the predicate") {
  const BatchReport one = report_of(2000);
  const BatchReport four = report_of(2000, 4);
  CHECK(one.map->cells == four.map->cells);
  CHECK(one.similarities.counts == four.similarities.counts);
  const PairPredicate where = PairPredicate::parse("a.source != b.source", "test").value();
  const BatchReport some = report_of(2000, 1, &where);
  check_cells(some);
  CHECK(some.map->cells != one.map->cells);
}

TEST_CASE("similarities are counted from where it is asked for") {
  const BatchReport plain = report_of(0);
  CHECK_FALSE(plain.map);
  std::uint64_t near = 0;
  for (const std::uint64_t count : plain.similarities.counts) {
    near += count;
  }
  CHECK(near == plain.near);
  BatchOptions options;
  options.threshold = 0.3;
  options.min_terms = 2;
  options.compare = 0;
  options.count_from = 0.1;
  const LexiconSource lexicons;
  std::uint64_t counts[2] = {0, 0};
  for (const std::size_t units : {0U, 5000U}) {
    options.count_units = units;
    const BatchReport report = batch_report(test::corpus_of(9, 60), lexicons, options).value();
    CHECK(report.near == plain.near);
    CHECK(report.similarities.from == Approx(units == 0 ? 0.3 : 0.1));
    for (std::size_t k = 0; k < Similarities::kSteps; ++k) {
      counts[units == 0 ? 0 : 1] += report.similarities.counts[k];
      if (k >= 15) {
        CHECK(report.similarities.counts[k] == plain.similarities.counts[k]);
      }
    }
  }
  CHECK(counts[0] == plain.near);
  CHECK(counts[1] > plain.near);
}

}  // namespace parallax
