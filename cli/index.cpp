#include <algorithm>
#include <ostream>
#include <set>

#include "cli/commands.hpp"
#include "engine/corpus/calendar.hpp"
#include "engine/index/build.hpp"
#include "engine/index/text_index.hpp"
#include "models/base/atomic_file.hpp"

namespace parallax {
namespace {

/// Adds what can be read and tells what cannot. The exit code is that of the whole run.
Result<ExitCode> add_inputs(const std::vector<std::string>& inputs, const InputArgs& input,
                            const Streams& streams, IndexBuilder& builder) {
  Result<Corpus> corpus = read_collection(inputs, input, streams);
  if (!corpus) {
    return std::move(corpus).error();
  }
  for (Record& record : corpus.value().documents) {
    if (Status status = builder.add(std::move(record)); !status) {
      return std::move(status).error();
    }
  }
  return corpus.value().failures.empty() ? ExitCode::kDone : ExitCode::kBadInput;
}

Result<ExitCode> finish(const IndexBuilder& builder, const std::string& path,
                        Result<ExitCode> reading) {
  if (!reading) {
    return reading;
  }
  Result<std::string> bytes = builder.finish();
  if (!bytes) {
    return std::move(bytes).error();
  }
  if (Status status = write_file_atomically(path, bytes.value()); !status) {
    return std::move(status).error();
  }
  return reading;
}

/// Whose documents an index holds, and of which time.
struct Holdings {
  std::set<std::string> sources;
  std::string first, last;  ///< Dates; empty if no document has one.

  [[nodiscard]] std::string dates() const {
    return first.empty() ? "none" : first == last ? first : first + " to " + last;
  }
};

Result<Holdings> holdings_of(const TextIndex& index) {
  Holdings holdings;
  for (std::uint32_t d = 0; d < index.info().documents; ++d) {
    Result<IndexedDocument> document = index.document(d);
    if (!document) {
      return std::move(document).error();
    }
    if (document.value().source) {
      holdings.sources.insert(*document.value().source);
    }
    if (const auto day = calendar_day(document.value().date.value_or(""))) {
      holdings.first = holdings.first.empty() ? *day : std::min(holdings.first, *day);
      holdings.last = std::max(holdings.last, *day);
    }
  }
  return holdings;
}

}  // namespace

Result<ExitCode> run_index_build(const IndexBuildArgs& args, const Streams& streams) {
  IndexBuilder builder;
  return finish(builder, args.output, add_inputs(args.inputs, args.input, streams, builder));
}

Result<ExitCode> run_index_add(const IndexAddArgs& args, const Streams& streams) {
  IndexBuilder builder;
  {
    Result<TextIndex> index = TextIndex::read_file(args.index);
    if (!index) {
      return std::move(index).error();
    }
    if (Status status = builder.add(index.value()); !status) {
      return std::move(status).error();
    }
  }
  return finish(builder, args.index,
                args.inputs.empty() ? ExitCode::kDone
                                    : add_inputs(args.inputs, args.input, streams, builder));
}

Result<ExitCode> run_index_info(const IndexFileArgs& args, const Streams& streams) {
  Result<TextIndex> index = TextIndex::read_file(args.index);
  if (!index) {
    return std::move(index).error();
  }
  const TextIndex::Info& info = index.value().info();
  Result<Holdings> holdings = holdings_of(index.value());
  if (!holdings) {
    return std::move(holdings).error();
  }
  std::string text;
  text += "file        " + args.index + "\n";
  text += "format      " + std::to_string(info.format_version) + "\n";
  text += "language    " + info.language + "\n";
  text += "documents   " + std::to_string(info.documents) + "\n";
  text += "sources     " + std::to_string(holdings.value().sources.size()) + "\n";
  text += "dates       " + holdings.value().dates() + "\n";
  text += "paragraphs  " + std::to_string(info.paragraphs) + "\n";
  text += "terms       " + std::to_string(info.terms) + "\n";
  text += "postings    " + std::to_string(info.postings) + "\n";
  text += "text bytes  " + std::to_string(info.text_bytes) + "\n";
  text += "file bytes  " + std::to_string(info.file_bytes) + "\n";
  text += "unicode     " + info.unicode + "\n";
  if (Status status = write_output("", text, streams); !status) {
    return std::move(status).error();
  }
  return ExitCode::kDone;
}

Result<ExitCode> run_index_verify(const IndexFileArgs& args, const Streams& streams) {
  Result<TextIndex> index = TextIndex::read_file(args.index);
  if (!index) {
    return std::move(index).error();
  }
  const std::vector<Error> damage = index.value().verify();
  for (const Error& error : damage) {
    streams.err << "parallax: " << error.to_string() << '\n';
  }
  if (!damage.empty()) {
    return ExitCode::kBadInput;
  }
  if (Status status = write_output("", args.index + ": sound\n", streams); !status) {
    return std::move(status).error();
  }
  return ExitCode::kDone;
}

}  // namespace parallax
