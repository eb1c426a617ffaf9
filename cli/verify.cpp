#include <filesystem>
#include <map>
#include <sstream>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/run_options.hpp"
#include "cli/runs.hpp"
#include "cli/saved_input.hpp"
#include "engine/report/verification.hpp"

namespace parallax {
namespace {

/// The inputs of a saved result as they are now, each file read once.
class CurrentInputs {
 public:
  CurrentInputs(ReadOptions options, std::vector<std::string> inputs)
      : options_(std::move(options)), inputs_(std::move(inputs)) {}

  /// What stands at the path of `record` now. Where it can be read, it takes the place of `record`,
  /// but for its id; else the saved text stays.
  CurrentText read(Record& record) {
    CurrentText now;
    const std::string input = input_of(record.path);
    if (input == "-") {
      now.state = CurrentText::State::kNotRead;
      return now;
    }
    const Result<std::vector<Record>>& records = load(input);
    now.state = CurrentText::State::kMissing;
    if (!records) {
      now.reason = records.error().message;
      return now;
    }
    for (const Record& found : records.value()) {
      if (found.path == record.path) {
        const std::string id = record.id;
        record = found;
        record.id = id;
        now = {CurrentText::State::kRead, found.sha256, found.text, ""};
        return now;
      }
    }
    now.reason = "the file has no such record any more";
    return now;
  }

 private:
  /// The file of a record: "speeches.jsonl" of "speeches.jsonl#7".
  [[nodiscard]] std::string input_of(const std::string& path) const {
    std::string best;
    for (const std::string& input : inputs_) {
      if ((path == input || path.starts_with(input + "#")) && input.size() > best.size()) {
        best = input;
      }
    }
    return best.empty() ? file_of(path) : best;
  }

  /// The same where the input was a folder or a list.
  static std::string file_of(const std::string& path) {
    std::error_code unknown;
    const std::size_t mark = path.rfind('#');
    return mark == std::string::npos || std::filesystem::exists(path, unknown)
               ? path
               : path.substr(0, mark);
  }

  const Result<std::vector<Record>>& load(const std::string& input) {
    const auto known = files_.find(input);
    if (known != files_.end()) {
      return known->second;
    }
    std::istringstream none;
    Corpus found;
    read_input(input, options_, none, found);
    Result<std::vector<Record>> records(std::move(found.documents));
    if (records.value().empty() && !found.failures.empty()) {
      records = std::move(found.failures.front());
    }
    return files_.emplace(input, std::move(records)).first->second;
  }

  ReadOptions options_;
  std::vector<std::string> inputs_;
  std::map<std::string, Result<std::vector<Record>>> files_;
};

/// Arguments as saved. Errors: those of `set_options`, with the file.
template <class Args>
Result<Args> arguments_of(const RunOptions& options, const std::string& path) {
  Args args;
  if (Status status = set_options(options, args); !status) {
    Error error = std::move(status).error();
    error.place = path + ": /options";
    return error;
  }
  if (Result<ReadOptions> reading = read_options(args.input); !reading) {
    Error error = std::move(reading).error();
    error.place = path + ": /options";
    return error;
  }
  return args;
}

/// The records of a result, exchanged for what their files hold now.
template <class Args>
std::vector<CurrentText> current_texts(const Args& args, const std::vector<std::string>& inputs,
                                       std::vector<Record>& records) {
  CurrentInputs current(read_options(args.input).value(), inputs);
  std::vector<CurrentText> now;
  now.reserve(records.size());
  for (Record& record : records) {
    now.push_back(current.read(record));
  }
  return now;
}

/// Texts and spans, then the findings of a new run where there is one.
template <class Report>
Verification compared_with(const Report& saved, const std::vector<CurrentText>& now,
                           const Result<Report>& again) {
  const Resting before = resting(saved);
  Verification verification = verify_texts(before, now);
  if (again) {
    verify_findings(before, resting(again.value()), verification);
  } else {
    verification.not_repeated = again.error().to_string();
  }
  return verification;
}

/// Verifies one kind of result. Errors: kFormat for options that its command has not.
struct Verifier {
  const std::string& path;

  Result<Verification> operator()(const ComparisonReport& saved) const {
    Result<CompareArgs> args = arguments_of<CompareArgs>(saved.options, path);
    if (!args) {
      return std::move(args).error();
    }
    args.value().inputs = saved.inputs;
    std::vector<Record> records;
    for (const ReportDocument& document : saved.documents) {
      records.push_back(record_of(document));
    }
    if (records.empty()) {
      return Error{ErrorCode::kFormat, path + ": /documents", "is empty"};
    }
    if (args.value().inputs.empty()) {
      args.value().inputs = {records.front().path};
    }
    const std::vector<CurrentText> now = current_texts(args.value(), saved.inputs, records);
    return compared_with(saved, now, compare_records(args.value(), std::move(records)));
  }

  Result<Verification> operator()(const QuoteReport& saved) const {
    Result<QuotesArgs> args = arguments_of<QuotesArgs>(saved.options, path);
    if (!args) {
      return std::move(args).error();
    }
    std::vector<Record> records;
    for (const ReportDocument& document : saved.officials) {
      records.push_back(record_of(document));
    }
    records.push_back(record_of(saved.article));
    const std::vector<CurrentText> now = current_texts(args.value(), saved.inputs, records);
    return compared_with(saved, now, check_records(args.value(), std::move(records)));
  }

