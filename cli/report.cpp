#include <algorithm>
#include <istream>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/saved_input.hpp"

namespace parallax {
namespace {

/// Errors: kInvalidOption for a name that the result knows nothing of.
Status check_gate(const std::vector<std::string>& wanted, const std::vector<std::string>& known) {
  for (const std::string& name : wanted) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return Error{ErrorCode::kInvalidOption, "--fail-on",
                   known.empty() ? "this result has nothing to fail on"
                                 : "this result has no '" + name + "'"};
    }
  }
  return Done{};
}

/// What the gate of a result takes, and whether it is hit.
struct Gates {
  const ReportArgs& args;

  Result<bool> operator()(const ComparisonReport& report) const {
    if (Status status = check_gate(args.fail_on, finding_gates()); !status) {
      return std::move(status).error();
    }
    return gate_hit(Gate{args.fail_on, args.fail_under}, report);
  }
  Result<bool> operator()(const QuoteReport& report) const {
    if (Status status = check_gate(args.fail_on, quote_gates()); !status) {
      return std::move(status).error();
    }
    return gate_hit(args.fail_on, report);
  }
  template <class Other>
  Result<bool> operator()(const Other& /*other*/) const {
    if (Status status = check_gate(args.fail_on, {}); !status) {
      return std::move(status).error();
    }
    return false;
  }
};

/// Options that not every result has. Errors: kInvalidOption.
Status check_options(const ReportArgs& args, const SavedResult& saved) {
  const bool comparison = std::holds_alternative<ComparisonReport>(saved);
  if (!comparison && !args.explain.empty()) {
    return Error{ErrorCode::kInvalidOption, "--explain", "this result is no comparison"};
  }
  const bool batch = std::holds_alternative<SavedBatch>(saved);
  const bool of_batch = args.csv == "clusters" || args.csv == "formulations" ||
                        args.csv == "sources" || args.csv == "failures";
  const bool of_comparison = args.csv == "claims" || args.csv == "table";
  if (args.format == "csv" && ((of_batch && !batch) || (of_comparison && batch))) {
    return Error{ErrorCode::kInvalidOption, "--csv", "this result has no " + args.csv};
  }
  if (!comparison && args.fail_under >= 0.0) {
    return Error{ErrorCode::kInvalidOption, "--fail-under", "this result is no comparison"};
  }
  return Done{};
}

}  // namespace

Result<SavedResult> read_saved_input(const std::string& path, const Streams& streams) {
  if (path != "-") {
    return read_saved(path);
  }
  const std::string text(std::istreambuf_iterator<char>(streams.in), {});
  return parse_saved(text, "standard input");
}

Result<ExitCode> run_report(const ReportArgs& args, const Streams& streams) {
  Result<SavedResult> saved = read_saved_input(args.file, streams);
  if (!saved) {
    return std::move(saved).error();
  }
  if (Status status = check_options(args, saved.value()); !status) {
    return std::move(status).error();
  }
  Result<bool> hit = std::visit(Gates{args}, saved.value());
  if (!hit) {
    return std::move(hit).error();
  }
  Rendering how;
  how.terminal = terminal_of(args);
  how.csv = csv_rows(args.csv);
  how.gate = {args.fail_on, args.fail_under};
  how.explain = args.explain;
  how.order = sources_order(args.by);
  how.csv_name = args.csv;
  how.file = args.file == "-" ? "standard input" : args.file;
  Result<std::string> text = std::visit(
      [&](const auto& result) { return render(result, args.format, how); }, saved.value());
  if (!text) {
    return std::move(text).error();
  }
  if (Status status = write_output(args.output, text.value(), streams); !status) {
    return std::move(status).error();
  }
  return hit.value() ? ExitCode::kGate : ExitCode::kDone;
}

}  // namespace parallax
