#include "cli/run_options.hpp"

#include <charconv>

namespace parallax {
namespace {

struct InputOption {
  const char* name;
  std::string InputArgs::*field;
};

/// In the order of the help.
constexpr InputOption kInput[] = {{"--lang", &InputArgs::language},
                                  {"--encoding", &InputArgs::encoding},
                                  {"--id-field", &InputArgs::id_field},
                                  {"--text-field", &InputArgs::text_field},
                                  {"--title-field", &InputArgs::title_field},
                                  {"--date-field", &InputArgs::date_field},
                                  {"--source-field", &InputArgs::source_field},
                                  {"--lexicon", &InputArgs::lexicon},
                                  {"--model", &InputArgs::model}};

void add_text(RunOptions& out, const char* name, const std::string& value) {
  if (!value.empty()) {
    out.emplace_back(name, value);
  }
}

void add_flag(RunOptions& out, const char* name, bool set) {
  if (set) {
    out.emplace_back(name, "");
  }
}

void add_input(RunOptions& out, const InputArgs& input) {
  const InputArgs usual;
  for (const InputOption& option : kInput) {
    if (input.*option.field != usual.*option.field) {
      out.emplace_back(option.name, input.*option.field);
    }
  }
}

bool set_input(const std::string& name, const std::string& value, InputArgs& input) {
  for (const InputOption& option : kInput) {
    if (name == option.name) {
      input.*option.field = value;
      return true;
    }
  }
  return false;
}

bool set_count(const std::string& value, std::size_t most, std::size_t& target) {
  const char* end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, target);
  return read.ec == std::errc() && read.ptr == end && target >= 1 && target <= most;
}

/// Sets each option with `set`, which tells whether it could.
template <class Set>
Status each(const RunOptions& options, Set set) {
  for (const auto& [name, value] : options) {
    if (!set(name, value)) {
      return Error{ErrorCode::kFormat, "options",
                   "this result cannot have been made with '" + name +
                       (value.empty() ? "'" : " " + value + "'")};
    }
  }
  return Done{};
}

}  // namespace

RunOptions options_of(const CompareArgs& args) {
  RunOptions out;
  add_flag(out, "--by-source", args.by_source);
  add_flag(out, "--no-narration", args.no_narration);
  add_text(out, "--baseline", args.baseline);
  add_input(out, args.input);
  return out;
}

RunOptions options_of(const SourcesArgs& args) {
  RunOptions out;
  add_input(out, args.input);
  return out;
}

RunOptions options_of(const QuotesArgs& args) {
  RunOptions out;
  add_input(out, args.input);
  return out;
}

RunOptions options_of(const DriftArgs& args) {
  RunOptions out;
  add_text(out, "--source", args.source);
  add_text(out, "--since", args.since);
  add_text(out, "--until", args.until);
  add_input(out, args.input);
  return out;
}

RunOptions options_of(const SearchArgs& args) {
  RunOptions out;
  add_text(out, "--by", args.by == "paragraph" ? "" : args.by);
  add_text(out, "--top-k", args.top_k == SearchArgs().top_k ? "" : std::to_string(args.top_k));
  for (const std::string& source : args.sources) {
    out.emplace_back("--source", source);
  }
  add_text(out, "--since", args.since);
  add_text(out, "--until", args.until);
  add_input(out, args.input);
  return out;
}

RunOptions reading_options_of(const BatchArgs& args) {
  RunOptions out;
  add_input(out, args.input);
  return out;
}

Status set_options(const RunOptions& options, BatchArgs& args) {
  return each(options, [&](const std::string& name, const std::string& value) {
    return set_input(name, value, args.input);
  });
}

Status set_options(const RunOptions& options, CompareArgs& args) {
  return each(options, [&](const std::string& name, const std::string& value) {
    if (name == "--by-source" || name == "--no-narration") {
      (name == "--by-source" ? args.by_source : args.no_narration) = true;
      return value.empty();
    }
    return name == "--baseline" || set_input(name, value, args.input);
  });
}

Status set_options(const RunOptions& options, SourcesArgs& args) {
  return each(options, [&](const std::string& name, const std::string& value) {
    return set_input(name, value, args.input);
  });
}

Status set_options(const RunOptions& options, QuotesArgs& args) {
  return each(options, [&](const std::string& name, const std::string& value) {
    return set_input(name, value, args.input);
  });
}

Status set_options(const RunOptions& options, DriftArgs& args) {
  return each(options, [&](const std::string& name, const std::string& value) {
    std::string* text = name == "--source"  ? &args.source
                        : name == "--since" ? &args.since
                        : name == "--until" ? &args.until
                                            : nullptr;
    if (text != nullptr) {
      *text = value;
      return true;
    }
    return set_input(name, value, args.input);
  });
}

Status set_options(const RunOptions& options, SearchArgs& args) {
  constexpr std::size_t kMostHits = 1000000;
  return each(options, [&](const std::string& name, const std::string& value) {
    if (name == "--by") {
      args.by = value;
      return value == "whole";
    }
    if (name == "--top-k") {
      return set_count(value, kMostHits, args.top_k);
    }
    if (name == "--source") {
      args.sources.push_back(value);
      return true;
    }
    if (name == "--since" || name == "--until") {
      (name == "--since" ? args.since : args.until) = value;
      return true;
    }
    return set_input(name, value, args.input);
  });
}

}  // namespace parallax
