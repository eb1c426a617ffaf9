/// engine/report: the writers.

#include <benchmark/benchmark.h>

#include "bench/corpus.hpp"
#include "engine/compare/compare.hpp"
#include "engine/document/analyse.hpp"
#include "engine/report/writers.hpp"

namespace parallax::bench {
namespace {

ComparisonReport sample_report() {
  const LexiconSource source;
  WordTable words;
  Analyser analyser(words, source);
  const std::string text = statement(1, 30);
  const Document a = analyser.analyse(record_of("a", text)).value();
  const Document b = analyser.analyse(record_of("b", edited(text, 2))).value();
  return compare_documents(a, b, words, source).value();
}

template <class Write>
void write_report(benchmark::State& state, const Write& write) {
  const ComparisonReport report = sample_report();
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::string text = write(report);
    bytes = text.size();
    benchmark::DoNotOptimize(text.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void json_report(benchmark::State& state) {
  write_report(state, [](const ComparisonReport& r) { return write_json(r); });
}
BENCHMARK(json_report);

void html_report(benchmark::State& state) {
  write_report(state, [](const ComparisonReport& r) { return write_html(r); });
}
BENCHMARK(html_report);

void terminal_report(benchmark::State& state) {
  write_report(state, [](const ComparisonReport& r) { return write_terminal(r); });
}
BENCHMARK(terminal_report);

void markdown_report(benchmark::State& state) {
  write_report(state, [](const ComparisonReport& r) { return write_markdown(r); });
}
BENCHMARK(markdown_report);

}  // namespace
}  // namespace parallax::bench