  Result<Verification> operator()(const DriftReport& saved) const {
    Result<DriftArgs> args = arguments_of<DriftArgs>(saved.options, path);
    if (!args) {
      return std::move(args).error();
    }
    std::vector<Record> records;
    for (const DriftStatement& statement : saved.statements) {
      records.push_back(record_of(statement.document));
    }
    const std::vector<CurrentText> now = current_texts(args.value(), saved.inputs, records);
    for (std::size_t k = 0; k < records.size(); ++k) {
      records[k].date = saved.statements[k].day;
      if (!records[k].source) {
        records[k].source = saved.statements[k].document.source;
      }
    }
    return compared_with(saved, now, trace_records(args.value(), std::move(records)));
  }

  Result<Verification> operator()(const std::vector<SavedSources>& saved) const {
    Result<SourcesArgs> args = arguments_of<SourcesArgs>(saved.front().run.options, path);
    if (!args) {
      return std::move(args).error();
    }
    std::vector<Record> records;
    std::vector<std::string> inputs;
    for (const SavedSources& document : saved) {
      if (document.run.options != saved.front().run.options) {
        return Error{ErrorCode::kFormat, path, "holds results of runs with different options"};
      }
      records.push_back(document.document.record);
      inputs.push_back(document.run.input);
    }
    const std::vector<CurrentText> now = current_texts(args.value(), inputs, records);
    return compared_with(saved, now, attributed(args.value(), std::move(records), inputs));
  }

  Result<Verification> operator()(const SavedSearch& saved) const {
    Result<SearchArgs> args = arguments_of<SearchArgs>(saved.run.options, path);
    if (!args) {
      return std::move(args).error();
    }
    args.value().index = saved.run.index;
    args.value().query = saved.run.input;
    CurrentInputs current(read_options(args.value().input).value(), {saved.run.input});
    const Result<TextIndex> index = TextIndex::read_file(saved.run.index);
    std::vector<CurrentText> now(1);
    if (!index) {
      now.front().state = CurrentText::State::kMissing;
      now.front().reason = index.error().message;
    }
    std::vector<AnsweredQuery> queries = saved.queries;
    for (AnsweredQuery& query : queries) {
      query.result = {};
      if (!query.path.empty()) {
        now.push_back(current_query(current, query));
      }
    }
    if (!index) {
      return compared_with(saved, now, Result<SavedSearch>(index.error()));
    }
    return compared_with(saved, now,
                         answer_queries(args.value(), index.value(), std::move(queries)));
  }

  Result<Verification> operator()(const SavedBatch& saved) const {
    Result<BatchArgs> args = batch_args_of(saved, path);
    if (!args) {
      return std::move(args).error();
    }
    Corpus corpus = saved.corpus;
    const std::vector<CurrentText> now =
        current_texts(args.value(), saved.run.inputs, corpus.documents);
    if (Status status = complete_metadata(corpus, args.value().input); !status) {
      return std::move(status).error();
    }
    return compared_with(saved, now, batch_again(args.value(), std::move(corpus)));
  }

 private:
  /// A new run, as it would be saved.
  Result<SavedBatch> batch_again(const BatchArgs& args, Corpus corpus) const {
    const Result<FinishedBatch> batch = batch_records(args, std::move(corpus), nullptr, {});
    if (!batch) {
      return batch.error();
    }
    std::string lines;
    BatchArgs jsonl = args;
    jsonl.format = "jsonl";
    Status status = write_batch(jsonl, batch.value(), {}, [&](std::string_view line) -> Status {
      lines += line;
      return Done{};
    });
    if (!status) {
      return std::move(status).error();
    }
    Result<SavedResult> again = parse_saved(lines, path);
    if (!again) {
      return std::move(again).error();
    }
    return std::get<SavedBatch>(std::move(again).value());
  }

  static Result<std::vector<SavedSources>> attributed(const SourcesArgs& args,
                                                      std::vector<Record> records,
                                                      const std::vector<std::string>& inputs) {
    Result<LexiconSource> lexicons = lexicon_source(args.input);
    if (!lexicons) {
      return std::move(lexicons).error();
    }
    SourcesReading reading(args, lexicons.value());
    std::vector<SavedSources> out;
    for (std::size_t k = 0; k < records.size(); ++k) {
      Result<SavedSources> document = reading.read(std::move(records[k]), inputs[k]);
      if (!document) {
        return std::move(document).error();
      }
      out.push_back(std::move(document).value());
    }
    return out;
  }

  /// The words that stand where the query stood.
  static CurrentText current_query(CurrentInputs& current, const AnsweredQuery& query) {
    Record record;
    record.path = query.path;
    CurrentText now = current.read(record);
    if (now.state == CurrentText::State::kRead) {
      now.text = query.span.end <= now.text.size()
                     ? now.text.substr(query.span.begin, query.span.size())
                     : "";
      now.sha256 = sha256_hex(now.text);
    }
    return now;
  }
};

}  // namespace

Result<ExitCode> run_verify(const VerifyArgs& args, const Streams& streams) {
  Result<SavedResult> saved = read_saved_input(args.file, streams);
  if (!saved) {
    return std::move(saved).error();
  }
  const std::string path = args.file == "-" ? "standard input" : args.file;
  Result<Verification> verification = std::visit(Verifier{path}, saved.value());
  if (!verification) {
    return std::move(verification).error();
  }
  verification.value().path = path;
  const std::string text =
      args.format == "json" ? write_verification_json(verification.value())
                            : write_verification_terminal(verification.value(), terminal_of(args));
  if (Status status = write_output(args.output, text, streams); !status) {
    return std::move(status).error();
  }
  return verification.value().holds() ? ExitCode::kDone : ExitCode::kGate;
}

}  // namespace parallax
