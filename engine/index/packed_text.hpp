#pragma once

/// Texts as numbers of words: lossless, about a third of the size, each text readable alone.
///
/// A text is cut into runs of word bytes (ASCII letters and digits, all bytes from 0x80 on) and
/// runs of other bytes. One blank between two words is implied (spaceless words: de Moura, Navarro,
/// Ziviani & Baeza-Yates 2000). The commonest runs get the shortest codes.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/text/string_table.hpp"

namespace parallax {

/// True if a run that begins with this byte is one of word bytes.
[[nodiscard]] bool is_word_byte(char c);

/// Collects texts, then gives them packed. Memory: 4 bytes a run and the distinct runs. REQUIRES:
/// all texts together stay below 4 GiB.
class TextPacker {
 public:
  void add(std::string_view text);

  struct Packed {
    std::vector<std::string> words;   ///< By code: most frequent first, then in byte order.
    std::string codes;                ///< LEB128, text after text.
    std::vector<std::uint64_t> ends;  ///< Where the codes of each text end.
  };
  /// Complexity: linear, and n log n in the distinct runs.
  [[nodiscard]] Packed finish() const;

 private:
  void add_run(std::string_view run);

  StringTable runs_;
  std::vector<std::uint64_t> times_;
  std::vector<std::uint32_t> sequence_;
  std::vector<std::uint64_t> ends_;
};

}  // namespace parallax
