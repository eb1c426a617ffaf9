#include "engine/report/png.hpp"

#include <string_view>
#include <zlib.h>

#include "models/base/expects.hpp"

namespace parallax {
namespace {

constexpr std::size_t kMaxSide = 65536;
constexpr std::size_t kMaxColours = 16;

/// Four bytes, the highest first.
void append_number(std::string& out, std::uint32_t value) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    out.push_back(static_cast<char>((value >> shift) & 0xFFU));
  }
}

/// zlib's functions take bytes as unsigned ones.
const Bytef* bytes_of(const std::string& text) {
  return reinterpret_cast<const Bytef*>(text.data());
}

/// Length, kind, content and the CRC-32 of kind and content.
void append_chunk(std::string& out, std::string_view kind, const std::string& content) {
  append_number(out, static_cast<std::uint32_t>(content.size()));
  const std::string checked = std::string(kind) + content;
  out += checked;
  append_number(out, static_cast<std::uint32_t>(
                         crc32(0, bytes_of(checked), static_cast<uInt>(checked.size()))));
}

std::string deflated(const std::string& raw) {
  uLongf size = compressBound(static_cast<uLong>(raw.size()));
  std::string out(size, '\0');
  const int status = compress2(reinterpret_cast<Bytef*>(out.data()), &size, bytes_of(raw),
                               static_cast<uLong>(raw.size()), Z_DEFAULT_COMPRESSION);
  PARALLAX_EXPECTS(status == Z_OK);
  out.resize(size);
  return out;
}

/// Rows with two pixels a byte, each behind the number of its filter, 0.
std::string packed(std::size_t width, std::size_t height, std::span<const std::uint8_t> pixels) {
  std::string out;
  out.reserve(height * (1 + (width + 1) / 2));
  for (std::size_t y = 0; y < height; ++y) {
    const std::span<const std::uint8_t> row = pixels.subspan(y * width, width);
    out.push_back('\0');
    for (std::size_t x = 0; x < width; x += 2) {
      const unsigned low = x + 1 < width ? row[x + 1] : 0U;
      out.push_back(static_cast<char>((static_cast<unsigned>(row[x]) << 4U) | low));
    }
  }
  return out;
}

}  // namespace

std::string png_of(std::size_t width, std::size_t height, std::span<const std::uint8_t> pixels,
                   std::span<const PngColour> palette) {
  PARALLAX_EXPECTS(width > 0 && width <= kMaxSide && height > 0 && height <= kMaxSide);
  PARALLAX_EXPECTS(pixels.size() == width * height);
  PARALLAX_EXPECTS(!palette.empty() && palette.size() <= kMaxColours);
  for (const std::uint8_t pixel : pixels) {
    PARALLAX_EXPECTS(pixel < palette.size());
  }
  std::string head;
  append_number(head, static_cast<std::uint32_t>(width));
  append_number(head, static_cast<std::uint32_t>(height));
  head += std::string("\x04\x03\x00\x00\x00", 5);  // depth, palette, deflate, filter, no interlace
  std::string colours;
  for (const PngColour& colour : palette) {
    colours.append(colour.begin(), colour.end());
  }
  std::string out = "\x89PNG\r\n\x1a\n";
  append_chunk(out, "IHDR", head);
  append_chunk(out, "PLTE", colours);
  append_chunk(out, "IDAT", deflated(packed(width, height, pixels)));
  append_chunk(out, "IEND", "");
  return out;
}

}  // namespace parallax
