/// engine/sources: who said what in news text, from bytes to statements.

#include <array>

#include <benchmark/benchmark.h>

#include "bench/corpus.hpp"
#include "engine/document/analyse.hpp"
#include "engine/sources/attribute.hpp"

namespace parallax::bench {
namespace {

/// News prose around official sentences: quotations, indirect speech, pronouns, narration.
std::string news(std::size_t paragraphs) {
  static constexpr std::array<std::string_view, 4> kBefore = {
      "", "\"", "According to the ministry, ", "The spokeswoman said that "};
  static constexpr std::array<std::string_view, 4> kAfter = {
      "", "\" Foreign Minister Darin Holt told reporters in Karsk on Tuesday.", "",
      " She added that talks would go on, while the opposition rejected the plan."};
  const std::string text = statement(7, 3 * paragraphs);
  std::string out;
  std::size_t begin = 0;
  for (std::size_t k = 0; begin < text.size(); ++k) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    out += kBefore[k % kBefore.size()];
    out += text.substr(begin, end - begin);
    out += kAfter[k % kAfter.size()];
    out += "\n\n";
    begin = end + 2;
  }
  return out;
}

/// The whole path: language, paragraphs, sentences, tokens, attribution. Bytes a second must not
/// fall with the length.
void sources_path(benchmark::State& state) {
  const std::string text = news(static_cast<std::size_t>(state.range(0)));
  const LexiconSource lexicons;
  WordTable words;
  Analyser analyser(words, lexicons);
  Attributor attributor(words, lexicons);
  for (auto _ : state) {
    const Result<Document> document = analyser.analyse(record_of("a", text));
    benchmark::DoNotOptimize(attributor.attribute(document.value()));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(sources_path)->Arg(10)->Arg(100)->Arg(1000)->Arg(10000);

void attribute_only(benchmark::State& state) {
  const std::string text = news(static_cast<std::size_t>(state.range(0)));
  const LexiconSource lexicons;
  WordTable words;
  Analyser analyser(words, lexicons);
  Attributor attributor(words, lexicons);
  const Result<Document> document = analyser.analyse(record_of("a", text));
  for (auto _ : state) {
    benchmark::DoNotOptimize(attributor.attribute(document.value()));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(attribute_only)->Arg(100)->Arg(10000);

}  // namespace
}  // namespace parallax::bench
