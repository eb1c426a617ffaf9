#include "engine/corpus/heat_map.hpp"

#include <algorithm>
#include <tuple>

#include "models/base/expects.hpp"

namespace parallax {
namespace {

constexpr std::uint32_t kNone = HeatRow::kNone;

/// First and last cluster of each unit.
struct Membership {
  std::vector<std::uint32_t> inner, outer;
};

Membership membership_of(const HeatInput& input) {
  const std::size_t units = input.near.size();
  Membership m{std::vector<std::uint32_t>(units, kNone), std::vector<std::uint32_t>(units, kNone)};
  for (std::uint32_t c = 0; c < input.clusters.size(); ++c) {
    for (const std::uint32_t unit : input.clusters[c]) {
      m.inner[unit] = m.inner[unit] == kNone ? c : m.inner[unit];
      m.outer[unit] = c;
    }
  }
  return m;
}

/// Sort key of a cluster: large ones first, no cluster last.
std::tuple<bool, std::size_t, std::uint32_t> place_of(const HeatInput& input,
                                                      std::uint32_t cluster) {
  if (cluster == kNone) {
    return {true, 0, 0};
  }
  const std::vector<std::uint32_t>& units = input.clusters[cluster];
  return {false, input.near.size() - units.size(), units.front()};
}

std::vector<HeatRow> all_rows(const HeatInput& input) {
  const Membership m = membership_of(input);
  std::vector<HeatRow> rows;
  for (std::uint32_t unit = 0; unit < input.near.size(); ++unit) {
    if (input.near[unit] || m.outer[unit] != kNone) {
      rows.push_back({unit, m.outer[unit], 1});
    }
  }
  const auto key = [&](const HeatRow& row) {
    const std::uint32_t inner = m.inner[row.unit];
    return std::tuple(place_of(input, row.cluster), row.cluster,
                      place_of(input, inner == row.cluster ? kNone : inner), row.unit);
  };
  std::sort(rows.begin(), rows.end(),
            [&](const HeatRow& a, const HeatRow& b) { return key(a) < key(b); });
  return rows;
}

/// One row a cluster. REQUIRES: rows of one cluster stand together.
std::vector<HeatRow> medoids_of(const std::vector<HeatRow>& rows, const HeatInput& input) {
  std::vector<HeatRow> out;
  for (const HeatRow& row : rows) {
    if (row.cluster == kNone || out.empty() || out.back().cluster != row.cluster) {
      out.push_back(row);
      continue;
    }
    HeatRow& medoid = out.back();
    ++medoid.stands_for;
    const std::uint64_t a = input.links[row.unit];
    const std::uint64_t b = input.links[medoid.unit];
    if (a > b || (a == b && row.unit < medoid.unit)) {
      medoid.unit = row.unit;
    }
  }
  return out;
}

/// The weights of chosen units alone.
UnitVectors vectors_of_rows(const UnitVectors& all, const std::vector<HeatRow>& rows) {
  UnitVectors out;
  for (const HeatRow& row : rows) {
    for (std::int32_t i = all.offsets[row.unit]; i < all.offsets[row.unit + 1]; ++i) {
      const auto at = static_cast<std::size_t>(i);
      out.terms.push_back(all.terms[at]);
      out.weights.push_back(all.weights[at]);
    }
    out.offsets.push_back(static_cast<std::int32_t>(out.terms.size()));
  }
  return out;
}

void fill_cells(const SearchSpace& space, const PairOptions& options, HeatMap& map) {
  constexpr double kScale = 255.0;
  const UnitVectors vectors = vectors_of_rows(space.vectors, map.rows);
  std::vector<Unit> units;
  units.reserve(map.rows.size());
  for (const HeatRow& row : map.rows) {
    units.push_back(space.units[row.unit]);
  }
  const std::size_t n = map.rows.size();
  map.cells.assign(n * n, 0);
  for_each_pair({vectors, units, space.facts}, options, [&](const ScoredPair& pair) {
    const auto value = static_cast<std::uint8_t>(std::max(1.0, pair.score * kScale));
    map.cells[pair.left * n + pair.right] = value;
    map.cells[pair.right * n + pair.left] = value;
  });
}

}  // namespace

void HeatInput::add_near(const ScoredPair& pair) {
  constexpr double kScale = 1e6;
  const auto weight = static_cast<std::uint64_t>(pair.score * kScale);
  for (const std::uint32_t unit : {pair.left, pair.right}) {
    near[unit] = true;
    links[unit] += weight;
  }
}

HeatMap heat_map(const SearchSpace& space, const PairOptions& options, const HeatInput& input,
                 std::size_t limit) {
  PARALLAX_EXPECTS(input.near.size() == space.units.size());
  PARALLAX_EXPECTS(input.links.size() == space.units.size());
  HeatMap map;
  map.rows = all_rows(input);
  map.alone = static_cast<std::uint32_t>(space.units.size() - map.rows.size());
  if (map.rows.size() > limit) {
    map.medoids = true;
    map.rows = medoids_of(map.rows, input);
  }
  while (map.rows.size() > limit) {
    map.left_out += map.rows.back().stands_for;
    map.rows.pop_back();
  }
  fill_cells(space, options, map);
  return map;
}

}  // namespace parallax
