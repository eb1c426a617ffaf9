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
  std::string format = "text";      ///< text, json, markdown, html, csv, sarif, junit
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

struct DriftArgs {
  std::vector<std::string> inputs;
  std::string source;        ///< Empty = the only one there is.
  std::string since, until;  ///< Dates, both included; empty = open.
  InputArgs input;
  std::string format = "text";  ///< text, json, markdown
  std::string output;           ///< Empty = standard output.
  std::string colour = "auto";  ///< auto, always, never
  std::size_t width = 0;        ///< 0 = the terminal's.
};

struct BatchArgs {
  std::string pairs;                ///< File of pairs; empty = compare `inputs` with each other.
  std::vector<std::string> inputs;  ///< Folders, files, @LIST, -
  std::vector<std::string> lists;   ///< Files with paths.
  InputArgs input;
  std::string format;  ///< text, jsonl, csv, html; empty = jsonl for pairs, text for inputs
  /// Rows of csv: divergences, pairs, clusters, formulations, sources, failures; empty = pairs for
  /// pairs, divergences for inputs.
  std::string csv;
  std::string output;
  std::string colour = "auto";  ///< auto, always, never
  std::size_t width = 0;        ///< 0 = the terminal's.
  std::string unit = "paragraph";
  std::size_t top_k = 10, compare = 500;
  std::size_t formulations = 10000;  ///< Of each band; 0 = none.
  std::size_t min_terms = 0;         ///< 0 = the default of the unit.
  double threshold = 0.0;            ///< 0 = the default of the unit.
  double related = 0.7, identical = 0.9;
  std::string where;              ///< Predicate; empty = all pairs.
  std::size_t jobs = 0;           ///< Threads; 0 = all processors. Without effect on the result.
  std::string progress = "auto";  ///< auto, always, never
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

struct IndexBuildArgs {
  std::vector<std::string> inputs;
  std::string output;
  InputArgs input;
};

struct IndexAddArgs {
  std::string index;
  std::vector<std::string> inputs;  ///< None: the index is only renewed.
  InputArgs input;
};

/// `index info`.
struct IndexFileArgs {
  std::string index;
};

/// `index verify`.
struct IndexVerifyArgs : IndexFileArgs {};

struct SearchArgs {
  std::string index, query;      ///< The query is a file where there is one of that name.
  std::string by = "paragraph";  ///< How a file is asked: paragraph, whole.
  std::size_t top_k = 10;
  std::vector<std::string> sources;
  std::string since, until;  ///< ISO dates; empty = open.
  InputArgs input;
  std::string format = "text";  ///< text, json, jsonl
  std::string output;           ///< Empty = standard output.
  std::string colour = "auto";  ///< auto, always, never
  std::size_t width = 0;        ///< 0 = the terminal's.
};

struct ReportArgs {
  std::string file;  ///< A saved result; "-" is standard input.
  std::string format = "text";
  std::string csv = "divergences";
  std::string by = "source";
  std::string output;           ///< Empty = standard output.
  std::string colour = "auto";  ///< auto, always, never
  std::size_t width = 0;        ///< 0 = the terminal's.
  std::vector<std::string> fail_on;
  double fail_under = -1.0;  ///< Negative = no gate.
  std::string explain;
};

struct VerifyArgs {
  std::string file;             ///< A saved result; "-" is standard input.
  std::string format = "text";  ///< text, json
  std::string output;           ///< Empty = standard output.
  std::string colour = "auto";  ///< auto, always, never
  std::size_t width = 0;        ///< 0 = the terminal's.
};

/// Names that `--fail-on` takes.
[[nodiscard]] const std::vector<std::string>& finding_gates();
[[nodiscard]] const std::vector<std::string>& quote_gates();

struct CompletionArgs {
  std::string script;  ///< Ready to print.
};

/// Text to print and stop: help, version.
struct PrintArgs {
  std::string text;
};

using Command =
    std::variant<CompareArgs, SourcesArgs, QuotesArgs, DriftArgs, BatchArgs, ModelFitArgs,
                 ModelInfoArgs, IndexBuildArgs, IndexAddArgs, IndexFileArgs, IndexVerifyArgs,
                 SearchArgs, ReportArgs, VerifyArgs, CompletionArgs, PrintArgs>;

/// Errors: kInvalidOption with one line.
[[nodiscard]] Result<Command> parse_args(std::span<const std::string_view> args);

/// Program version.
[[nodiscard]] std::string_view program_version();

}  // namespace parallax
