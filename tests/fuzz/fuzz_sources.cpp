/// Any valid UTF-8 in any language: every sentence lies in a statement, spans lie in the text on
/// character boundaries, and the writers accept what comes out.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "engine/document/analyse.hpp"
#include "engine/report/sources_writers.hpp"
#include "engine/sources/attribute.hpp"
#include "models/base/utf8.hpp"

namespace {

void check(bool good) {
  if (!good) {
    std::abort();
  }
}

void check_span(const parallax::Document& d, parallax::ByteSpan span) {
  check(span.begin < span.end && span.end <= d.record.text.size());
  check(!parallax::first_invalid_utf8(d.slice(span)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr std::array<const char*, 9> kLanguages = {"en", "fr", "ru", "tr", "az",
                                                            "de", "es", "ar", "xx"};
  if (size < 2) {
    return 0;
  }
  parallax::Record record;
  record.id = "fuzz";
  record.language = kLanguages[data[0] % kLanguages.size()];
  record.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (parallax::first_invalid_utf8(record.text)) {
    return 0;
  }
  parallax::WordTable words;
  static const parallax::LexiconSource kLexicons;
  parallax::Analyser analyser(words, kLexicons);
  const auto analysed = analyser.analyse(std::move(record));
  check(analysed.has_value());
  const parallax::Document& d = analysed.value();
  const auto result = parallax::attribute(d, words, kLexicons);
  check(result.has_value());
  const parallax::SourcedDocument& out = result.value();
  std::vector<char> covered(d.sentences.size(), 0);
  for (const parallax::Statement& s : out.statements) {
    check(!s.source || *s.source < out.sources.size());
    check(!s.content.empty() && s.confidence >= 0.0 && s.confidence <= 1.0);
    for (const parallax::ByteSpan span : s.content) {
      check_span(d, span);
    }
    for (const parallax::ByteSpan span : s.cue) {
      check_span(d, span);
    }
    check(s.first_sentence <= s.last_sentence && s.last_sentence < d.sentences.size());
    for (std::uint32_t t = s.first_sentence; t <= s.last_sentence; ++t) {
      covered[t] = 1;
    }
  }
  for (const char c : covered) {
    check(c == 1);
  }
  check(!parallax::write_sources_line(d, out).empty());
  check(!parallax::write_sources_terminal(d, out, parallax::SourcesOrder::kText).empty());
  check(!parallax::write_sources_markdown(d, out, parallax::SourcesOrder::kSource).empty());
  return 0;
}
