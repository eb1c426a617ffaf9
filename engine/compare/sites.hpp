#pragma once

/// Sites that have no name of their own: "at the airport", "in a warehouse". Internal to
/// diverge_sites.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/compare/other_matter.hpp"

namespace parallax {

/// What kind of place a site is: a hub may hold buildings, but no monuments; land may hold all of
/// them.
enum class SiteTier : std::uint8_t { kHub, kBuilding, kMonument, kHome, kVehicle, kLand, kRoom };

/// Words for one site, separated by commas.
struct Site {
  SiteTier tier;
  std::string_view words;
};

/// A site where a claim places something; `token` is the last of its words.
struct FoundSite {
  const Site* site = nullptr;
  std::uint32_t token = 0;
  const Term* term = nullptr;
};

/// The site that the words at `at` name, the longest first; nullptr if there is none.
[[nodiscard]] const Site* site_at(const ClaimWords& words, std::uint32_t at, std::uint32_t& tokens);

/// All at which something is said to be, in text order. Complexity O(tokens * rows).
[[nodiscard]] std::vector<FoundSite> sites_of(const PairContext& pair, const ClaimWords& words);

}  // namespace parallax
