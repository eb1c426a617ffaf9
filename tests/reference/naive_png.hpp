#pragma once

/// A plain reader of PNG files: chunks and check sums by the book (PNG, second edition), inflate
/// bit by bit (RFC 1951), without any library. Palette pictures without filter or interlace only.

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace parallax::test {

struct NaivePicture {
  std::size_t width = 0, height = 0;
  std::vector<std::array<std::uint8_t, 3>> palette;
  std::vector<std::uint8_t> pixels;  ///< Indices into the palette, row by row.
};

namespace png_detail {

inline void demand(bool holds, const char* what) {
  if (!holds) {
    throw std::runtime_error(what);
  }
}

inline std::uint32_t number_at(std::string_view text, std::size_t at) {
  demand(at + 4 <= text.size(), "cut short");
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = (value << 8U) | static_cast<unsigned char>(text[at + i]);
  }
  return value;
}

inline std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) {
      crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xEDB88320U : crc >> 1U;
    }
  }
  return ~crc;
}

inline std::uint32_t adler_of(std::string_view bytes) {
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (const char c : bytes) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  return (b << 16U) | a;
}

class Inflater {
 public:
  explicit Inflater(std::string_view in) : in_(in) {}

  std::string run() {
    for (bool last = false; !last;) {
      last = bits(1) == 1;
      const unsigned kind = bits(2);
      demand(kind < 3, "unknown block");
      kind == 0 ? stored() : kind == 1 ? fixed() : dynamic();
    }
    return out_;
  }
  /// Where the next whole byte begins.
  [[nodiscard]] std::size_t end() const { return (bit_ + 7) / 8; }

 private:
  using Code = std::vector<unsigned>;  ///< Length of the code of each symbol; 0 = none.

  unsigned bits(unsigned count) {
    unsigned value = 0;
    for (unsigned i = 0; i < count; ++i, ++bit_) {
      demand(bit_ / 8 < in_.size(), "cut short");
      const unsigned byte = static_cast<unsigned char>(in_[bit_ / 8]);
      value |= ((byte >> (bit_ % 8)) & 1U) << i;
    }
    return value;
  }

  /// Reads bits until they are the canonical code of a symbol.
  unsigned symbol(const Code& lengths) {
    unsigned code = 0;
    unsigned first = 0;
    for (unsigned length = 1; length <= 15; ++length) {
      code |= bits(1);
      unsigned count = 0;
      for (unsigned s = 0; s < lengths.size(); ++s) {
        if (lengths[s] == length) {
          if (code == first + count) {
            return s;
          }
          ++count;
        }
      }
      first = (first + count) << 1U;
      code <<= 1U;
    }
    demand(false, "no such code");
    return 0;
  }

  void stored() {
    bit_ = end() * 8;
    const unsigned size = bits(16);
    demand((size ^ bits(16)) == 0xFFFF, "length of a stored block");
    for (unsigned i = 0; i < size; ++i) {
      out_.push_back(static_cast<char>(bits(8)));
    }
  }

  void fixed() {
    Code literals(288, 8);
    for (std::size_t s = 144; s < 256; ++s) {
      literals[s] = 9;
    }
    for (std::size_t s = 256; s < 280; ++s) {
      literals[s] = 7;
    }
    block(literals, Code(30, 5));
  }

