#include "engine/corpus/drift.hpp"

#include <algorithm>
#include <map>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/run_options.hpp"
#include "cli/runs.hpp"
#include "engine/corpus/calendar.hpp"
#include "engine/corpus/formulations.hpp"
#include "engine/document/analyse.hpp"
#include "engine/report/rounding.hpp"
#include "models/text/fold.hpp"
#include "models/text/versions.hpp"

namespace parallax {
namespace {

/// The records of one source with a day each.
struct Chosen {
  std::vector<Record> records;
  std::vector<std::string> warnings;
  std::vector<Error> failures;  ///< Place and reason of what was left out.
};

/// The records of one source, given folded; what names none is left out with a warning.
std::vector<Record> kept_of(std::vector<Record> all, const std::string& wanted,
                            std::vector<std::string>& warnings) {
  std::vector<Record> kept;
  std::size_t unnamed = 0;
  for (Record& record : all) {
    if (record.source && fold(*record.source) == wanted) {
      kept.push_back(std::move(record));
    } else {
      unnamed += record.source ? 0U : 1U;
    }
  }
  if (unnamed > 0) {
    warnings.push_back(std::to_string(unnamed) + (unnamed == 1 ? " input names" : " inputs name") +
                       " no source and was left out");
  }
  return kept;
}

/// Keeps the records of the source that was asked for. Where no record names a source, or titles
/// alone name one, all are its.
Result<std::vector<Record>> of_source(const DriftArgs& args, std::vector<Record> all,
                                      std::vector<std::string>& warnings) {
  std::map<std::string, std::string> names;
  for (const Record& record : all) {
    if (record.source) {
      names.emplace(fold(*record.source), *record.source);
    }
  }
  if (args.source.empty() && names.size() > 1) {
    return Error{ErrorCode::kInvalidOption, "--source",
                 "the inputs have several sources, choose one: " + listed_names(names)};
  }
  if (names.empty()) {
    for (Record& record : all) {
      record.source = args.source.empty() ? record.source : args.source;
    }
    return all;
  }
  const bool read = std::all_of(all.begin(), all.end(), [](const Record& record) {
    return !record.source || record.source_from_head;
  });
  if (args.source.empty() && read) {
    for (Record& record : all) {
      record.source = names.begin()->second;
    }
    return all;
  }
  const std::string wanted = args.source.empty() ? names.begin()->first : fold(args.source);
  if (names.count(wanted) == 0) {
    return Error{ErrorCode::kInvalidOption, "--source",
                 "no input is from '" + args.source + "'; there are " + listed_names(names)};
  }
  return kept_of(std::move(all), wanted, warnings);
}

/// The limit of a range of days. Errors: kInvalidOption.
Result<std::string> limit(const std::string& option, const std::string& given) {
  if (given.empty()) {
    return std::string();
  }
  std::optional<std::string> day = calendar_day(given);
  if (!day) {
    return Error{ErrorCode::kInvalidOption, option,
                 "'" + given + "' is no date such as 2026-09-13, 2026-09 or 2026"};
  }
  return *std::move(day);
}

/// True if `day` does not lie behind the end of `until`: "2026-09" holds "2026-09-30".
bool not_after(const std::string& day, const std::string& until) {
  return until.empty() || day.compare(0, until.size(), until) <= 0;
}

/// When a record was said. Errors: kFormat.
Result<std::string> day_of(const Record& record) {
  if (std::optional<std::string> day = calendar_day(record.date.value_or(""))) {
    return *std::move(day);
  }
  if (record.date) {
    return Error{ErrorCode::kFormat, record.path,
                 "has the date '" + *record.date + "', which is no date such as 2026-09-13"};
  }
  return Error{ErrorCode::kFormat, record.path,
               "has no date: drift needs a line \"Date: 2026-09-13\", a JSON "
               "field (--date-field), a date in the file's name or one on a line above the text"};
}

/// Those of the range; what has no day is a failure.
Result<Chosen> in_range(const DriftArgs& args, std::vector<Record> records) {
  Result<std::string> since = limit("--since", args.since);
  if (!since) {
    return std::move(since).error();
  }
  Result<std::string> until = limit("--until", args.until);
  if (!until) {
    return std::move(until).error();
  }
  Chosen chosen;
  std::map<std::string, std::size_t> ids;
  for (Record& record : records) {
    Result<std::string> when = day_of(record);
    if (!when) {
      chosen.failures.push_back(std::move(when).error());
      continue;
    }
    std::string day = std::move(when).value();
    if (day < since.value() || !not_after(day, until.value())) {
      continue;
    }
    const std::size_t again = ++ids[record.id];
    record.id += again > 1 ? "#" + std::to_string(again) : "";
    record.date = std::move(day);
    chosen.records.push_back(std::move(record));
  }
  return chosen;
}

/// Errors: kEmpty for less than two statements.
Status enough(const DriftArgs& args, const Chosen& chosen) {
  constexpr std::size_t kLeast = 2;
  if (chosen.records.size() >= kLeast) {
    return Done{};
  }
  return Error{ErrorCode::kEmpty, "",
               "drift needs two statements of one source, there " +
                   std::string(chosen.records.empty() ? "are none" : "is one") +
                   (args.since.empty() && args.until.empty() ? "" : " in this range of dates")};
}

/// One line for each reason, with the inputs that it holds for.
void warn_of(const std::vector<Error>& failures, std::vector<std::string>& warnings) {
  std::map<std::string, std::map<std::string, std::string>> places;
  for (const Error& failure : failures) {
    places[failure.message].emplace(failure.place, failure.place);
  }
  for (const auto& [reason, inputs] : places) {
    warnings.push_back("left out: " + listed_names(inputs) + ": " + reason);
  }
}

Result<Chosen> choose(const DriftArgs& args, const Streams& streams) {
  Result<Corpus> all = read_collection(args.inputs, args.input, streams);
  if (!all) {
    return std::move(all).error();
  }
  std::vector<std::string> warnings;
  Result<std::vector<Record>> kept = of_source(args, std::move(all.value().documents), warnings);
  if (!kept) {
    return std::move(kept).error();
  }
  Result<Chosen> chosen = in_range(args, std::move(kept).value());
  if (!chosen) {
    return chosen;
  }
  Chosen& c = chosen.value();
  if (c.records.empty() && c.failures.size() == 1) {
    return std::move(c.failures.front());
  }
  for (const Error& failure : c.failures) {
    streams.err << "parallax: " << failure.to_string() << '\n';
  }
  if (Status status = enough(args, c); !status) {
    return std::move(status).error();
  }
  c.failures.insert(c.failures.begin(), all.value().failures.begin(), all.value().failures.end());
  c.warnings = std::move(warnings);
  warn_of(c.failures, c.warnings);
  return chosen;
}

/// Follows the statements, and tells what is to be known of their dates.
Result<DriftReport> report_of(const DriftArgs& args, Chosen chosen) {
  Result<DriftReport> report = trace_records(args, std::move(chosen.records));
  if (!report) {
    return report;
  }
  DriftReport& r = report.value();
  r.warnings = std::move(chosen.warnings);
  const auto told = [&](const std::string& what, auto ReportDocument::*flag,
                        const std::string& where) {
    const auto count =
        std::count_if(r.statements.begin(), r.statements.end(),
                      [&](const DriftStatement& statement) { return statement.document.*flag; });
    if (count > 0) {
      r.warnings.push_back("the " + what + " of " + std::to_string(count) + " of " +
                           std::to_string(r.statements.size()) + " statements " + where);
    }
  };
  told("source", &ReportDocument::source_from_head, "was read from their titles");
  told("dates", &ReportDocument::date_from_name, "were read from the files' names");
  told("dates", &ReportDocument::date_from_head, "were read from the lines above the text");
  return report;
}

}  // namespace

Result<DriftReport> trace_records(const DriftArgs& args, std::vector<Record> records) {
  Result<LexiconSource> lexicons = lexicon_source(args.input);
  if (!lexicons) {
    return std::move(lexicons).error();
  }
  DriftOptions options;
  std::optional<BackgroundModel> model;
  if (!args.input.model.empty()) {
    Result<BackgroundModel> read = BackgroundModel::read_file(args.input.model);
    if (!read) {
      return std::move(read).error();
    }
    model = std::move(read).value();
    options.model = &*model;
  }
  WordTable words;
  Analyser analyser(words, lexicons.value());
  std::vector<Document> read;
  for (Record& record : records) {
    Result<Document> document = analyser.analyse(std::move(record));
    if (!document) {
      return std::move(document).error();
    }
    read.push_back(std::move(document).value());
  }
  std::vector<Document> documents;
  for (const std::uint32_t i : in_order_of_time(read)) {
    documents.push_back(std::move(read[i]));
  }
  FactLexicons tables(lexicons.value());
  Result<DriftReport> report = trace_drift(documents, words, tables, options);
  if (!report) {
    return report;
  }
  DriftReport& r = report.value();
  const BackgroundModel* used =
      model ? &*model : BackgroundModel::builtin(documents.front().language);
  r.tool = {std::string(program_version()), icu_version(), unicode_version(),
            used == nullptr ? "" : used->info().identity, lexicons.value().identity()};
  r.options = options_of(args);
  r.inputs = args.inputs;
  round_scores(r);
  return report;
}

Result<ExitCode> run_drift(const DriftArgs& args, const Streams& streams) {
  Result<Chosen> chosen = choose(args, streams);
  if (!chosen) {
    return std::move(chosen).error();
  }
  const bool failed = !chosen.value().failures.empty();
  Result<DriftReport> report = report_of(args, std::move(chosen).value());
  if (!report) {
    return std::move(report).error();
  }
  Rendering how;
  how.terminal = terminal_of(args);
  Result<std::string> text = render(report.value(), args.format, how);
  if (!text) {
    return std::move(text).error();
  }
  if (Status status = write_output(args.output, text.value(), streams); !status) {
    return std::move(status).error();
  }
  return failed ? ExitCode::kBadInput : ExitCode::kDone;
}

}  // namespace parallax
