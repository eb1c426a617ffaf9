/// engine/facts: loading the word tables, reading claims.

#include <benchmark/benchmark.h>

#include "bench/corpus.hpp"
#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"

namespace parallax::bench {
namespace {

void load_lexicon(benchmark::State& state) {
  const LexiconSource source;
  for (auto _ : state) {
    benchmark::DoNotOptimize(FactLexicon::load("en", source));
  }
}
BENCHMARK(load_lexicon);

void read_claims(benchmark::State& state) {
  const LexiconSource source;
  WordTable words;
  Analyser analyser(words, source);
  const Document document =
      analyser.analyse(record_of("a", statement(1, static_cast<std::size_t>(state.range(0)))))
          .value();
  const FactLexicon lexicon = FactLexicon::load("en", source).value();
  for (auto _ : state) {
    benchmark::DoNotOptimize(extract_claims(document, lexicon, words));
  }
  state.SetItemsProcessed(state.range(0) * state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(document.record.text.size()) *
                          state.iterations());
}
BENCHMARK(read_claims)->Arg(20)->Arg(500);

}  // namespace
}  // namespace parallax::bench
