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

/// Null if this build of ICU lacks the rules.
std::unique_ptr<const icu::Transliterator> make_transliterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<const icu::Transliterator> made(icu::Transliterator::createInstance(
      icu::UnicodeString::fromUTF8("Any-Latin; Latin-ASCII"), UTRANS_FORWARD, status));
  if (U_FAILURE(status) != 0) {
    made.reset();
  }
  return made;
}

const icu::Transliterator* transliterator() {
  thread_local const std::unique_ptr<const icu::Transliterator> kInstance = make_transliterator();
  // The analyzer of clang 14 destroys a thread_local variable at the end of its block.
  return kInstance.get();  // NOLINT(clang-analyzer-cplusplus.NewDelete)
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

namespace {

/// Letters that stand for one sound in names of several spellings.
char one_spelling(char c) {
  switch (c) {
    case 'q':
    case 'c':
      return 'k';
    case 'w':
      return 'v';
    case 'z':
      return 's';
    default:
      return c;
  }
}

}  // namespace

std::string name_skeleton(std::string_view name) {
  static constexpr std::string_view kDropped = "aeiouyhj'`-. ";
  const std::string text = latin(name);
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i);
    if (rest.starts_with("kh")) {
      continue;
    }
    // The Cyrillic letters that German writes "tsch" and "sch" are "c" and "s" in ICU's form.
    const bool hushing = rest.starts_with("tsch") || rest.starts_with("tch");
    i += rest.starts_with("tsch") ? 3U : hushing || rest.starts_with("sch") ? 2U : 0U;
    const char c = hushing || rest.front() == 'x' ? 'k' : one_spelling(rest.front());
    const bool kept = kDropped.find(c) == std::string_view::npos;
    if (kept && (letters.empty() || letters.back() != c)) {
      letters.push_back(c);
    }
    if (rest.front() == 'x') {  // "Alexander", "Aleksandr"
      letters.push_back('s');
    }
  }
  return letters;
}

bool feminine_ending(std::string_view name) {
  const std::string text = latin(name);
  return !text.empty() && text.back() == 'a';
}

}  // namespace parallax
