/// One timed step of parallax for peers.py, as one JSON line: time, peak memory, and what came out.
///
///   parallax_peer text COUNT FILE                  seeded paragraphs, one a line
///   parallax_peer fit CORPUS THREADS STOP          text to vectors (STOP: file of words, or -)
///   parallax_peer export CORPUS STOP PREFIX        the matrix as raw arrays for other programs
///   parallax_peer nearest CORPUS THREADS STOP K [QUERIES]
///                                                  fit, then the timed nearest neighbours of all
///                                                  rows, or of the first so many among all
///   parallax_peer pairs CORPUS THREADS STOP SCORE  fit, then the timed pairs above a score
///   parallax_peer search INDEX CORPUS QUERIES      opens an index and asks for so many paragraphs
///   of
///                                                  the corpus, evenly spread; milliseconds

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <numeric>
#include <sys/resource.h>

#include "bench/corpus.hpp"
#include "engine/index/search.hpp"
#include "models/vector/corpus_vectors.hpp"
#include "models/vector/neighbours.hpp"

namespace parallax::bench {
namespace {

double seconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

class Watch {
 public:
  void report(std::size_t bytes, std::size_t rows, std::size_t results) const {
    const double wall = seconds(CLOCK_MONOTONIC) - wall_;
    const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu_;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf(
        "{\"wall\": %.6f, \"cpu\": %.6f, \"rss_mib\": %.1f, \"bytes\": %zu, \"rows\": %zu, "
        "\"results\": %zu}\n",
        wall, cpu, static_cast<double>(usage.ru_maxrss) / 1024.0, bytes, rows, results);
  }

 private:
  double wall_ = seconds(CLOCK_MONOTONIC);
  double cpu_ = seconds(CLOCK_PROCESS_CPUTIME_ID);
};

std::string read_all(const std::string& path) {
  std::ifstream stream(path, std::ios::binary | std::ios::ate);
  if (!stream) {
    std::fprintf(stderr, "parallax_peer: %s: cannot be read\n", path.c_str());
    std::exit(2);
  }
  std::string text(static_cast<std::size_t>(stream.tellg()), '\0');
  stream.seekg(0);
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  return text;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  lines.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

void write_array(const std::string& path, const void* data, std::size_t bytes) {
  std::ofstream stream(path, std::ios::binary);
  stream.write(static_cast<const char*>(data), static_cast<std::streamsize>(bytes));
}

int write_text(std::size_t count, const std::string& path) {
  std::ofstream stream(path, std::ios::binary);
  for (std::size_t i = 0; i < count; ++i) {
    std::string paragraph = statement(i + 1, 3);
    while (!paragraph.empty() && (paragraph.back() == '\n' || paragraph.back() == ' ')) {
      paragraph.pop_back();
    }
    stream << paragraph << '\n';
  }
  return stream ? 0 : 2;
}

/// Opens an index and times one search a paragraph.
int time_searches(const std::string& path, const std::string& corpus, std::size_t queries) {
  const double start = seconds(CLOCK_MONOTONIC);
  const Result<TextIndex> index = TextIndex::read_file(path);
  if (!index) {
    std::fprintf(stderr, "parallax_peer: %s\n", index.error().to_string().c_str());
    return 2;
  }
  const double opened = seconds(CLOCK_MONOTONIC) - start;
  const std::string text = read_all(corpus);
  const auto lines = lines_of(text);
  Searcher searcher(index.value());
  std::vector<double> times;
  std::size_t hits = 0;
  for (std::size_t q = 0; q < queries; ++q) {
    const double before = seconds(CLOCK_MONOTONIC);
    const Result<SearchResult> found = searcher.search(lines[q * lines.size() / queries], {});
    times.push_back(seconds(CLOCK_MONOTONIC) - before);
    hits += found ? found.value().hits.size() : 0;
  }
  const double first = times.front();
  std::sort(times.begin(), times.end());
  std::printf(
      "{\"open_ms\": %.3f, \"first_ms\": %.3f, \"median_ms\": %.3f, \"p95_ms\": %.3f, "
      "\"hits\": %zu}\n",
      opened * 1e3, first * 1e3, times[queries / 2] * 1e3, times[queries * 95 / 100] * 1e3, hits);
  return 0;
}

int run(const std::vector<std::string>& args) {
  if (args.size() == 4 && args[0] == "search") {
    return time_searches(args[1], args[2], std::max<std::size_t>(1, std::stoul(args[3])));
  }
  if (args.size() == 3 && args[0] == "text") {
    return write_text(std::stoul(args[1]), args[2]);
  }
  if (args.size() < 4) {
    std::fputs("usage: parallax_peer text|fit|export|nearest|pairs|search ARGUMENTS\n", stderr);
    return 2;
  }
  const bool exports = args[0] == "export";
  const std::string text = read_all(args[1]);
  const auto lines = lines_of(text);
  const std::string& stop_path = args[exports ? 2 : 3];
  const std::string stop = stop_path == "-" ? std::string() : read_all(stop_path);
  CorpusOptions options;
  options.form = TermForm::kFolded;
  options.stop_words = stop;
  options.threads = exports ? 1 : static_cast<unsigned>(std::stoul(args[2]));
  const Watch fitting;
  const CorpusVectors vectors = corpus_vectors(lines, options);
  const RowsView rows = view_of(vectors.rows);
  if (args[0] == "fit") {
    fitting.report(text.size(), lines.size(), rows.terms.size());
    return 0;
  }
  if (exports) {
    write_array(args[3] + ".offsets", rows.offsets.data(), rows.offsets.size_bytes());
    write_array(args[3] + ".terms", rows.terms.data(), rows.terms.size_bytes());
    write_array(args[3] + ".weights", rows.weights.data(), rows.weights.size_bytes());
    fitting.report(text.size(), lines.size(), vectors.terms.size());
    return 0;
  }
  NeighbourOptions search;
  search.threads = options.threads;
  if (const char* level = std::getenv("PARALLAX_VECTOR_LEVEL")) {
    search.at_most = static_cast<VectorLevel>(std::atoi(level));
  }
  const Watch searching;
  if (args[0] == "pairs") {
    search.min_score = std::stod(args.at(4));
    const auto pairs = pairs_above(rows, search);
    searching.report(text.size(), lines.size(), pairs.size());
    return 0;
  }
  search.k = std::stoul(args.at(4));
  if (args.size() > 5) {
    const RowsView queries =
        slice(rows, 0, std::min<std::size_t>(std::stoul(args[5]), rows.size()));
    std::vector<std::uint32_t> numbers(rows.size());
    std::iota(numbers.begin(), numbers.end(), 0U);
    search.row_groups = numbers;
    search.query_groups = std::span(numbers).first(queries.size());
    const NeighbourLists lists = nearest(queries, rows, search);
    searching.report(text.size(), queries.size(), lists.items.size());
    return 0;
  }
  const NeighbourLists lists = nearest_within(rows, search);
  searching.report(text.size(), lines.size(), lists.items.size());
  return 0;
}

}  // namespace
}  // namespace parallax::bench

int main(int argc, char** argv) {
  return parallax::bench::run({argv + 1, argv + argc});
}
