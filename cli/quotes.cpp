#include <algorithm>
#include <deque>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "engine/compare/quote_inputs.hpp"
#include "engine/document/analyse.hpp"
#include "engine/report/quotes_writers.hpp"
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

Result<QuoteReport> report_of(const QuotesArgs& args, std::vector<Record> records) {
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
  return report;
}

std::string rendered(const QuotesArgs& args, const QuoteReport& report) {
  if (args.format == "json") {
    return write_quotes_json(report);
  }
  if (args.format == "jsonl") {
    return write_quotes_lines(report);
  }
  if (args.format == "csv") {
    return write_quotes_csv(report);
  }
  if (args.format == "markdown") {
    return write_quotes_markdown(report);
  }
  TerminalOptions options;
  options.width = terminal_width(args.width);
  const bool colour = args.output.empty() ? use_colour(args.colour) : args.colour == "always";
  options.colour = colour ? TerminalOptions::Colour::kOn : TerminalOptions::Colour::kOff;
  return write_quotes_terminal(report, options);
}

bool gate_hit(const QuotesArgs& args, const QuoteCheck& check) {
  return std::any_of(check.quotes.begin(), check.quotes.end(), [&](const CheckedQuote& q) {
    return std::find(args.fail_on.begin(), args.fail_on.end(), name_of(q.label)) !=
           args.fail_on.end();
  });
}

}  // namespace

Result<ExitCode> run_quotes(const QuotesArgs& args, const Streams& streams) {
  Result<std::vector<Record>> records = read_all(args, streams);
  if (!records) {
    return std::move(records).error();
  }
  Result<QuoteReport> report = report_of(args, std::move(records).value());
  if (!report) {
    return std::move(report).error();
  }
  const std::string text = rendered(args, report.value());
  if (Status status = write_output(args.output, text, streams); !status) {
    return std::move(status).error();
  }
  return gate_hit(args, report.value().check) ? ExitCode::kGate : ExitCode::kDone;
}

}  // namespace parallax
