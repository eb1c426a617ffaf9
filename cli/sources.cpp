#include <memory>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "engine/document/analyse.hpp"
#include "engine/report/sources_writers.hpp"
#include "engine/sources/attribute.hpp"

namespace parallax {
namespace {

/// A word table grows with every new word; after this many bytes of text a fresh one keeps memory
/// bounded.
constexpr std::size_t kBytesPerTable = std::size_t{16} << 20U;

/// One table of words with what works on it.
struct SourcesBench {
  explicit SourcesBench(const LexiconSource& lexicons)
      : analyser(words, lexicons), attributor(words, lexicons) {}
  WordTable words;
  Analyser analyser;
  Attributor attributor;
};

class SourcesRunner {
 public:
  SourcesRunner(const SourcesArgs& args, const LexiconSource& lexicons)
      : args_(args), lexicons_(lexicons) {
    options_.width = terminal_width(args.width);
    const bool colour = args.output.empty() ? use_colour(args.colour) : args.colour == "always";
    options_.colour = colour ? TerminalOptions::Colour::kOn : TerminalOptions::Colour::kOff;
  }

  Result<std::string> text_for(Record record) {
    if (bench_ == nullptr || used_ > kBytesPerTable) {
      bench_ = std::make_unique<SourcesBench>(lexicons_);
      used_ = 0;
    }
    used_ += record.text.size();
    Result<Document> document = bench_->analyser.analyse(std::move(record));
    if (!document) {
      return std::move(document).error();
    }
    Result<SourcedDocument> sourced = bench_->attributor.attribute(document.value());
    if (!sourced) {
      return std::move(sourced).error();
    }
    return rendered(document.value(), sourced.value());
  }

 private:
  [[nodiscard]] std::string rendered(const Document& d, const SourcedDocument& s) const {
    const SourcesOrder order = args_.by == "order" ? SourcesOrder::kText : SourcesOrder::kSource;
    if (args_.format == "json") {
      return write_sources_json(d, s);
    }
    if (args_.format == "jsonl") {
      return write_sources_line(d, s);
    }
    if (args_.format == "csv") {
      return write_sources_csv(d, s);
    }
    return args_.format == "markdown" ? write_sources_markdown(d, s, order)
                                      : write_sources_terminal(d, s, order, options_);
  }

  const SourcesArgs& args_;
  const LexiconSource& lexicons_;
  TerminalOptions options_;
  std::unique_ptr<SourcesBench> bench_;
  std::size_t used_ = 0;
};

}  // namespace

Result<ExitCode> run_sources(const SourcesArgs& args, const Streams& streams) {
  Result<LexiconSource> lexicons = lexicon_source(args.input);
  if (!lexicons) {
    return std::move(lexicons).error();
  }
  Result<std::vector<Record>> records = read_all(args.articles, args.input, streams);
  if (!records) {
    return std::move(records).error();
  }
  if (args.format == "json" && records.value().size() > 1) {
    return Error{ErrorCode::kInvalidOption, "--format",
                 "json holds one document; " + std::to_string(records.value().size()) +
                     " were given (use jsonl)"};
  }
  SourcesRunner runner(args, lexicons.value());
  std::string out = args.format == "csv" ? sources_csv_header() : "";
  for (Record& record : records.value()) {
    Result<std::string> text = runner.text_for(std::move(record));
    if (!text) {
      return std::move(text).error();
    }
    out += text.value();
  }
  if (Status status = write_output(args.output, out, streams); !status) {
    return std::move(status).error();
  }
  return ExitCode::kDone;
}

}  // namespace parallax
