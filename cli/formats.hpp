#pragma once

/// The formats of every result, in one place: `compare`, `sources`, `quotes`, `drift` and `search`
/// write through it, and `report` writes what they saved.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args.hpp"
#include "cli/terminal.hpp"
#include "engine/report/gate_writers.hpp"
#include "engine/report/saved.hpp"
#include "engine/report/writers.hpp"

namespace parallax {

/// How a result is written; what a format does not need is passed over.
struct Rendering {
  TerminalOptions terminal;
  CsvRows csv = CsvRows::kDivergences;
  Gate gate;
  std::string explain;  ///< A finding; empty = the whole result.
  SourcesOrder order = SourcesOrder::kSource;
  std::string csv_name;  ///< Rows of a batch.
  std::string file;      ///< Of the saved result, for errors.
};

/// Width and colour for the terminal, or for a file where one is given.
template <class Args>
[[nodiscard]] TerminalOptions terminal_of(const Args& args) {
  TerminalOptions options;
  options.width = terminal_width(args.width);
  const bool colour = args.output.empty() ? use_colour(args.colour) : args.colour == "always";
  options.colour = colour ? TerminalOptions::Colour::kOn : TerminalOptions::Colour::kOff;
  return options;
}

[[nodiscard]] CsvRows csv_rows(std::string_view name);
[[nodiscard]] SourcesOrder sources_order(std::string_view name);
[[nodiscard]] Error several_in_json(std::size_t documents);

/// Each writes a result in a format that `format_names` has for it. Errors: kInvalidOption for
/// another format, for a finding that is not there, and for several documents in one JSON.
[[nodiscard]] Result<std::string> render(const ComparisonReport& report, const std::string& format,
                                         const Rendering& how);
[[nodiscard]] Result<std::string> render(const QuoteReport& report, const std::string& format,
                                         const Rendering& how);
[[nodiscard]] Result<std::string> render(const DriftReport& report, const std::string& format,
                                         const Rendering& how);
[[nodiscard]] Result<std::string> render(const SavedSearch& search, const std::string& format,
                                         const Rendering& how);
[[nodiscard]] Result<std::string> render(const std::vector<SavedSources>& documents,
                                         const std::string& format, const Rendering& how);
/// Finds pairs, clusters and wording again (saved_batch.cpp). Errors besides: kFormat where they
/// are not those that were saved.
[[nodiscard]] Result<std::string> render(const SavedBatch& saved, const std::string& format,
                                         const Rendering& how);
/// One document of several: what stands above all of them, then each alone.
[[nodiscard]] std::string render_head(const std::string& format);
[[nodiscard]] Result<std::string> render(const SavedSources& document, const std::string& format,
                                         const Rendering& how);

/// True if a finding or similarity fails the gate.
[[nodiscard]] bool gate_hit(const Gate& gate, const ComparisonReport& report);
/// True if a quotation has one of the labels.
[[nodiscard]] bool gate_hit(const std::vector<std::string>& labels, const QuoteReport& report);

}  // namespace parallax
