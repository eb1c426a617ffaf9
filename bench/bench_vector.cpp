/// models/vector: opening a model, embedding, cosines of many rows.

#include <map>
#include <sys/resource.h>

#include <benchmark/benchmark.h>

#include "bench/corpus.hpp"
#include "models/text/tokenise.hpp"
#include "models/vector/corpus_vectors.hpp"
#include "models/vector/neighbours.hpp"
#include "models/vector/tfidf.hpp"

namespace parallax::bench {
namespace {

std::vector<TermCount> counts_of(const std::string& text, WordTable& words) {
  Tokeniser tokeniser(words);
  std::map<std::int32_t, TermCount> counts;
  for (const Token& token : tokeniser.tokenise(text, "en")) {
    const Word& word = words[token.word];
    const auto term = static_cast<std::int32_t>(word.stem_id);
    TermCount& count = counts[term];
    count = {term, count.count + 1, word.folded, word.stop};
  }
  std::vector<TermCount> out;
  for (const auto& [term, count] : counts) {
    out.push_back(count);
  }
  return out;
}

std::vector<TermVector> vectors(std::size_t n, std::uint64_t seed, WordTable& words) {
  std::vector<TermVector> out;
  for (std::size_t i = 0; i < n; ++i) {
    out.push_back(embed(counts_of(statement(seed + i, 3), words), BackgroundModel::builtin("en")));
  }
  return out;
}

void open_model(benchmark::State& state) {
  BackgroundModel::Info info;
  info.language = "en";
  info.documents = 10;
  info.paragraphs = 100;
  const std::string bytes = serialise_model(info, {{"ministry", 5, 9}, {"border", 2, 3}});
  for (auto _ : state) {
    benchmark::DoNotOptimize(BackgroundModel::open(bytes, "bench"));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size()) * state.iterations());
}
BENCHMARK(open_model);

void embed_paragraph(benchmark::State& state) {
  WordTable words;
  const auto counts = counts_of(statement(1, static_cast<std::size_t>(state.range(0))), words);
  for (auto _ : state) {
    benchmark::DoNotOptimize(embed(counts, BackgroundModel::builtin("en")));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(counts.size()) * state.iterations());
}
BENCHMARK(embed_paragraph)->Arg(3)->Arg(100);

void cosines_of_rows(benchmark::State& state) {
  WordTable words;
  const auto n = static_cast<std::size_t>(state.range(0));
  const SparseRows left = stack(vectors(n, 1, words));
  const SparseRows right = stack(vectors(n, 1001, words));
  for (auto _ : state) {
    benchmark::DoNotOptimize(cosines(left, right));
  }
  state.SetItemsProcessed(state.range(0) * state.range(0) * state.iterations());
}
BENCHMARK(cosines_of_rows)->Arg(30)->Arg(1000);

/// Paragraphs of one corpus with their bytes.
struct Paragraphs {
  explicit Paragraphs(std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
      texts.push_back(statement(i + 1, 3));
      bytes += texts.back().size();
    }
    views.assign(texts.begin(), texts.end());
  }
  std::vector<std::string> texts;
  std::vector<std::string_view> views;
  std::size_t bytes = 0;
};

/// Peak memory of the process so far, in MiB: counts every benchmark that ran before.
double peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void fit_corpus(benchmark::State& state) {
  const Paragraphs corpus(static_cast<std::size_t>(state.range(0)));
  CorpusOptions options;
  options.threads = static_cast<unsigned>(state.range(1));
  for (auto _ : state) {
    const CorpusVectors vectors = corpus_vectors(corpus.views, options);
    benchmark::DoNotOptimize(vectors.rows.valuePtr());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(corpus.bytes) * state.iterations());
  state.SetItemsProcessed(state.range(0) * state.iterations());
  state.counters["peak_MiB"] = peak_mib();
}
BENCHMARK(fit_corpus)->Args({100, 1})->Args({1000, 1})->Args({10000, 1})->Args({10000, 2});

void nearest_rows(benchmark::State& state) {
  const Paragraphs corpus(static_cast<std::size_t>(state.range(0)));
  const CorpusVectors vectors = corpus_vectors(corpus.views, {});
  NeighbourOptions options;
  options.threads = static_cast<unsigned>(state.range(1));
  for (auto _ : state) {
    benchmark::DoNotOptimize(nearest_within(view_of(vectors.rows), options));
  }
  state.SetItemsProcessed(state.range(0) * state.iterations());
  state.counters["peak_MiB"] = peak_mib();
}
BENCHMARK(nearest_rows)->Args({100, 1})->Args({1000, 1})->Args({10000, 1})->Args({10000, 2});

void pairs_of_rows(benchmark::State& state) {
  const Paragraphs corpus(static_cast<std::size_t>(state.range(0)));
  const CorpusVectors vectors = corpus_vectors(corpus.views, {});
  NeighbourOptions options;
  options.min_score = 0.8;
  for (auto _ : state) {
    benchmark::DoNotOptimize(pairs_above(view_of(vectors.rows), options));
  }
  state.SetItemsProcessed(state.range(0) * state.iterations());
}
BENCHMARK(pairs_of_rows)->Arg(100)->Arg(1000);

}  // namespace
}  // namespace parallax::bench
