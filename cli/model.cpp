#include <exception>
#include <ostream>
#include <span>
#include <thread>

#include "cli/commands.hpp"
#include "engine/corpus/fit.hpp"
#include "engine/document/analyse.hpp"
#include "models/base/atomic_file.hpp"

namespace parallax {
namespace {

constexpr std::size_t kMaxTableBytes = std::size_t{1} << 30U;

Result<std::string> fit_frequencies(const ModelFitArgs& args, const FitOptions& options) {
  if (args.corpus.size() != 1) {
    return Error{ErrorCode::kInvalidOption, "--frequencies", "takes exactly one table"};
  }
  Result<std::string> table = read_file(args.corpus.front(), kMaxTableBytes);
  if (!table) {
    return std::move(table).error();
  }
  const std::string language = args.input.language.empty() ? "und" : args.input.language;
  return model_from_frequencies(table.value(), args.corpus.front(), language, options);
}

/// Counts every `jobs`-th record from `first` on. Texts are dropped as they are read.
Status count_records(std::span<Record> records, std::size_t first, std::size_t jobs,
                     const LexiconSource& lexicons, ModelFitter& fitter) {
  WordTable words;
  Analyser analyser(words, lexicons);
  for (std::size_t r = first; r < records.size(); r += jobs) {
    Result<Document> document = analyser.analyse(std::move(records[r]));
    if (!document) {
      return std::move(document).error();
    }
    fitter.add(document.value(), words);
  }
  return Done{};
}

/// Counts the records on several threads. The error of the lowest job is reported.
Status count_in_parallel(std::span<Record> records, std::size_t jobs, const LexiconSource& lexicons,
                         ModelFitter& fitter) {
  std::vector<ModelFitter> fitters(jobs);
  std::vector<Status> done(jobs, Done{});
  std::vector<std::exception_ptr> failures(jobs);
  {
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < jobs; ++t) {
      threads.emplace_back([&, t] {
        try {
          done[t] = count_records(records, t, jobs, lexicons, fitters[t]);
        } catch (...) {
          failures[t] = std::current_exception();
        }
      });
    }
  }
  for (std::size_t t = 0; t < jobs; ++t) {
    if (failures[t]) {
      std::rethrow_exception(failures[t]);
    }
    if (!done[t]) {
      return std::move(done[t]);
    }
    fitter.merge(fitters[t]);
  }
  return Done{};
}

Result<std::string> fit_corpus(const ModelFitArgs& args, const FitOptions& options,
                               const Streams& streams) {
  Result<ReadOptions> reading = read_options(args.input);
  if (!reading) {
    return std::move(reading).error();
  }
  Result<LexiconSource> lexicons = lexicon_source(args.input);
  if (!lexicons) {
    return std::move(lexicons).error();
  }
  reading.value().max_bytes = kMaxTableBytes;
  ModelFitter fitter;
  for (const std::string& path : args.corpus) {
    Result<std::vector<Record>> records = read_records(path, reading.value(), streams.in);
    if (!records) {
      return std::move(records).error();
    }
    if (Status status = count_in_parallel(records.value(), args.jobs, lexicons.value(), fitter);
        !status) {
      return std::move(status).error();
    }
  }
  return fitter.finish(options);
}

}  // namespace

Result<ExitCode> run_model_fit(const ModelFitArgs& args, const Streams& streams) {
  FitOptions options;
  options.min_documents = static_cast<std::uint32_t>(args.min_documents);
  options.description = args.description;
  Result<std::string> bytes =
      args.frequencies ? fit_frequencies(args, options) : fit_corpus(args, options, streams);
  if (!bytes) {
    return std::move(bytes).error();
  }
  if (Status status = write_output(args.output, bytes.value(), streams); !status) {
    return std::move(status).error();
  }
  return ExitCode::kDone;
}

Result<ExitCode> run_model_info(const ModelInfoArgs& args, const Streams& streams) {
  const BackgroundModel* model = BackgroundModel::builtin("en");
  Result<BackgroundModel> opened =
      args.file.empty() ? Result<BackgroundModel>(*model) : BackgroundModel::read_file(args.file);
  if (!opened) {
    return std::move(opened).error();
  }
  const BackgroundModel::Info& info = opened.value().info();
  std::string text;
  text += "file         " + (args.file.empty() ? "built in" : args.file) + "\n";
  text += "format       " + std::to_string(info.format_version) + "\n";
  text += "language     " + info.language + "\n";
  text += "description  " + info.description + "\n";
  text += "documents    " + std::to_string(info.documents) + "\n";
  text += "paragraphs   " + std::to_string(info.paragraphs) + "\n";
  text += "terms        " + std::to_string(info.terms) + "\n";
  text += "unicode      " + info.unicode + "\n";
  text += "identity     " + info.identity + "\n";
  if (Status status = write_output("", text, streams); !status) {
    return std::move(status).error();
  }
  return ExitCode::kDone;
}

}  // namespace parallax
