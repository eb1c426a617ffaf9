#pragma once

/// Words and figures that the writers for people share. Internal to engine/report.

#include <string>
#include <vector>

#include "engine/compare/comparison.hpp"

namespace parallax {

/// "56 %"; "<1 %" and ">99 %" where rounding would claim 0 or 100 falsely.
[[nodiscard]] std::string percent(double share);
/// "0.52"
[[nodiscard]] std::string two_decimals(double value);
/// "3 conflicts", "1 note"
[[nodiscard]] std::string counted(std::size_t n, const std::string& singular);
/// "2:1" paragraph:sentence
[[nodiscard]] std::string place_of(const ReportClaim& claim);
/// "min 79, max 79, kind exact"
[[nodiscard]] std::string value_text(const Value& value);
/// Bytes of a claim.
[[nodiscard]] std::string claim_text(const ComparisonReport& report, ClaimIndex claim);
/// Name of a side for people: its source.
[[nodiscard]] std::string side_name(const ComparisonReport& report, std::size_t side);

/// Findings of one severity.
[[nodiscard]] std::size_t count_of(const Comparison& comparison, Severity severity);
/// Pairs without findings that say the same.
[[nodiscard]] std::vector<const ReportPair*> agreements(const Comparison& comparison);

/// Words of `text` that `other` does not have at the matching place (longest common subsequence of
/// words), as byte ranges of `text`.
[[nodiscard]] std::vector<ByteSpan> differing_words(const std::string& text,
                                                    const std::string& other);

}  // namespace parallax
