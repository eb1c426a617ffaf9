#pragma once

/// What matters first: the order of the findings of a comparison.

#include <string_view>
#include <vector>

#include "engine/compare/comparison.hpp"
#include "engine/facts/claim.hpp"

namespace parallax {

/// Weight of a kind in [0, 1]: tolls, blame and denial before dates, names and positions, labels
/// and scope last. Unknown kinds weigh 0.
[[nodiscard]] double kind_weight(std::string_view kind);

/// Weight of the heaviest key term of a claim, 0 if it has none.
[[nodiscard]] double heaviest_key_term(const Claim& claim);

/// Sets `importance` and `key_terms` of a finding from its kind, the key terms of both claims
/// (models/lexicon/<lang>/key_term.tsv) and its confidence:
///   importance = 0.45 kind + 0.40 heaviest key term + 0.15 confidence, in [0, 1].
/// A heavy key term lifts a finding over the next kinds, never over another severity.
void weigh(const Claim& left, const Claim& right, ReportDivergence& finding);

/// Sorts by severity, importance, confidence, place (the sum of both sides', so that a swap changes
/// nothing), fingerprint; then numbers the ids D1, D2 ...
void rank(std::vector<ReportDivergence>& findings);

}  // namespace parallax
