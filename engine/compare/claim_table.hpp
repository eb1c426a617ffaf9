#pragma once

/// All sources at a glance: claims clustered over all of them, one row a claim or a fact on which
/// they differ.

#include <vector>

#include "engine/compare/comparison.hpp"
#include "engine/compare/pairing.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// One column before the table is made.
struct TableSource {
  SourceIndex source{};
  std::vector<PlacedClaim> claims;  ///< What is compared.
  std::vector<ClaimIndex> rows;     ///< Row of each claim in the report.
};

/// Builds the table from the comparisons of `report`. Claims join a row where a comparison found
/// them to speak of the same thing; a claim joins a cluster only if it fits at least half of the
/// other sources' claims there, so that chains do not run away. A cluster with findings gives one
/// row a fact (toll, date, stance ...), another gives one row. Up to the order of the columns the
/// result does not depend on the order of the inputs. REQUIRES: findings and pairs are final.
/// Complexity: linear in pairs and findings; quadratic in the size of one cluster.
[[nodiscard]] ClaimTable build_claim_table(const std::vector<TableSource>& sources,
                                           const ComparisonReport& report, const WordTable& words);

}  // namespace parallax
