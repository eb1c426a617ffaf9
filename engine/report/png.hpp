#pragma once

/// Small pictures with few colours.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace parallax {

/// Red, green, blue.
using PngColour = std::array<std::uint8_t, 3>;

/// A palette picture as a PNG file (PNG, second edition: colour type 3, depth 4, no filter, no
/// interlace). `pixels` are rows from the top, each pixel an index into `palette`. Same bytes for
/// the same input and the same version of zlib. Complexity: linear. REQUIRES: width and height in
/// [1, 65536]; pixels.size() == width * height; 1 to 16 colours, every pixel below their number.
[[nodiscard]] std::string png_of(std::size_t width, std::size_t height,
                                 std::span<const std::uint8_t> pixels,
                                 std::span<const PngColour> palette);

}  // namespace parallax