  void dynamic() {
    static constexpr unsigned kOrder[] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                          11, 4,  12, 3, 13, 2, 14, 1, 15};
    const unsigned literals = bits(5) + 257;
    const unsigned distances = bits(5) + 1;
    const unsigned count = bits(4) + 4;
    Code lengths(19, 0);
    for (unsigned i = 0; i < count; ++i) {
      lengths[kOrder[i]] = bits(3);
    }
    Code all;
    while (all.size() < literals + distances) {
      const unsigned s = symbol(lengths);
      if (s < 16) {
        all.push_back(s);
        continue;
      }
      demand(s != 16 || !all.empty(), "nothing to repeat");
      const unsigned value = s == 16 ? all.back() : 0;
      const unsigned times = s == 16 ? bits(2) + 3 : s == 17 ? bits(3) + 3 : bits(7) + 11;
      all.insert(all.end(), times, value);
    }
    demand(all.size() == literals + distances, "too many lengths");
    block(Code(all.begin(), all.begin() + literals), Code(all.begin() + literals, all.end()));
  }

  void block(const Code& literals, const Code& distances) {
    for (unsigned s = symbol(literals); s != 256; s = symbol(literals)) {
      if (s < 256) {
        out_.push_back(static_cast<char>(s));
        continue;
      }
      // Lengths 3 to 258: four steps of each number of extra bits, as distances have two.
      const unsigned l = s - 257;
      const unsigned extra = l < 8 || l == 28 ? 0 : l / 4 - 1;
      const unsigned length = l == 28 ? 258
                              : l < 8 ? l + 3
                                      : ((4 + l % 4) << extra) + 3 + bits(extra);
      const unsigned d = symbol(distances);
      const unsigned more = d < 4 ? 0 : d / 2 - 1;
      const unsigned distance = d < 4 ? d + 1 : ((2 + d % 2) << more) + 1 + bits(more);
      demand(distance <= out_.size(), "distance before the beginning");
      for (unsigned i = 0; i < length; ++i) {
        out_.push_back(out_[out_.size() - distance]);
      }
    }
  }

  std::string_view in_;
  std::size_t bit_ = 0;
  std::string out_;
};

}  // namespace png_detail

/// Throws std::runtime_error with what is wrong.
inline NaivePicture read_png(std::string_view file) {
  using png_detail::demand;
  demand(file.substr(0, 8) == std::string_view("\x89PNG\r\n\x1a\n", 8), "signature");
  NaivePicture out;
  std::string data;
  std::size_t at = 8;
  for (std::string kind; kind != "IEND";) {
    const std::uint32_t size = png_detail::number_at(file, at);
    kind = std::string(file.substr(at + 4, 4));
    demand(at + 12 + size <= file.size(), "cut short");
    const std::string_view content = file.substr(at + 8, size);
    demand(png_detail::crc_of(file.substr(at + 4, 4 + size)) ==
               png_detail::number_at(file, at + 8 + size),
           "check sum of a chunk");
    at += 12 + size;
    if (kind == "IHDR") {
      out.width = png_detail::number_at(content, 0);
      out.height = png_detail::number_at(content, 4);
      demand(content.substr(8) == std::string_view("\x04\x03\0\0\0", 5), "kind of picture");
    } else if (kind == "PLTE") {
      demand(size % 3 == 0, "palette");
      for (std::size_t i = 0; i < size; i += 3) {
        out.palette.push_back({static_cast<std::uint8_t>(content[i]),
                               static_cast<std::uint8_t>(content[i + 1]),
                               static_cast<std::uint8_t>(content[i + 2])});
      }
    } else if (kind == "IDAT") {
      data += content;
    }
  }
  demand(at == file.size(), "something behind the end");
  demand(
      data.size() > 6 && (data[0] & 0x0F) == 8 &&
          (static_cast<unsigned char>(data[0]) * 256U + static_cast<unsigned char>(data[1])) % 31 ==
              0,
      "head of zlib");
  png_detail::Inflater inflater(std::string_view(data).substr(2));
  const std::string raw = inflater.run();
  demand(png_detail::adler_of(raw) == png_detail::number_at(data, 2 + inflater.end()),
         "check sum of zlib");
  const std::size_t line = 1 + (out.width + 1) / 2;
  demand(raw.size() == line * out.height, "number of pixels");
  for (std::size_t y = 0; y < out.height; ++y) {
    demand(raw[y * line] == 0, "filter");
    for (std::size_t x = 0; x < out.width; ++x) {
      const auto byte = static_cast<unsigned char>(raw[y * line + 1 + x / 2]);
      out.pixels.push_back(static_cast<std::uint8_t>(x % 2 == 0 ? byte >> 4U : byte & 0x0FU));
    }
  }
  return out;
}

}  // namespace parallax::test
