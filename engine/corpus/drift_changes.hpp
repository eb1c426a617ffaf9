#pragma once

/// What changed between two mentions of one position. Internal to engine/corpus.

#include <vector>

#include "engine/corpus/drift.hpp"
#include "engine/corpus/drift_units.hpp"

namespace parallax {

/// Two units of one position, the earlier on the left. `statement` of each stands in the report.
struct UnitStep {
  const DriftUnit& before;
  const DriftUnit& after;
  std::uint32_t before_statement = 0, after_statement = 0;
  double similarity = 0.0;  ///< Of the aligned pair, [0, 1].
};

/// Flips, numbers, dates, steps of strength and labels; `position` and `id` are left open. Order:
/// that of the rules, then numbers and dates found by their place.
[[nodiscard]] std::vector<DriftChange> step_changes(const UnitStep& step, const WordTable& words);

/// Corrections, withdrawals and clarifications that a unit announces, in text order; one a class.
[[nodiscard]] std::vector<DriftChange> announced_changes(const DriftUnit& unit,
                                                         std::uint32_t statement,
                                                         const FactLexicon& lexicon,
                                                         const WordTable& words);

}  // namespace parallax
