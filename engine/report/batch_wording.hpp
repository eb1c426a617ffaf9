#pragma once

/// The section of shared wording in the terminal summary of a batch.

#include <cstddef>
#include <string_view>

#include "engine/corpus/batch.hpp"
#include "engine/report/canvas.hpp"

namespace parallax {

/// "... 3 more pairs (see --format jsonl)", if not all were shown.
void write_left_out(std::size_t total, std::size_t shown, std::string_view what, Canvas& canvas);

/// Rare wording with who had it first and who repeated it; frequent and formulaic wording apart.
/// Of formulations that lie in one another where they stand first, the weightiest is shown.
void write_shared_wording(const BatchReport& report, Canvas& canvas);

}  // namespace parallax
