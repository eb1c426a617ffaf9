#pragma once

/// Scores are rounded once, in the report: what a saved report holds is what every writer shows.

#include <vector>

#include "engine/compare/comparison.hpp"

namespace parallax {

struct AnsweredQuery;
struct DriftReport;
struct QuoteReport;
struct SourcedDocument;

/// Rounded to 6 decimals. Large and infinite values stay as they are. Rounding again changes
/// nothing.
[[nodiscard]] double rounded(double value);

/// As `rounded`, but what is not 0 does not become 0, and what is not 1 does not become 1: only
/// equal texts have a similarity of 1. REQUIRES: 0 <= score <= 1.
[[nodiscard]] double rounded_score(double score);

/// Rounds all numbers of a result. A result is rounded before it is written or gated, so that
/// written directly and read from its JSON it gives the same bytes in every format.
void round_scores(ComparisonReport& report);
void round_scores(QuoteReport& report);
void round_scores(DriftReport& report);
void round_scores(SourcedDocument& sourced);  ///< To 4 decimals.
void round_scores(std::vector<AnsweredQuery>& queries);

}  // namespace parallax
