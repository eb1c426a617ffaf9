#pragma once

/// Options that bear on a result, as they stand in its JSON: names with values, those that are not
/// the default, in the order of the command's help. `verify` reads them back.

#include <string>
#include <utility>
#include <vector>

#include "cli/args.hpp"
#include "models/base/result.hpp"

namespace parallax {

using RunOptions = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] RunOptions options_of(const CompareArgs& args);
[[nodiscard]] RunOptions options_of(const SourcesArgs& args);
[[nodiscard]] RunOptions options_of(const QuotesArgs& args);
[[nodiscard]] RunOptions options_of(const DriftArgs& args);
[[nodiscard]] RunOptions options_of(const SearchArgs& args);
/// Those of reading the inputs only: the others stand in the header of a batch by name.
[[nodiscard]] RunOptions reading_options_of(const BatchArgs& args);

/// Sets what the options name; nothing that writes a file can be set. `--baseline` is passed over:
/// it accepts findings, but finds none. Errors: kFormat for an option that the command has not or a
/// value that it does not take.
[[nodiscard]] Status set_options(const RunOptions& options, CompareArgs& args);
[[nodiscard]] Status set_options(const RunOptions& options, SourcesArgs& args);
[[nodiscard]] Status set_options(const RunOptions& options, QuotesArgs& args);
[[nodiscard]] Status set_options(const RunOptions& options, DriftArgs& args);
[[nodiscard]] Status set_options(const RunOptions& options, SearchArgs& args);
[[nodiscard]] Status set_options(const RunOptions& options, BatchArgs& args);

}  // namespace parallax
