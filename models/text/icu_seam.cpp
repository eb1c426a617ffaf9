#include "models/text/icu_seam.hpp"

#include "models/base/utf8.hpp"

namespace parallax::icu_seam {

Utf16 to_utf16(std::string_view text) {
  Utf16 out;
  std::u16string units;
  units.reserve(text.size());
  out.offsets.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size();) {
    const auto at = static_cast<std::uint32_t>(i);
    const char32_t c = next_code_point(text, i);
    out.offsets.push_back(at);
    if (c < 0x10000) {
      units.push_back(static_cast<char16_t>(c));
    } else {
      out.offsets.push_back(at);
      units.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10U)));
      units.push_back(static_cast<char16_t>(0xDC00 + (c & 0x3FFU)));
    }
  }
  out.offsets.push_back(static_cast<std::uint32_t>(text.size()));
  out.text.setTo(units.data(), static_cast<int32_t>(units.size()));
  return out;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace parallax::icu_seam
