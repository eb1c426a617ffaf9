#include "engine/report/heat_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "models/base/expects.hpp"

namespace parallax {
namespace {

constexpr std::uint8_t kSelf = kHeatSteps + 1;

/// Colour of each value of a cell.
std::array<std::uint8_t, 256> levels_of(double threshold) {
  constexpr double kScale = 255.0;
  constexpr double kSmallest = 1e-9;
  std::array<std::uint8_t, 256> levels{};
  for (std::size_t value = 1; value < levels.size(); ++value) {
    const double share =
        (static_cast<double>(value) / kScale - threshold) / std::max(kSmallest, 1.0 - threshold);
    const double step = std::clamp(std::floor(share * kHeatSteps), 0.0, kHeatSteps - 1.0);
    levels[value] = static_cast<std::uint8_t>(1 + static_cast<int>(step));
  }
  return levels;
}

}  // namespace

const std::vector<PngColour>& heat_palette() {
  static const std::vector<PngColour> kPalette = [] {
    constexpr double kPale[3] = {186, 211, 236};
    constexpr double kDark[3] = {8, 29, 75};
    std::vector<PngColour> out = {{255, 255, 255}};
    for (std::size_t k = 0; k < kHeatSteps; ++k) {
      const double t = static_cast<double>(k) / (kHeatSteps - 1);
      PngColour colour{};
      for (std::size_t c = 0; c < 3; ++c) {
        colour[c] = static_cast<std::uint8_t>(std::lround(kPale[c] + t * (kDark[c] - kPale[c])));
      }
      out.push_back(colour);
    }
    out.push_back({196, 196, 196});
    return out;
  }();
  return kPalette;
}

std::string heat_picture(const HeatMap& map, std::size_t rows, std::size_t pool, double threshold) {
  PARALLAX_EXPECTS(rows > 0 && rows <= map.rows.size() && pool > 0);
  const std::array<std::uint8_t, 256> levels = levels_of(threshold);
  const std::size_t side = (rows + pool - 1) / pool;
  std::vector<std::uint8_t> pixels(side * side, 0);
  for (std::size_t y = 0; y < rows; ++y) {
    for (std::size_t x = 0; x < rows; ++x) {
      std::uint8_t& pixel = pixels[y / pool * side + x / pool];
      pixel = std::max(pixel, levels[map.cell(y, x)]);
    }
  }
  for (std::size_t k = 0; k < side; ++k) {
    std::uint8_t& pixel = pixels[k * side + k];
    pixel = pool == 1 || pixel == 0 ? kSelf : pixel;
  }
  return png_of(side, side, pixels, heat_palette());
}

}  // namespace parallax
