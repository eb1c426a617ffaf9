#pragma once

/// The terminal view of more than two sources.

#include "engine/compare/comparison.hpp"
#include "engine/report/canvas.hpp"

namespace parallax {

/// Who speaks, the claim table, then what diverges pair by pair, what several sources say alike and
/// what one source alone says. Where the columns do not fit beside each other, rows are stacked.
/// REQUIRES: shows_table(report)
void write_table_view(const ComparisonReport& report, Canvas& canvas);

}  // namespace parallax
