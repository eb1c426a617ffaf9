#pragma once

/// The commands: options in, exit code out. One source file each.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/app.hpp"
#include "cli/args.hpp"
#include "engine/corpus/inputs.hpp"
#include "engine/document/read.hpp"
#include "models/lexicon/table.hpp"
#include "models/vector/background.hpp"

namespace parallax {

[[nodiscard]] Result<ExitCode> run_compare(const CompareArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_quotes(const QuotesArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_sources(const SourcesArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_drift(const DriftArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_batch(const BatchArgs& args, const Streams& streams);
/// `batch --pairs`.
[[nodiscard]] Result<ExitCode> run_batch_pairs(const BatchArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_model_fit(const ModelFitArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_model_info(const ModelInfoArgs& args, const Streams& streams);

[[nodiscard]] Result<ExitCode> run_index_build(const IndexBuildArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_index_add(const IndexAddArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_index_info(const IndexFileArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_index_verify(const IndexFileArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_search(const SearchArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_report(const ReportArgs& args, const Streams& streams);
[[nodiscard]] Result<ExitCode> run_verify(const VerifyArgs& args, const Streams& streams);

/// Options of the reader. Errors: kInvalidOption for a language that is no code.
[[nodiscard]] Result<ReadOptions> read_options(const InputArgs& input);
/// The records of all inputs in order. Errors: those of `read_options` and of reading.
[[nodiscard]] Result<std::vector<Record>> read_all(const std::vector<std::string>& paths,
                                                   const InputArgs& input, const Streams& streams);
/// What folders, lists, files and standard input hold (`read_inputs`). Each failure is told on
/// standard error. Sources and dates are completed. Errors: those of `read_options`; where
/// nothing can be read, the one reason or that there are several.
[[nodiscard]] Result<Corpus> read_collection(const std::vector<std::string>& inputs,
                                             const InputArgs& input, const Streams& streams);
/// The first of some names, by key, and how many more there are: "A, B and 3 more".
[[nodiscard]] std::string listed_names(const std::map<std::string, std::string>& names);
/// Built-in tables, with the user's where given.
[[nodiscard]] Result<LexiconSource> lexicon_source(const InputArgs& input);

/// Sources and dates of documents whose metadata have none (`name_issuers`, `date_documents`); the
/// first on all processors.
[[nodiscard]] Status complete_metadata(Corpus& corpus, const InputArgs& input);
[[nodiscard]] Status complete_metadata(Corpus& corpus, const LexiconSource& lexicons,
                                       std::size_t threads);

/// Writes to a file (whole or not at all) or to standard output, flushed and checked.
[[nodiscard]] Status write_output(const std::string& path, std::string_view text,
                                  const Streams& streams);

}  // namespace parallax
