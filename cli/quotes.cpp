#include <deque>

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/run_options.hpp"
#include "cli/runs.hpp"
#include "engine/compare/quote_inputs.hpp"
#include "engine/document/analyse.hpp"
#include "engine/report/rounding.hpp"
#include "engine/sources/attribute.hpp"
#include "models/text/versions.hpp"

namespace parallax {
namespace {

/// Documents with who speaks in them; the article is the last.
struct Inputs {
  std::deque<Document> documents;
  std::vector<SourcedDocument> sourced;
};

Result<std::vector<Record>> read_all(const QuotesArgs& args, const Streams& streams) {
  Result<ReadOptions> options = read_options(args.input);
  if (!options) {
    return std::move(options).error();
  }
  std::vector<Record> all;
  for (const std::string& path : args.files) {
    Result<std::vector<Record>> records = read_records(path, options.value(), streams.in);
    if (!records) {
      return std::move(records).error();
    }
    const bool article = &path == &args.files.back();
    if (article && records.value().size() != 1) {
      return Error{
          ErrorCode::kInvalidOption, path,
          "holds " + std::to_string(records.value().size()) + " records; quotes takes one article"};
    }
    for (Record& record : records.value()) {
      all.push_back(std::move(record));
    }
  }
  return all;
}

}  // namespace

Result<QuoteReport> check_records(const QuotesArgs& args, std::vector<Record> records) {
  Result<LexiconSource> lexicons = lexicon_source(args.input);
  if (!lexicons) {
    return std::move(lexicons).error();
  }
  WordTable words;
  Analyser analyser(words, lexicons.value());
  Attributor attributor(words, lexicons.value());
  Inputs in;
  for (Record& record : records) {
    Result<Document> document = analyser.analyse(std::move(record));
    if (!document) {
      return std::move(document).error();
    }
    in.documents.push_back(std::move(document).value());
    Result<SourcedDocument> sourced = attributor.attribute(in.documents.back());
    if (!sourced) {
      return std::move(sourced).error();
    }
    in.sourced.push_back(std::move(sourced).value());
  }
  QuoteReport report;
  std::vector<OfficialText> officials;
  for (std::size_t k = 0; k + 1 < in.documents.size(); ++k) {
    officials.push_back(official_text(in.documents[k], in.sourced[k]));
    report.officials.push_back(quote_document(in.documents[k]));
  }
  report.article = quote_document(in.documents.back());
  report.tool = {std::string(program_version()), icu_version(), unicode_version(), "",
                 lexicons.value().identity()};
  FactLexicons tables(lexicons.value());
  Result<QuoteCheck> check =
      check_quotes(officials, in.documents.back(),
                   article_quotes(in.documents.back(), in.sourced.back()), words, tables);
  if (!check) {
    return std::move(check).error();
  }
  report.check = std::move(check).value();
  for (const std::string& warning : in.sourced.back().warnings) {
    report.check.warnings.push_back(report.article.path + ": " + warning);
  }
  report.options = options_of(args);
  report.inputs = args.files;
  round_scores(report);
  return report;
}

Result<ExitCode> run_quotes(const QuotesArgs& args, const Streams& streams) {
  Result<std::vector<Record>> records = read_all(args, streams);
  if (!records) {
    return std::move(records).error();
  }
  Result<QuoteReport> report = check_records(args, std::move(records).value());
  if (!report) {
    return std::move(report).error();
  }
  Rendering how;
  how.terminal = terminal_of(args);
  how.gate.fail_on = args.fail_on;
  Result<std::string> text = render(report.value(), args.format, how);
  if (!text) {
    return std::move(text).error();
  }
  if (Status status = write_output(args.output, text.value(), streams); !status) {
    return std::move(status).error();
  }
  return gate_hit(args.fail_on, report.value()) ? ExitCode::kGate : ExitCode::kDone;
}

}  // namespace parallax
