/// engine/index: building, opening, searching.

#include <benchmark/benchmark.h>

#include "bench/corpus.hpp"
#include "engine/index/build.hpp"
#include "engine/index/search.hpp"

namespace parallax::bench {
namespace {

/// `n` documents of about three paragraphs.
IndexBuilder builder_of(std::size_t n) {
  IndexBuilder builder;
  for (std::size_t i = 0; i < n; ++i) {
    Record record = record_of("d" + std::to_string(i), statement(i, 9));
    record.path = record.id;
    record.language = "en";
    (void)builder.add(std::move(record));
  }
  return builder;
}

void build_index(benchmark::State& state) {
  const IndexBuilder builder = builder_of(static_cast<std::size_t>(state.range(0)));
  std::size_t size = 0;
  for (auto _ : state) {
    size = builder.finish().value().size();
  }
  const std::string bytes = builder.finish().value();
  const TextIndex index = TextIndex::open(bytes, "bench").value();
  const auto text = static_cast<std::int64_t>(index.info().text_bytes);
  state.SetBytesProcessed(text * state.iterations());
  state.counters["index_to_text"] = static_cast<double>(size) / static_cast<double>(text);
}
BENCHMARK(build_index)->Arg(30)->Arg(300)->Arg(3000);

void open_index(benchmark::State& state) {
  const std::string bytes = builder_of(static_cast<std::size_t>(state.range(0))).finish().value();
  for (auto _ : state) {
    benchmark::DoNotOptimize(TextIndex::open(bytes, "bench"));
  }
}
BENCHMARK(open_index)->Arg(30)->Arg(3000);

void search_index(benchmark::State& state) {
  const std::string bytes = builder_of(static_cast<std::size_t>(state.range(0))).finish().value();
  const TextIndex index = TextIndex::open(bytes, "bench").value();
  Searcher searcher(index);
  std::vector<std::string> queries;
  for (std::uint64_t q = 0; q < 16; ++q) {
    queries.push_back(statement(1000000 + q, 1));
  }
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(searcher.search(queries[next++ % queries.size()], {}));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(search_index)->Arg(30)->Arg(300)->Arg(3000);

}  // namespace
}  // namespace parallax::bench
