/// engine/document: language, paragraphs, sentences and tokens of a record.

#include <benchmark/benchmark.h>

#include "bench/corpus.hpp"
#include "engine/document/analyse.hpp"
#include "engine/document/read.hpp"

namespace parallax::bench {
namespace {

void analyse_statement(benchmark::State& state) {
  const std::string text = statement(1, static_cast<std::size_t>(state.range(0)));
  const LexiconSource lexicons;
  WordTable words;
  Analyser analyser(words, lexicons);
  for (auto _ : state) {
    benchmark::DoNotOptimize(analyser.analyse(record_of("a", text)));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
  state.SetItemsProcessed(state.range(0) * state.iterations());
}
BENCHMARK(analyse_statement)->Arg(20)->Arg(2000);

void hash_input(benchmark::State& state) {
  const std::string text = statement(1, static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(sha256_hex(text));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(hash_input)->Arg(2000);

}  // namespace
}  // namespace parallax::bench
