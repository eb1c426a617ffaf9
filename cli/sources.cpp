#include <memory>

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/run_options.hpp"
#include "cli/runs.hpp"
#include "engine/document/analyse.hpp"
#include "engine/report/rounding.hpp"
#include "engine/sources/attribute.hpp"
#include "models/text/versions.hpp"

namespace parallax {
namespace {

/// A word table grows with every new word; after this many bytes of text a fresh one keeps memory
/// bounded.
constexpr std::size_t kBytesPerTable = std::size_t{16} << 20U;

/// A record with the path that it was read from.
struct Read {
  Record record;
  std::string input;
};

Result<std::vector<Read>> read_articles(const SourcesArgs& args, const Streams& streams) {
  std::vector<Read> all;
  for (const std::string& path : args.articles) {
    Result<std::vector<Record>> records = read_all({path}, args.input, streams);
    if (!records) {
      return std::move(records).error();
    }
    for (Record& record : records.value()) {
      all.push_back({std::move(record), path});
    }
  }
  return all;
}

}  // namespace

/// One table of words with what works on it.
struct SourcesReading::Bench {
  explicit Bench(const LexiconSource& lexicons)
      : analyser(words, lexicons), attributor(words, lexicons) {}
  WordTable words;
  Analyser analyser;
  Attributor attributor;
};

SourcesReading::SourcesReading(const SourcesArgs& args, const LexiconSource& lexicons)
    : lexicons_(lexicons) {
  run_.tool = {std::string(program_version()), icu_version(), unicode_version(), "",
               lexicons.identity()};
  run_.options = options_of(args);
}

SourcesReading::~SourcesReading() = default;

Result<SavedSources> SourcesReading::read(Record record, const std::string& input) {
  if (bench_ == nullptr || used_ > kBytesPerTable) {
    bench_ = std::make_unique<Bench>(lexicons_);
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
  round_scores(sourced.value());
  SavedSources out{run_, std::move(document).value(), std::move(sourced).value()};
  out.run.input = input;
  return out;
}

Result<ExitCode> run_sources(const SourcesArgs& args, const Streams& streams) {
  Result<LexiconSource> lexicons = lexicon_source(args.input);
  if (!lexicons) {
    return std::move(lexicons).error();
  }
  Result<std::vector<Read>> records = read_articles(args, streams);
  if (!records) {
    return std::move(records).error();
  }
  if (args.format == "json" && records.value().size() > 1) {
    return several_in_json(records.value().size());
  }
  Rendering how;
  how.terminal = terminal_of(args);
  how.order = sources_order(args.by);
  SourcesReading reading(args, lexicons.value());
  std::string out = render_head(args.format);
  for (Read& read : records.value()) {
    Result<SavedSources> document = reading.read(std::move(read.record), read.input);
    if (!document) {
      return std::move(document).error();
    }
    Result<std::string> text = render(document.value(), args.format, how);
    if (!text) {
      return std::move(text).error();
    }
    if (out.empty()) {
      out = std::move(text).value();
    } else {
      out += text.value();
    }
  }
  if (Status status = write_output(args.output, out, streams); !status) {
    return std::move(status).error();
  }
  return ExitCode::kDone;
}

}  // namespace parallax
