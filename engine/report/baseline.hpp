#pragma once

/// Baselines: findings that somebody has read and accepted, so that a gate looks at the rest.

#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/comparison.hpp"
#include "models/base/result.hpp"

namespace parallax {

/// The findings of a baseline file, in file order, with distinct fingerprints.
struct Baseline {
  std::vector<BaselineEntry> entries;
};

/// Reads `parallax.baseline/1`:
///   {"schema": "parallax.baseline/1",
///    "findings": [{"fingerprint": "16 hex digits", "kind": "number", "left": "", "right": "",
///                  "note": "why it is accepted"}]}
/// `note` may be left out; further fields are passed over. Errors (kFormat): broken JSON with
/// "path:line"; another schema; a finding without a field, with a fingerprint that is none, of an
/// unknown kind, or listed twice, each with "path: findings[N]" counted from 0.
[[nodiscard]] Result<Baseline> parse_baseline(std::string_view text, const std::string& path);

/// The same from a file. Errors: kIo besides.
[[nodiscard]] Result<Baseline> read_baseline(const std::string& path);

/// Marks the findings whose fingerprint and kind the baseline lists as accepted, with its note, and
/// records what no finding matches. Complexity: O(findings x log entries).
void apply_baseline(const Baseline& baseline, std::string path, ComparisonReport& report);

/// All findings of the report as a baseline file, ordered by fingerprint, each once; notes of
/// accepted findings are kept. Same report, same bytes.
[[nodiscard]] std::string write_baseline(const ComparisonReport& report);

}  // namespace parallax
