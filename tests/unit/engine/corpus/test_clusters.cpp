#include <algorithm>
#include <map>
#include <vector>

#include "engine/corpus/clusters.hpp"
#include "models/vector/neighbours.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

bool same(const UnitCluster& a, const UnitCluster& b) {
  return a.units == b.units && a.links == b.links && a.lowest == b.lowest;
}

/// Clusters by flooding, written from the contract.
std::vector<UnitCluster> flooded(std::size_t units, const std::vector<ScoredPair>& pairs) {
  std::vector<std::uint32_t> label(units);
  for (std::uint32_t u = 0; u < units; ++u) {
    label[u] = u;
  }
  for (bool moved = true; moved;) {
    moved = false;
    for (const ScoredPair& pair : pairs) {
      const std::uint32_t low = std::min(label[pair.left], label[pair.right]);
      moved = moved || label[pair.left] != low || label[pair.right] != low;
      label[pair.left] = label[pair.right] = low;
    }
  }
  std::map<std::uint32_t, UnitCluster> found;
  for (std::uint32_t u = 0; u < units; ++u) {
    found[label[u]].units.push_back(u);
  }
  for (const ScoredPair& pair : pairs) {
    UnitCluster& cluster = found[label[pair.left]];
    ++cluster.links;
    cluster.lowest = std::min(cluster.lowest, pair.score);
  }
  std::vector<UnitCluster> clusters;
  for (auto& [first, cluster] : found) {
    if (cluster.links > 0) {
      clusters.push_back(cluster);
    }
  }
  std::stable_sort(
      clusters.begin(), clusters.end(),
      [](const UnitCluster& a, const UnitCluster& b) { return a.units.size() > b.units.size(); });
  return clusters;
}

}  // namespace

TEST_CASE("clusters equal flooding, whatever the order of the links") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    test::Random random(seed);
    const std::size_t units = 2 + random.below(60);
    std::vector<ScoredPair> pairs;
    for (std::size_t i = 0; i < random.below(units + 5); ++i) {
      const auto a = static_cast<std::uint32_t>(random.below(units));
      const auto b = static_cast<std::uint32_t>(random.below(units));
      if (a != b) {
        pairs.push_back(
            {std::min(a, b), std::max(a, b), static_cast<double>(random.below(100)) / 100.0});
      }
    }
    const std::vector<UnitCluster> wanted = flooded(units, pairs);
    for (int round = 0; round < 3; ++round) {
      ClusterBuilder builder(units);
      for (const ScoredPair& pair : pairs) {
        builder.link(round == 1 ? pair.right : pair.left, round == 1 ? pair.left : pair.right,
                     pair.score);
      }
      const std::vector<UnitCluster> got = builder.clusters();
      INFO("seed " << seed);
      REQUIRE(got.size() == wanted.size());
      CHECK(std::equal(got.begin(), got.end(), wanted.begin(), same));
      std::reverse(pairs.begin(), pairs.end());
    }
  }
}

TEST_CASE("units without links are in no cluster") {
  CHECK(ClusterBuilder(0).clusters().empty());
  CHECK(ClusterBuilder(5).clusters().empty());
}

}  // namespace parallax
