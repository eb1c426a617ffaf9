#pragma once

/// Offsets that programs count in characters.

#include <cstdint>
#include <string_view>
#include <vector>

namespace parallax {

/// Offsets in code points for offsets in bytes: a count every 64 bytes, the rest by looking.
/// Lifetime: keeps a view of the text. REQUIRES: valid UTF-8, offsets within it.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text) : text_(text) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i % kStep == 0) {
        counts_.push_back(count);
      }
      count += starts(i) ? 1U : 0U;
    }
    counts_.push_back(count);
  }

  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const {
    if (byte == text_.size()) {
      return counts_.back();
    }
    std::uint32_t count = counts_[byte / kStep];
    for (std::size_t i = byte / kStep * kStep; i < byte; ++i) {
      count += starts(i) ? 1U : 0U;
    }
    return count;
  }

 private:
  static constexpr std::size_t kStep = 64;
  [[nodiscard]] bool starts(std::size_t i) const {
    return (static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80;
  }

  std::string_view text_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace parallax
