#pragma once

/// The one place where ICU types meet ours: UTF-8 in and out, offsets mapped. Internal to
/// models/text.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/unistr.h>

namespace parallax::icu_seam {

/// UTF-16 form of a text with the byte offset of every code unit (one more entry for the end).
struct Utf16 {
  icu::UnicodeString text;
  std::vector<std::uint32_t> offsets;
};

/// REQUIRES: `text` is valid UTF-8.
[[nodiscard]] Utf16 to_utf16(std::string_view text);

[[nodiscard]] std::string to_utf8(const icu::UnicodeString& text);

}  // namespace parallax::icu_seam
