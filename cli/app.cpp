#include "cli/app.hpp"

#include <algorithm>
#include <exception>
#include <istream>
#include <ostream>
#include <string>
#include <thread>

#include "cli/commands.hpp"
#include "engine/corpus/issuers.hpp"
#include "models/base/atomic_file.hpp"
#include "models/text/language.hpp"

namespace parallax {
namespace {

/// Collections come in files larger than a statement.
constexpr std::size_t kMaxCollectionBytes = std::size_t{4} << 30U;

struct Dispatch {
  const Streams& streams;

  Result<ExitCode> operator()(const CompareArgs& args) const { return run_compare(args, streams); }
  Result<ExitCode> operator()(const QuotesArgs& args) const { return run_quotes(args, streams); }
  Result<ExitCode> operator()(const SourcesArgs& args) const { return run_sources(args, streams); }
  Result<ExitCode> operator()(const DriftArgs& args) const { return run_drift(args, streams); }
  Result<ExitCode> operator()(const BatchArgs& args) const { return run_batch(args, streams); }
  Result<ExitCode> operator()(const ModelFitArgs& args) const {
    return run_model_fit(args, streams);
  }
  Result<ExitCode> operator()(const ModelInfoArgs& args) const {
    return run_model_info(args, streams);
  }
  Result<ExitCode> operator()(const IndexBuildArgs& args) const {
    return run_index_build(args, streams);
  }
  Result<ExitCode> operator()(const IndexAddArgs& args) const {
    return run_index_add(args, streams);
  }
  Result<ExitCode> operator()(const IndexFileArgs& args) const {
    return run_index_info(args, streams);
  }
  Result<ExitCode> operator()(const IndexVerifyArgs& args) const {
    return run_index_verify(args, streams);
  }
  Result<ExitCode> operator()(const SearchArgs& args) const { return run_search(args, streams); }
  Result<ExitCode> operator()(const ReportArgs& args) const { return run_report(args, streams); }
  Result<ExitCode> operator()(const VerifyArgs& args) const { return run_verify(args, streams); }
  Result<ExitCode> operator()(const CompletionArgs& args) const { return print(args.script); }
  Result<ExitCode> operator()(const PrintArgs& args) const { return print(args.text); }

  [[nodiscard]] Result<ExitCode> print(const std::string& text) const {
    if (Status status = write_output("", text, streams); !status) {
      return std::move(status).error();
    }
    return ExitCode::kDone;
  }
};

Result<ExitCode> run_command(std::span<const std::string_view> args, const Streams& streams) {
  Result<Command> command = parse_args(args);
  if (!command) {
    return std::move(command).error();
  }
  return std::visit(Dispatch{streams}, command.value());
}

}  // namespace

Result<ReadOptions> read_options(const InputArgs& input) {
  if (!input.language.empty() && !is_language_code(input.language)) {
    return Error{ErrorCode::kInvalidOption, "--lang",
                 "'" + input.language + "' is not a language code such as en"};
  }
  ReadOptions options;
  options.encoding = input.encoding;
  options.language = input.language;
  options.id_field = input.id_field;
  options.text_field = input.text_field;
  options.title_field = input.title_field;
  options.date_field = input.date_field;
  options.source_field = input.source_field;
  return options;
}

Result<std::vector<Record>> read_all(const std::vector<std::string>& paths, const InputArgs& input,
                                     const Streams& streams) {
  Result<ReadOptions> options = read_options(input);
  if (!options) {
    return std::move(options).error();
  }
  std::vector<Record> all;
  for (const std::string& path : paths) {
    Result<std::vector<Record>> records = read_records(path, options.value(), streams.in);
    if (!records) {
      return std::move(records).error();
    }
    for (Record& record : records.value()) {
      all.push_back(std::move(record));
    }
  }
  return all;
}

Result<Corpus> read_collection(const std::vector<std::string>& inputs, const InputArgs& input,
                               const Streams& streams) {
  Result<ReadOptions> options = read_options(input);
  if (!options) {
    return std::move(options).error();
  }
  options.value().max_bytes = kMaxCollectionBytes;
  Corpus corpus = read_inputs(inputs, options.value(), streams.in);
  if (corpus.documents.empty() && corpus.failures.size() == 1) {
    return std::move(corpus.failures.front());
  }
  for (const Error& failure : corpus.failures) {
    streams.err << "parallax: " << failure.to_string() << '\n';
  }
  if (corpus.documents.empty()) {
    return Error{ErrorCode::kEmpty, "", "no input can be read"};
  }
  if (Status status = complete_metadata(corpus, input); !status) {
    return std::move(status).error();
  }
  return corpus;
}

std::string listed_names(const std::map<std::string, std::string>& names) {
  constexpr std::size_t kShown = 5;
  std::string out;
  std::size_t count = 0;
  for (const auto& [key, name] : names) {
    if (++count > kShown) {
      return out + " and " + std::to_string(names.size() - kShown) + " more";
    }
    out += (out.empty() ? "" : ", ") + name;
  }
  return out;
}

Status complete_metadata(Corpus& corpus, const InputArgs& input) {
  Result<LexiconSource> lexicons = lexicon_source(input);
  if (!lexicons) {
    return std::move(lexicons).error();
  }
  return complete_metadata(corpus, lexicons.value(),
                           std::max(1U, std::thread::hardware_concurrency()));
}

Status complete_metadata(Corpus& corpus, const LexiconSource& lexicons, std::size_t threads) {
  if (Status status = name_issuers(corpus.documents, lexicons, threads); !status) {
    return status;
  }
  return date_documents(corpus.documents, lexicons, threads);
}

Result<LexiconSource> lexicon_source(const InputArgs& input) {
  if (input.lexicon.empty()) {
    return LexiconSource();
  }
  return LexiconSource::with_overlay(input.lexicon);
}

Status write_output(const std::string& path, std::string_view text, const Streams& streams) {
  if (!path.empty() && path != "-") {
    return write_file_atomically(path, text);
  }
  streams.out.write(text.data(), static_cast<std::streamsize>(text.size()));
  streams.out.flush();
  if (!streams.out.good()) {
    return Error{ErrorCode::kIo, "standard output", "cannot be written"};
  }
  return Done{};
}

ExitCode run(std::span<const std::string_view> args, const Streams& streams) noexcept {
  try {
    Result<ExitCode> result = run_command(args, streams);
    if (result) {
      return result.value();
    }
    streams.err << "parallax: " << result.error().to_string() << '\n';
    return ExitCode::kBadInput;
  } catch (const std::exception& error) {
    streams.err << "parallax: internal error: " << error.what() << '\n';
  } catch (...) {
    streams.err << "parallax: internal error\n";
  }
  return ExitCode::kBug;
}

}  // namespace parallax
