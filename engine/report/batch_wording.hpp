#pragma once

/// Shared wording of a batch: which formulations are shown, and their section in the terminal
/// summary.

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/corpus/batch.hpp"
#include "engine/report/canvas.hpp"

namespace parallax {

/// "... 3 more pairs (see --format jsonl)", if not all were shown.
void write_left_out(std::size_t total, std::size_t shown, std::string_view what, Canvas& canvas);

/// The formulations of a band that say most: words that others repeated, descending; of those that
/// overlap where they stand first, the weightiest. At most `most`.
[[nodiscard]] std::vector<const Formulation*> weightiest_formulations(const BatchReport& report,
                                                                      RarityBand band,
                                                                      std::size_t most);
/// All listed formulations of a band.
[[nodiscard]] std::size_t count_formulations(const BatchReport& report, RarityBand band);

/// Rare wording with who had it first and who repeated it; frequent and formulaic wording apart.
/// Of formulations that lie in one another where they stand first, the weightiest is shown.
void write_shared_wording(const BatchReport& report, Canvas& canvas);

}  // namespace parallax
