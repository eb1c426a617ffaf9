#pragma once

/// UTF-8 by the book (Unicode 15.0, table 3-7), without any library.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// Offset of the first byte that is not part of well-formed UTF-8; nothing if all is well.
/// Complexity: linear.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Code point at `offset`, which moves behind it. REQUIRES: `text` is valid UTF-8 and offset <
/// size.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Number of code points. REQUIRES: `text` is valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Appends a code point as UTF-8. REQUIRES: `c` is a scalar value.
void append_utf8(std::string& text, char32_t c);

}  // namespace parallax
