/// `parallax batch INPUTS...`

#include "engine/corpus/batch.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <ostream>
#include <system_error>
#include <thread>

#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/run_options.hpp"
#include "cli/runs.hpp"
#include "cli/terminal.hpp"
#include "engine/report/batch_writers.hpp"
#include "models/text/versions.hpp"

namespace parallax {
namespace {

/// Collections come in files larger than a statement.
constexpr std::size_t kMaxInputBytes = std::size_t{1} << 31U;

bool to_file(const BatchArgs& args) {
  return !args.output.empty() && args.output != "-";
}

/// What a journal of a regular file is called; nothing for devices and pipes.
std::string journal_of(const BatchArgs& args) {
  std::error_code unknown;
  const auto kind = std::filesystem::status(args.output, unknown).type();
  const bool regular =
      kind == std::filesystem::file_type::regular || kind == std::filesystem::file_type::not_found;
  return to_file(args) && regular ? args.output + ".part" : std::string();
}

BatchOptions options_of(const BatchArgs& args) {
  BatchOptions options;
  options.unit = args.unit == "claim"       ? UnitKind::kClaim
                 : args.unit == "statement" ? UnitKind::kStatement
                                            : UnitKind::kParagraph;
  options.top_k = args.top_k;
  options.threshold = args.threshold > 0.0 ? args.threshold : default_threshold(options.unit);
  options.related = args.related;
  options.identical = args.identical;
  options.compare = args.compare;
  options.formulations = args.formulations;
  options.min_terms = args.min_terms > 0 ? static_cast<std::uint32_t>(args.min_terms)
                                         : default_min_terms(options.unit);
  options.threads = args.jobs > 0 ? args.jobs : std::max(1U, std::thread::hardware_concurrency());
  options.journal = journal_of(args);
  options.version = program_version();
  if (args.format == "html") {
    options.map_rows = kHtmlMapRows;
    options.count_from = options.threshold * kHtmlCountedShare;
    options.count_units = kHtmlCountedUnits;
  }
  return options;
}

std::vector<std::string> inputs_of(const BatchArgs& args) {
  std::vector<std::string> inputs = args.inputs;
  for (const std::string& list : args.lists) {
    inputs.push_back("@" + list);
  }
  return inputs;
}

/// Everything that a run reads and that lives as long as it.
struct Setup {
  LexiconSource lexicons;
  ReadOptions reading;
  std::optional<BackgroundModel> model;
  std::optional<PairPredicate> where;
};

Result<Setup> setup_of(const BatchArgs& args) {
  Setup setup;
  Result<LexiconSource> lexicons = lexicon_source(args.input);
  if (!lexicons) {
    return std::move(lexicons).error();
  }
  setup.lexicons = std::move(lexicons).value();
  Result<ReadOptions> reading = read_options(args.input);
  if (!reading) {
    return std::move(reading).error();
  }
  setup.reading = std::move(reading).value();
  setup.reading.max_bytes = kMaxInputBytes;
  if (!args.input.model.empty()) {
    Result<BackgroundModel> opened = BackgroundModel::read_file(args.input.model);
    if (!opened) {
      return std::move(opened).error();
    }
    setup.model = std::move(opened).value();
  }
  if (!args.where.empty()) {
    Result<PairPredicate> where = PairPredicate::parse(args.where, "--where");
    if (!where) {
      return std::move(where).error();
    }
    setup.where = std::move(where).value();
  }
  return setup;
}

BatchCsvRows csv_rows_of(const std::string& name) {
  return name == "pairs"          ? BatchCsvRows::kPairs
         : name == "clusters"     ? BatchCsvRows::kClusters
         : name == "formulations" ? BatchCsvRows::kFormulations
         : name == "sources"      ? BatchCsvRows::kSources
         : name == "failures"     ? BatchCsvRows::kFailures
                                  : BatchCsvRows::kDivergences;
}

}  // namespace

Status write_batch(const BatchArgs& args, const FinishedBatch& batch,
                   const TerminalOptions& terminal, const LineSink& sink) {
  const BatchReport& report = batch.report;
  const BatchRun& run = batch.run;
  if (args.format == "html") {
    return sink(write_batch_html(report, run));
  }
  if (args.format.empty() || args.format == "text") {
    return sink(write_batch_terminal(report, run, terminal));
  }
  return args.format == "csv" ? write_batch_csv(report, csv_rows_of(args.csv), sink)
                              : write_batch_jsonl(report, run, sink);
}

Result<FinishedBatch> batch_records(const BatchArgs& args, Corpus corpus, const SavedBatch* saved,
                                    const ProgressSink& progress) {
  Result<Setup> made = setup_of(args);
  if (!made) {
    return std::move(made).error();
  }
  const Setup& setup = made.value();
  FinishedBatch batch;
  BatchRun& run = batch.run;
  run.options = options_of(args);
  run.options.model = setup.model ? &*setup.model : nullptr;
  run.options.where = setup.where ? &*setup.where : nullptr;
  run.options.known = saved == nullptr ? nullptr : &saved->findings;
  run.options.wording = saved == nullptr ? nullptr : &saved->wording;
  run.where = args.where;
  run.inputs = inputs_of(args);
  run.reading = reading_options_of(args);
  run.tool = {std::string(program_version()), icu_version(), unicode_version(),
              setup.model ? setup.model->info().identity : "builtin", setup.lexicons.identity()};
  Result<BatchReport> report =
      batch_report(std::move(corpus), setup.lexicons, run.options, progress);
  if (!report) {
    return std::move(report).error();
  }
  run.options.model = nullptr;  // these end here
  run.options.where = nullptr;
  run.options.known = nullptr;
  run.options.wording = nullptr;
  batch.report = std::move(report).value();
  return batch;
}

namespace {

/// To a file whole or not at all, to standard output line by line.
Status write_finished(const BatchArgs& args, const FinishedBatch& batch, const Streams& streams) {
  TerminalOptions terminal;
  terminal.width = terminal_width(args.width);
  const bool colour = to_file(args) ? args.colour == "always" : use_colour(args.colour);
  terminal.colour = colour ? TerminalOptions::Colour::kOn : TerminalOptions::Colour::kOff;
  if (!to_file(args)) {
    return write_batch(args, batch, terminal,
                       [&](std::string_view part) { return write_output("", part, streams); });
  }
  std::string all;
  Status status = write_batch(args, batch, terminal, [&](std::string_view part) -> Status {
    all += part;
    return Done{};
  });
  return status ? write_output(args.output, all, streams) : status;
}

Result<ExitCode> run_inputs(const BatchArgs& args, const Streams& streams) {
  Result<Setup> setup = setup_of(args);
  if (!setup) {
    return std::move(setup).error();
  }
  ProgressLine progress(args.progress, streams.err);
  progress.show({"reading inputs", 0, 0});
  Corpus corpus = read_corpus(inputs_of(args), setup.value().reading, streams.in);
  progress.clear();
  for (const Error& failure : corpus.failures) {
    streams.err << "parallax: " << failure.to_string() << '\n';
  }
  if (corpus.documents.empty()) {
    return Error{ErrorCode::kEmpty, "batch", "no input can be read"};
  }
  progress.show({"reading titles", 0, 0});
  if (Status status = complete_metadata(corpus, setup.value().lexicons, options_of(args).threads);
      !status) {
    return std::move(status).error();
  }
  const bool failed = !corpus.failures.empty();
  Result<FinishedBatch> batch = batch_records(args, std::move(corpus), nullptr,
                                              [&](const BatchProgress& p) { progress.show(p); });
  progress.clear();
  if (!batch) {
    return std::move(batch).error();
  }
  if (Status status = write_finished(args, batch.value(), streams); !status) {
    return std::move(status).error();
  }
  if (const std::string& journal = batch.value().run.options.journal; !journal.empty()) {
    std::error_code ignored;
    std::filesystem::remove(journal, ignored);
  }
  return failed ? ExitCode::kBadInput : ExitCode::kDone;
}

}  // namespace

Result<ExitCode> run_batch(const BatchArgs& args, const Streams& streams) {
  if (!args.pairs.empty()) {
    return run_batch_pairs(args, streams);
  }
  return run_inputs(args, streams);
}

}  // namespace parallax
