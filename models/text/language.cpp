#include "models/text/language.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "models/base/utf8.hpp"

namespace parallax {
namespace {

constexpr std::size_t kSample = std::size_t{1} << 16U;
/// A long text is judged by this much of its beginning, middle and end, if they leave no doubt.
constexpr std::size_t kPart = 768;
constexpr double kNoDoubt = 0.9;

struct ScriptRange {
  char32_t low, high;
  const char* language;
};
/// Scripts that one language of today's press uses.
constexpr std::array<ScriptRange, 13> kScripts = {{{0x0530, 0x058F, "hy"},
                                                   {0x10A0, 0x10FF, "ka"},
                                                   {0x0590, 0x05FF, "he"},
                                                   {0x0370, 0x03FF, "el"},
                                                   {0x0E00, 0x0E7F, "th"},
                                                   {0x1200, 0x137F, "am"},
                                                   {0xAC00, 0xD7AF, "ko"},
                                                   {0x3040, 0x30FF, "ja"},
                                                   {0x4E00, 0x9FFF, "zh"},
                                                   {0x1780, 0x17FF, "km"},
                                                   {0x0E80, 0x0EFF, "lo"},
                                                   {0x1000, 0x109F, "my"},
                                                   {0x0B80, 0x0BFF, "ta"}}};

struct Counts {
  std::array<std::size_t, kScripts.size()> script{};
  std::size_t letters = 0;
  std::size_t schwa = 0;  ///< Azerbaijani U+0259, U+018F.
};

Counts count(std::string_view text) {
  Counts counts;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    counts.letters +=
        ascii || (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF)) ? 1U : 0U;
    counts.schwa += c == 0x0259 || c == 0x018F ? 1U : 0U;
    for (std::size_t s = 0; s < kScripts.size(); ++s) {
      counts.script[s] += c >= kScripts[s].low && c <= kScripts[s].high ? 1U : 0U;
    }
  }
  return counts;
}

/// At most `size` bytes from about `begin` on, whole code points only.
std::string_view part_of(std::string_view text, std::size_t begin, std::size_t size) {
  const auto inside = [&](std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80;
  };
  std::size_t end = std::min(text.size(), begin + size);
  while (begin < end && inside(begin)) {
    ++begin;
  }
  while (end > begin && inside(end)) {
    --end;
  }
  return text.substr(begin, end - begin);
}

/// Names that CLD2 gives for what we call otherwise.
std::string our_code(std::string code) {
  if (code.starts_with("zh")) {
    return "zh";
  }
  if (code == "iw") {
    return "he";
  }
  return code;
}

struct Detected {
  std::string code;
  double share = 0.0;  ///< Of the text, [0, 1].
  bool reliable = false;
};

/// `flags`: 0, or CLD2's best effort, which also answers for a few words.
Detected detect(std::string_view sample, int flags) {
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percent{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::Language best = CLD2::ExtDetectLanguageSummary(
      sample.data(), static_cast<int>(sample.size()), true, &hints, flags, languages.data(),
      percent.data(), scores.data(), nullptr, &bytes, &reliable);
  return {our_code(CLD2::LanguageCode(best)), percent[0] / 100.0, reliable};
}

LanguageGuess guess_language(std::string_view sample) {
  const Counts counts = count(sample);
  if (counts.letters == 0) {
    return {"und", 0.0, false};
  }
  for (std::size_t s = 0; s < kScripts.size(); ++s) {
    const bool kana = std::string_view(kScripts[s].language) == "ja";
    if (counts.script[s] * (kana ? 10 : 2) > counts.letters) {
      return {kScripts[s].language, 1.0, true};
    }
  }
  Detected found = detect(sample, 0);
  const bool certain = found.code != "un" && !found.code.empty();
  if (!certain) {
    found = detect(sample, CLD2::kCLDFlagBestEffort);
  }
  if (counts.schwa * 50 > counts.letters) {
    return {"az", 1.0, true};
  }
  if (found.code == "un" || found.code.empty()) {
    return {"und", 0.0, false};
  }
  return {std::move(found.code), found.share, certain && found.reliable};
}

}  // namespace

LanguageGuess detect_language(std::string_view text) {
  const std::string_view sample = part_of(text, 0, kSample);
  if (sample.size() > 4 * kPart) {
    std::string parts(part_of(sample, 0, kPart));
    for (const std::size_t begin : {sample.size() / 2, sample.size() - kPart}) {
      parts += ' ';
      parts += part_of(sample, begin, kPart);
    }
    LanguageGuess guess = guess_language(parts);
    if (guess.reliable && guess.confidence >= kNoDoubt) {
      return guess;
    }
  }
  return guess_language(sample);
}

std::string language_of_tag(std::string_view tag) {
  std::string code(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : code) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return is_language_code(code) ? code : "";
}

bool is_language_code(std::string_view code) {
  return (code.size() == 2 || code.size() == 3) &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace parallax
