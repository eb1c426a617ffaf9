#include <fstream>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

#include "cli/commands.hpp"
#include "engine/compare/compare.hpp"
#include "engine/document/analyse.hpp"
#include "engine/document/pairs.hpp"
#include "engine/report/gate_writers.hpp"
#include "engine/report/writers.hpp"

namespace parallax {
namespace {

/// A word table grows with every new word; after this many pairs a fresh one keeps memory bounded.
constexpr std::size_t kPairsPerTable = 2000;

/// One table of words with its analyser.
struct Bench {
  explicit Bench(const LexiconSource& lexicons) : analyser(words, lexicons) {}
  WordTable words;
  Analyser analyser;
};

class PairRunner {
 public:
  /// Without `csv` it writes JSONL.
  PairRunner(const LexiconSource& lexicons, const BackgroundModel* model,
             std::optional<CsvRows> csv)
      : lexicons_(lexicons), tables_(lexicons), model_(model), csv_(csv) {}

  Result<std::string> lines_for(PairRecord pair) {
    if (bench_ == nullptr || ++used_ > kPairsPerTable) {
      bench_ = std::make_unique<Bench>(lexicons_);
      used_ = 1;
    }
    Result<Document> left = bench_->analyser.analyse(std::move(pair.left));
    if (!left) {
      return std::move(left).error();
    }
    Result<Document> right = bench_->analyser.analyse(std::move(pair.right));
    if (!right) {
      return std::move(right).error();
    }
    Result<ComparisonReport> report =
        compare_documents(left.value(), right.value(), bench_->words, tables_, {model_});
    if (!report) {
      return std::move(report).error();
    }
    return csv_ ? write_pair_csv(pair.id, report.value(), *csv_)
                : write_pair_line(pair.id, report.value());
  }

 private:
  const LexiconSource& lexicons_;
  FactLexicons tables_;
  const BackgroundModel* model_;
  std::optional<CsvRows> csv_;
  std::unique_ptr<Bench> bench_;
  std::size_t used_ = 0;
};

struct Counts {
  std::size_t done = 0, failed = 0;
};

/// Reads pair after pair; bad lines go to `err`, results to `write`.
template <class Write>
Result<Counts> run_lines(std::istream& in, const BatchArgs& args, PairRunner& runner,
                         std::ostream& err, const Write& write) {
  Counts counts;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      continue;
    }
    Result<PairRecord> pair =
        parse_pair(line, args.pairs + ":" + std::to_string(number), args.input.language);
    Result<std::string> result = pair ? runner.lines_for(std::move(pair).value())
                                      : Result<std::string>(std::move(pair).error());
    if (!result) {
      ++counts.failed;
      err << "parallax: " << result.error().to_string() << '\n';
      continue;
    }
    ++counts.done;
    if (Status status = write(result.value()); !status) {
      return std::move(status).error();
    }
  }
  return counts;
}

/// Nothing stands for the built-in one.
Result<std::optional<BackgroundModel>> background_model(const BatchArgs& args) {
  std::optional<BackgroundModel> model;
  if (!args.input.model.empty()) {
    Result<BackgroundModel> opened = BackgroundModel::read_file(args.input.model);
    if (!opened) {
      return std::move(opened).error();
    }
    model = std::move(opened).value();
  }
  return model;
}

/// What rows are written; nothing stands for JSONL.
std::optional<CsvRows> csv_rows(const BatchArgs& args) {
  if (args.format != "csv") {
    return std::nullopt;
  }
  return args.csv == "divergences" ? CsvRows::kDivergences : CsvRows::kPairs;
}

}  // namespace

Result<ExitCode> run_batch_pairs(const BatchArgs& args, const Streams& streams) {
  Result<LexiconSource> lexicons = lexicon_source(args.input);
  if (!lexicons) {
    return std::move(lexicons).error();
  }
  if (Result<ReadOptions> options = read_options(args.input); !options) {
    return std::move(options).error();
  }
  Result<std::optional<BackgroundModel>> model = background_model(args);
  if (!model) {
    return std::move(model).error();
  }
  std::ifstream file;
  if (args.pairs != "-") {
    if (Status status = check_readable(args.pairs); !status) {
      return std::move(status).error();
    }
    file.open(args.pairs, std::ios::binary);
  }
  std::istream& in = args.pairs == "-" ? streams.in : file;
  const std::optional<CsvRows> csv = csv_rows(args);
  PairRunner runner(lexicons.value(), model.value() ? &*model.value() : nullptr, csv);
  std::string collected;
  const bool to_file = !args.output.empty() && args.output != "-";
  std::string head = csv ? pair_csv_header(*csv) : "";  // in front of the first good pair
  const auto write = [&](const std::string& lines) -> Status {
    const std::string all = std::exchange(head, "") + lines;
    if (to_file) {
      collected += all;
      return Done{};
    }
    return write_output("", all, streams);
  };
  const Result<Counts> run = run_lines(in, args, runner, streams.err, write);
  if (!run) {
    return run.error();
  }
  const Counts counts = run.value();
  if (counts.done + counts.failed == 0) {
    return Error{ErrorCode::kEmpty, args.pairs, "holds no pair"};
  }
  if (to_file) {
    if (Status status = write_output(args.output, collected, streams); !status) {
      return std::move(status).error();
    }
  }
  return counts.failed == 0 ? ExitCode::kDone : ExitCode::kBadInput;
}

}  // namespace parallax
