#include <ostream>

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
  WordTable words;
  Analyser analyser(words, lexicons.value());
  ModelFitter fitter;
  for (const std::string& path : args.corpus) {
    Result<std::vector<Record>> records = read_records(path, reading.value(), streams.in);
    if (!records) {
      return std::move(records).error();
    }
    for (Record& record : records.value()) {
      Result<Document> document = analyser.analyse(std::move(record));
      if (!document) {
        return std::move(document).error();
      }
      fitter.add(document.value(), words);
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
