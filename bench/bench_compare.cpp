/// engine/compare: unit similarity, and whole comparisons of near and far pairs.

#include <algorithm>

#include <benchmark/benchmark.h>

#include "bench/corpus.hpp"
#include "engine/compare/compare.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/similarity.hpp"
#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"

namespace parallax::bench {
namespace {

void compare_pair(benchmark::State& state, const std::string& left, const std::string& right) {
  const LexiconSource source;
  for (auto _ : state) {
    WordTable words;
    Analyser analyser(words, source);
    const Document a = analyser.analyse(record_of("a", left)).value();
    const Document b = analyser.analyse(record_of("b", right)).value();
    benchmark::DoNotOptimize(compare_documents(a, b, words, source));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(left.size() + right.size()) *
                          state.iterations());
  state.SetItemsProcessed(state.iterations());
}

void compare_near(benchmark::State& state) {
  const std::string text = statement(1, static_cast<std::size_t>(state.range(0)));
  compare_pair(state, text, edited(text, 2));
}
BENCHMARK(compare_near)->Arg(2)->Arg(20)->Arg(200);

void compare_far(benchmark::State& state) {
  const auto size = static_cast<std::size_t>(state.range(0));
  compare_pair(state, statement(1, size), statement(99, size));
}
BENCHMARK(compare_far)->Arg(20)->Arg(200);

/// Event gate and all rule families on aligned pairs whose facts are known.
void rules_per_pair(benchmark::State& state) {
  const LexiconSource source;
  WordTable words;
  Analyser analyser(words, source);
  const std::string text = statement(1, 200);
  const Document a = analyser.analyse(record_of("a", text)).value();
  const Document b = analyser.analyse(record_of("b", edited(text, 2))).value();
  const FactLexicon lexicon = FactLexicon::load("en", source).value();
  const std::vector<Claim> left = extract_claims(a, lexicon, words);
  const std::vector<Claim> right = extract_claims(b, lexicon, words);
  const std::size_t count = std::min(left.size(), right.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i < count; ++i) {
      const PairContext pair{a, b, left[i], right[i], words};
      benchmark::DoNotOptimize(diverge(pair, open_gate(pair)));
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(count) * state.iterations());
}
BENCHMARK(rules_per_pair);

void unit_profiles(benchmark::State& state) {
  WordTable words;
  const LexiconSource source;
  Analyser analyser(words, source);
  const Document a = analyser.analyse(record_of("a", statement(1, 1))).value();
  const Document b = analyser.analyse(record_of("b", statement(2, 1))).value();
  const auto unit = [](const Document& d) {
    return AlignUnit{d.record.text, d.tokens.data(), d.tokens.size(), "en"};
  };
  const UnitProfile x = profile_of(unit(a), words, BackgroundModel::builtin("en"));
  const UnitProfile y = profile_of(unit(b), words, BackgroundModel::builtin("en"));
  for (auto _ : state) {
    benchmark::DoNotOptimize(similarity(x, y));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(unit_profiles);

}  // namespace
}  // namespace parallax::bench
