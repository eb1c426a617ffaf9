#include "models/text/fold.hpp"

#include <algorithm>

#include <unicode/normalizer2.h>

#include "models/base/utf8.hpp"
#include "models/text/icu_seam.hpp"

namespace parallax {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_turkic(std::string_view language) {
  return language == "tr" || language == "az";
}

/// ASCII fold; capital I needs no care here because every dotless i becomes i in the end.
std::string fold_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c + ('a' - 'A'));
    }
  }
  return out;
}

bool is_dropped(char32_t c) {
  return c == 0x00AD || c == 0x0640 || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x0591 && c <= 0x05C7 && c != 0x05BE && c != 0x05C0 && c != 0x05C3) || c == 0x0307 ||
         c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF || c == 0x200E || c == 0x200F;
}

char32_t unify(char32_t c, bool turkic, bool russian) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x02B9:
    case 0x055A:
    case 0xFF07:
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;
    case 0x0649:
    case 0x06CC:
      return 0x064A;
    case 0x06A9:
      return 0x0643;
    case 0x0131:
      return turkic ? 'i' : c;
    case 0x0451:
      return russian ? 0x0435 : c;
    default:
      return c;
  }
}

}  // namespace

std::string fold(std::string_view text, std::string_view language) {
  if (is_ascii(text)) {
    return fold_ascii(text);
  }
  static const icu::Normalizer2* const kCasefold = [] {
    UErrorCode failure = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCCasefoldInstance(failure);
  }();
  UErrorCode status = U_ZERO_ERROR;
  std::string normal;
  if (kCasefold == nullptr) {
    normal = fold_ascii(text);
  } else {
    const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    normal = icu_seam::to_utf8(kCasefold->normalize(source, status));
  }
  const bool turkic = is_turkic(language);
  const bool russian = language == "ru";
  std::string out;
  out.reserve(normal.size());
  for (std::size_t i = 0; i < normal.size();) {
    const char32_t c = next_code_point(normal, i);
    if (!is_dropped(c)) {
      append_utf8(out, unify(c, turkic, russian));
    }
  }
  return out;
}

}  // namespace parallax
