#pragma once

/// A heat map as a palette picture.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/corpus/heat_map.hpp"
#include "engine/report/png.hpp"

namespace parallax {

/// Steps of colour from the threshold to 1.
inline constexpr std::size_t kHeatSteps = 14;

/// White for nothing, then `kHeatSteps` colours from pale to dark, then grey for a unit with
/// itself.
[[nodiscard]] const std::vector<PngColour>& heat_palette();

/// The first `rows` rows and columns as a PNG file. A pixel stands for `pool` times `pool` cells
/// and has the colour of the most similar of them; grey if the only thing in it is a unit with
/// itself. So the picture has ceil(rows / pool) pixels a side. Complexity: linear in the cells.
/// REQUIRES: 0 < rows <= map.rows.size(); pool > 0; 0 <= threshold <= 1.
[[nodiscard]] std::string heat_picture(const HeatMap& map, std::size_t rows, std::size_t pool,
                                       double threshold);

}  // namespace parallax
