/// engine/corpus: predicates, and a batch from documents to JSONL.

#include <benchmark/benchmark.h>

#include "bench/corpus.hpp"
#include "engine/report/batch_writers.hpp"

namespace parallax::bench {
namespace {

/// Documents of ten sources, every second one an edited copy of the one before.
Corpus collection(std::size_t documents) {
  Corpus corpus;
  std::string text;
  for (std::size_t d = 0; d < documents; ++d) {
    text = d % 2 == 0 ? statement(d + 1, 60) : edited(text, d);
    Record record = record_of("document-" + std::to_string(d), text);
    record.source = "Ministry " + std::to_string(d % 10);
    record.date = "2024-01-" + std::to_string(10 + d % 20);
    record.language = "en";
    corpus.documents.push_back(std::move(record));
  }
  return corpus;
}

void batch_end_to_end(benchmark::State& state) {
  const Corpus corpus = collection(static_cast<std::size_t>(state.range(0)));
  const LexiconSource lexicons;
  std::size_t bytes = 0;
  for (const Record& record : corpus.documents) {
    bytes += record.text.size();
  }
  for (auto _ : state) {
    BatchOptions options;
    options.compare = static_cast<std::size_t>(state.range(1));
    const Result<BatchReport> report = batch_report(corpus, lexicons, options);
    std::size_t written = 0;
    const Status status =
        write_batch_jsonl(report.value(), {}, [&](std::string_view line) -> Status {
          written += line.size();
          return Done{};
        });
    benchmark::DoNotOptimize(status.has_value());
    benchmark::DoNotOptimize(written);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.SetItemsProcessed(state.range(0) * state.iterations());
}
BENCHMARK(batch_end_to_end)->Args({20, 0})->Args({20, 100})->Args({200, 0})->Args({200, 100});

/// The page of a finished batch, without the batch itself.
void batch_page(benchmark::State& state) {
  const Corpus corpus = collection(static_cast<std::size_t>(state.range(0)));
  BatchOptions options;
  options.map_rows = kHtmlMapRows;
  options.count_from = options.threshold * kHtmlCountedShare;
  options.count_units = kHtmlCountedUnits;
  const Result<BatchReport> report = batch_report(corpus, LexiconSource(), options);
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::string page = write_batch_html(report.value(), {});
    bytes = page.size();
    benchmark::DoNotOptimize(page.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.SetItemsProcessed(state.range(0) * state.iterations());
}
BENCHMARK(batch_page)->Arg(250)->Arg(1000)->Unit(benchmark::kMillisecond);

void predicate_holds(benchmark::State& state) {
  const PairPredicate where =
      PairPredicate::parse("a.source != b.source && days(a.date, b.date) <= 30", "bench").value();
  const Corpus corpus = collection(2);
  const DocumentFacts a = facts_of(corpus.documents[0]);
  const DocumentFacts b = facts_of(corpus.documents[1]);
  for (auto _ : state) {
    benchmark::DoNotOptimize(where.holds(a, b));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(predicate_holds);

}  // namespace
}  // namespace parallax::bench
