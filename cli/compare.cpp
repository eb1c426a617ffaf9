#include "engine/compare/compare.hpp"

#include <algorithm>
#include <optional>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "engine/document/analyse.hpp"
#include "engine/report/baseline.hpp"
#include "engine/report/writers.hpp"
#include "models/base/atomic_file.hpp"
#include "models/text/versions.hpp"

namespace parallax {
namespace {

/// The one record of an input that must hold exactly one.
Result<Record> single_record(const std::string& path, const ReadOptions& options,
                             const Streams& streams) {
  Result<std::vector<Record>> records = read_records(path, options, streams.in);
  if (!records) {
    return std::move(records).error();
  }
  if (records.value().size() != 1) {
    return Error{ErrorCode::kInvalidOption, path,
                 "holds " + std::to_string(records.value().size()) +
                     " records; compare takes one statement a side (see parallax batch)"};
  }
  return std::move(records.value().front());
}

bool gate_hit(const CompareArgs& args, const ComparisonReport& report) {
  for (const Comparison& c : report.comparisons) {
    if (args.fail_under >= 0.0 && c.overlap.similarity < args.fail_under) {
      return true;
    }
    for (const ReportDivergence& d : c.divergences) {
      const auto wanted = [&](std::string_view name) {
        return std::find(args.fail_on.begin(), args.fail_on.end(), name) != args.fail_on.end();
      };
      const bool gated = !d.accepted && args.write_baseline.empty();
      if (gated && (wanted(d.kind) || wanted(name_of(d.severity)))) {
        return true;
      }
    }
  }
  return false;
}

Error no_such_finding(const ComparisonReport& report, const std::string& id) {
  std::string known;
  for (const Comparison& c : report.comparisons) {
    for (const ReportDivergence& d : c.divergences) {
      known += (known.empty() ? "" : ", ") + d.id;
    }
  }
  return {ErrorCode::kInvalidOption, "--explain",
          "there is no finding '" + id + "'; " +
              (known.empty() ? "there are none" : "there are " + known)};
}

Result<std::string> rendered(const CompareArgs& args, const ComparisonReport& report) {
  TerminalOptions options;
  options.width = terminal_width(args.width);
  const bool colour = args.output.empty() ? use_colour(args.colour) : args.colour == "always";
  options.colour = colour ? TerminalOptions::Colour::kOn : TerminalOptions::Colour::kOff;
  if (!args.explain.empty()) {
    std::string text = write_explanation(report, args.explain, options);
    if (text.empty()) {
      return no_such_finding(report, args.explain);
    }
    return text;
  }
  if (args.format == "json") {
    return write_json(report);
  }
  return args.format == "markdown" ? write_markdown(report) : write_terminal(report, options);
}

struct Inputs {
  Record left, right;
};

Result<Inputs> read_inputs(const CompareArgs& args, const Streams& streams) {
  Result<ReadOptions> options = read_options(args.input);
  if (!options) {
    return std::move(options).error();
  }
  Result<Record> left = single_record(args.left, options.value(), streams);
  if (!left) {
    return std::move(left).error();
  }
  Result<Record> right = single_record(args.right, options.value(), streams);
  if (!right) {
    return std::move(right).error();
  }
  if (right.value().id == left.value().id) {
    left.value().id += "#A";
    right.value().id += "#B";
  }
  return Inputs{std::move(left).value(), std::move(right).value()};
}

void warn_of_guesses(const Document& d, ComparisonReport& report) {
  if (d.record.encoding_confidence < 1.0) {
    report.warnings.push_back(d.record.path + ": encoding guessed as " + d.record.encoding +
                              " (confidence " +
                              std::to_string(static_cast<int>(d.record.encoding_confidence * 100)) +
                              " of 100); --encoding overrides");
  }
  if (d.language == "und") {
    report.warnings.push_back(d.record.path + ": language not recognised; --lang names it");
  }
}

Result<ComparisonReport> compare_inputs(const CompareArgs& args, Inputs inputs) {
  Result<LexiconSource> lexicons = lexicon_source(args.input);
  if (!lexicons) {
    return std::move(lexicons).error();
  }
  std::optional<BackgroundModel> model;
  if (!args.input.model.empty()) {
    Result<BackgroundModel> opened = BackgroundModel::read_file(args.input.model);
    if (!opened) {
      return std::move(opened).error();
    }
    model = std::move(opened).value();
  }
  WordTable words;
  Analyser analyser(words, lexicons.value());
  Result<Document> left = analyser.analyse(std::move(inputs.left));
  if (!left) {
    return std::move(left).error();
  }
  Result<Document> right = analyser.analyse(std::move(inputs.right));
  if (!right) {
    return std::move(right).error();
  }
  Result<ComparisonReport> report = compare_documents(
      left.value(), right.value(), words, lexicons.value(), {model ? &*model : nullptr});
  if (report) {
    report.value().tool.version = std::string(program_version());
    report.value().tool.icu = icu_version();
    report.value().tool.unicode = unicode_version();
    warn_of_guesses(left.value(), report.value());
    warn_of_guesses(right.value(), report.value());
  }
  return report;
}

/// The report with the baseline applied. A broken baseline is told before any work is done.
Result<ComparisonReport> report_of(const CompareArgs& args, const Streams& streams) {
  Result<Baseline> baseline =
      args.baseline.empty() ? Result<Baseline>(Baseline{}) : read_baseline(args.baseline);
  if (!baseline) {
    return std::move(baseline).error();
  }
  Result<Inputs> inputs = read_inputs(args, streams);
  if (!inputs) {
    return std::move(inputs).error();
  }
  Result<ComparisonReport> report = compare_inputs(args, std::move(inputs).value());
  if (report && !args.baseline.empty()) {
    apply_baseline(baseline.value(), args.baseline, report.value());
  }
  return report;
}

}  // namespace

Result<ExitCode> run_compare(const CompareArgs& args, const Streams& streams) {
  Result<ComparisonReport> report = report_of(args, streams);
  if (!report) {
    return std::move(report).error();
  }
  Result<std::string> text = rendered(args, report.value());
  if (!text) {
    return std::move(text).error();
  }
  if (!args.write_baseline.empty()) {
    const std::string accepted = write_baseline(report.value());
    if (Status status = write_file_atomically(args.write_baseline, accepted); !status) {
      return std::move(status).error();
    }
  }
  if (Status status = write_output(args.output, text.value(), streams); !status) {
    return std::move(status).error();
  }
  return gate_hit(args, report.value()) ? ExitCode::kGate : ExitCode::kDone;
}

}  // namespace parallax
