/// models/text: decoding, folding, tokens, stems, language. Names: stage/size in sentences.

#include <benchmark/benchmark.h>

#include "bench/corpus.hpp"
#include "models/base/utf8.hpp"
#include "models/text/decode.hpp"
#include "models/text/fold.hpp"
#include "models/text/language.hpp"
#include "models/text/tokenise.hpp"

namespace parallax::bench {
namespace {

void report(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.SetItemsProcessed(state.range(0) * state.iterations());
}

void decode_utf8(benchmark::State& state) {
  const std::string text = statement(1, static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(decode(text, "bench"));
  }
  report(state, text.size());
}
BENCHMARK(decode_utf8)->Arg(20)->Arg(2000);

void validate_utf8(benchmark::State& state) {
  const std::string text = statement(1, static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(first_invalid_utf8(text));
  }
  report(state, text.size());
}
BENCHMARK(validate_utf8)->Arg(2000);

void fold_text(benchmark::State& state) {
  const std::string text = statement(1, static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(fold(text, "en"));
  }
  report(state, text.size());
}
BENCHMARK(fold_text)->Arg(20)->Arg(2000);

void tokenise_text(benchmark::State& state) {
  const std::string text = statement(1, static_cast<std::size_t>(state.range(0)));
  WordTable words;
  Tokeniser tokeniser(words);
  for (auto _ : state) {
    benchmark::DoNotOptimize(tokeniser.tokenise(text, "en"));
  }
  report(state, text.size());
}
BENCHMARK(tokenise_text)->Arg(20)->Arg(2000);

void split_text(benchmark::State& state) {
  const std::string text = statement(1, static_cast<std::size_t>(state.range(0)));
  Splitter splitter;
  std::vector<Piece> pieces;
  for (auto _ : state) {
    splitter.split(text, pieces);
    benchmark::DoNotOptimize(pieces.data());
  }
  report(state, text.size());
}
BENCHMARK(split_text)->Arg(20)->Arg(2000);

void split_text_by_icu(benchmark::State& state) {
  const std::string text = statement(1, static_cast<std::size_t>(state.range(0)));
  Splitter splitter;
  std::vector<Piece> pieces;
  for (auto _ : state) {
    splitter.split_by_icu(text, pieces);
    benchmark::DoNotOptimize(pieces.data());
  }
  report(state, text.size());
}
BENCHMARK(split_text_by_icu)->Arg(20);

void detect(benchmark::State& state) {
  const std::string text = statement(1, static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(detect_language(text));
  }
  report(state, text.size());
}
BENCHMARK(detect)->Arg(20);

}  // namespace
}  // namespace parallax::bench
