#pragma once

/// Command line -> option structs. Knows nothing of the engine's work. CLI11 lives in args.cpp
/// alone.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/base/result.hpp"

namespace parallax {

/// How inputs are read; shared by the commands.
struct InputArgs {
  std::string encoding, language;
  std::string id_field = "id", text_field = "text", title_field = "title", date_field = "date",
              source_field = "source";
  std::string lexicon;  ///< Folder of word tables; empty = built-in only.
  std::string model;    ///< Model file; empty = built-in.
};

struct CompareArgs {
  std::vector<std::string> inputs;
  bool by_source = false;     ///< Compare the sources inside the documents.
  bool no_narration = false;  ///< Leave out what nobody is said to say.
  InputArgs input;
  std::string format = "text";      ///< text, json, markdown, csv, sarif, junit
  std::string csv = "divergences";  ///< Rows of csv: divergences, pairs, claims, table
  std::string output;               ///< Empty = standard output.
  std::string colour = "auto";      ///< auto, always, never
  std::size_t width = 0;            ///< 0 = the terminal's.
  std::vector<std::string> fail_on;
  double fail_under = -1.0;  ///< Negative = no gate.
  std::string explain;
  std::string baseline;        ///< File of accepted findings; empty = none.
  std::string write_baseline;  ///< File to write all findings to; empty = none.
};

struct QuotesArgs {
  std::vector<std::string> files;  ///< At least two: official texts, and the article last.
  InputArgs input;
  std::string format = "text";  ///< text, json, jsonl, markdown, csv
  std::string output;           ///< Empty = standard output.
  std::string colour = "auto";  ///< auto, always, never
  std::size_t width = 0;        ///< 0 = the terminal's.
  std::vector<std::string> fail_on;
};

struct SourcesArgs {
  std::vector<std::string> articles;
  InputArgs input;
  std::string format = "text";  ///< text, json, jsonl, markdown, csv
  std::string by = "source";    ///< source, order
  std::string output;           ///< Empty = standard output.
  std::string colour = "auto";  ///< auto, always, never
  std::size_t width = 0;        ///< 0 = the terminal's.
};

struct BatchArgs {
  std::string pairs;
  InputArgs input;
  std::string format = "jsonl";
  std::string output;
};

struct ModelFitArgs {
  std::vector<std::string> corpus;
  std::string output;
  std::size_t min_documents = 1;
  std::string description;
  bool frequencies = false;  ///< The corpus is a table of document frequencies.
  std::size_t jobs = 1;      ///< Threads; without effect on the result.
  InputArgs input;
};

struct ModelInfoArgs {
  std::string file;  ///< Empty = built-in English.
};

struct CompletionArgs {
  std::string script;  ///< Ready to print.
};

/// Text to print and stop: help, version.
struct PrintArgs {
  std::string text;
};

using Command = std::variant<CompareArgs, SourcesArgs, QuotesArgs, BatchArgs, ModelFitArgs,
                             ModelInfoArgs, CompletionArgs, PrintArgs>;

/// Errors: kInvalidOption with one line.
[[nodiscard]] Result<Command> parse_args(std::span<const std::string_view> args);

/// Program version.
[[nodiscard]] std::string_view program_version();

}  // namespace parallax
