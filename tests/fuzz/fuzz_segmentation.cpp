/// Any valid UTF-8 in any language: sentences and tokens are ordered, disjoint and inside the text.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/document/analyse.hpp"
#include "models/base/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr std::array<const char*, 9> kLanguages = {"en", "fr", "ru", "tr", "az",
                                                            "de", "es", "ar", ""};
  if (size < 2) {
    return 0;
  }
  parallax::Record record;
  record.language = kLanguages[data[0] % kLanguages.size()];
  record.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (parallax::first_invalid_utf8(record.text)) {
    return 0;
  }
  parallax::WordTable words;
  const parallax::LexiconSource lexicons;
  parallax::Analyser analyser(words, lexicons);
  const auto result = analyser.analyse(std::move(record));
  if (!result) {
    std::abort();
  }
  const parallax::Document& document = result.value();
  std::uint32_t end = 0;
  for (const parallax::Sentence& s : document.sentences) {
    if (s.span.begin < end || s.span.end <= s.span.begin ||
        s.span.end > document.record.text.size()) {
      std::abort();
    }
    end = s.span.end;
  }
  end = 0;
  for (const parallax::Token& t : document.tokens) {
    if (t.span.begin < end || t.span.end <= t.span.begin ||
        parallax::first_invalid_utf8(document.slice(t.span))) {
      std::abort();
    }
    end = t.span.end;
  }
  return 0;
}
