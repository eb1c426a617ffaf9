#pragma once

/// Small numbers as text and back, without locale.

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace parallax {

/// 16 lower-case hex digits.
[[nodiscard]] inline std::string hex16(std::uint64_t value) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = text.size(); i-- > 0; value >>= 4U) {
    text[i] = kDigits[value & 0xFU];
  }
  return text;
}

/// The integer that `text` begins with; 0 if it begins with none.
[[nodiscard]] inline int leading_int(std::string_view text) {
  int value = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  return status == std::errc{} && end != text.data() ? value : 0;
}

}  // namespace parallax
