#include "models/text/latin.hpp"

#include <algorithm>
#include <memory>

#include <unicode/translit.h>

#include "models/text/icu_seam.hpp"

namespace parallax {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return text;
}

const icu::Transliterator* transliterator() {
  thread_local const std::unique_ptr<icu::Transliterator> instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        icu::UnicodeString::fromUTF8("Any-Latin; Latin-ASCII"), UTRANS_FORWARD, status));
    return U_SUCCESS(status) != 0 ? std::move(made) : nullptr;
  }();
  return instance.get();
}

}  // namespace

std::string latin(std::string_view text) {
  if (is_ascii(text)) {
    return lower_ascii(std::string(text));
  }
  const icu::Transliterator* to_latin = transliterator();
  if (to_latin == nullptr) {
    return lower_ascii(std::string(text));
  }
  icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  to_latin->transliterate(utf16);
  return lower_ascii(icu_seam::to_utf8(utf16));
}

std::string name_skeleton(std::string_view name) {
  static constexpr std::string_view kDropped = "aeiouyhj'`-. ";
  const std::string text = latin(name);
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    const std::string_view rest = std::string_view(text).substr(i);
    if (rest.starts_with("kh")) {
      continue;
    }
    // The Cyrillic letters that German writes "tsch" and "sch" are "c" and "s" in ICU's form.
    if (rest.starts_with("tsch") || rest.starts_with("tch")) {
      i += rest.starts_with("tsch") ? 3U : 2U;
      c = 'c';
    } else if (rest.starts_with("sch")) {
      i += 2;
    }
    c = c == 'q' || c == 'c' ? 'k' : c == 'w' ? 'v' : c == 'z' ? 's' : c;
    const bool kept = kDropped.find(c) == std::string_view::npos;
    if (kept && (letters.empty() || letters.back() != c)) {
      letters.push_back(c);
    }
  }
  return letters;
}

bool feminine_ending(std::string_view name) {
  const std::string text = latin(name);
  return !text.empty() && text.back() == 'a';
}

}  // namespace parallax
