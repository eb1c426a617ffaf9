#include <ostream>

#include "cli/commands.hpp"
#include "engine/index/build.hpp"
#include "engine/index/text_index.hpp"
#include "models/base/atomic_file.hpp"

namespace parallax {
namespace {

/// A corpus is larger than a statement.
constexpr std::size_t kMaxCorpusBytes = std::size_t{4} << 30U;

Status add_inputs(const std::vector<std::string>& inputs, const InputArgs& input,
                  const Streams& streams, IndexBuilder& builder) {
  Result<ReadOptions> options = read_options(input);
  if (!options) {
    return std::move(options).error();
  }
  options.value().max_bytes = kMaxCorpusBytes;
  for (const std::string& path : inputs) {
    Result<std::vector<Record>> records = read_records(path, options.value(), streams.in);
    if (!records) {
      return std::move(records).error();
    }
    for (Record& record : records.value()) {
      if (Status status = builder.add(std::move(record)); !status) {
        return status;
      }
    }
  }
  return Done{};
}

Result<ExitCode> finish(const IndexBuilder& builder, const std::string& path) {
  Result<std::string> bytes = builder.finish();
  if (!bytes) {
    return std::move(bytes).error();
  }
  if (Status status = write_file_atomically(path, bytes.value()); !status) {
    return std::move(status).error();
  }
  return ExitCode::kDone;
}

}  // namespace

Result<ExitCode> run_index_build(const IndexBuildArgs& args, const Streams& streams) {
  IndexBuilder builder;
  if (Status status = add_inputs(args.inputs, args.input, streams, builder); !status) {
    return std::move(status).error();
  }
  return finish(builder, args.output);
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
  if (Status status = add_inputs(args.inputs, args.input, streams, builder); !status) {
    return std::move(status).error();
  }
  return finish(builder, args.index);
}

Result<ExitCode> run_index_info(const IndexFileArgs& args, const Streams& streams) {
  Result<TextIndex> index = TextIndex::read_file(args.index);
  if (!index) {
    return std::move(index).error();
  }
  const TextIndex::Info& info = index.value().info();
  std::string text;
  text += "file        " + args.index + "\n";
  text += "format      " + std::to_string(info.format_version) + "\n";
  text += "language    " + info.language + "\n";
  text += "documents   " + std::to_string(info.documents) + "\n";
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
