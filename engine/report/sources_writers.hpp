#pragma once

/// Writers of `parallax sources`: who said what in one document, for people or machines. Same
/// document, same bytes.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/report/writers.hpp"
#include "engine/sources/statement.hpp"

namespace parallax {

/// A piece of a statement inside one sentence.
struct StatementClaim {
  ByteSpan span;
  Commitment commitment = Commitment::kAsserted;
};

/// The pieces of a statement's content sentence by sentence, in text order. Complexity: linear in
/// the sentences that the statement touches.
[[nodiscard]] std::vector<StatementClaim> claims_of(const Document& document,
                                                    const Statement& statement);

/// How the sources were read.
struct SourcesRun {
  ToolInfo tool;
  std::string input;  ///< Path as given; a JSONL file holds many documents.
  std::vector<std::pair<std::string, std::string>> options;  ///< Those that are not the default.
};

/// `parallax.sources/1` (sources.schema.json) as one line with newline. Spans are UTF-8 byte
/// offsets.
[[nodiscard]] std::string write_sources_line(const Document& document,
                                             const SourcedDocument& sourced,
                                             const SourcesRun& run = {});
/// The same documents as a JSON array's elements or one object, two-space indent.
[[nodiscard]] std::string write_sources_json(const Document& document,
                                             const SourcedDocument& sourced,
                                             const SourcesRun& run = {});

enum class SourcesOrder : std::uint8_t { kSource, kText };
/// The view for people: sources with role and country, then what each says with its cue.
[[nodiscard]] std::string write_sources_terminal(const Document& document,
                                                 const SourcedDocument& sourced, SourcesOrder order,
                                                 const TerminalOptions& options = {});
[[nodiscard]] std::string write_sources_markdown(const Document& document,
                                                 const SourcedDocument& sourced,
                                                 SourcesOrder order);

/// RFC 4180: the header record, and one record a statement in the order of the text.
[[nodiscard]] std::string sources_csv_header();
[[nodiscard]] std::string write_sources_csv(const Document& document,
                                            const SourcedDocument& sourced);

/// Indices of the statements of each source in text order; the last list holds those of nobody.
[[nodiscard]] std::vector<std::vector<std::size_t>> statements_by_source(
    const SourcedDocument& sourced);

/// "Ministry of Defence (ministry, AZ?)": the question mark flags what is inferred.
[[nodiscard]] std::string source_title(const Source& source);
/// Source, statement and mode in a few words for people: "said", "condemned"; empty for narration.
[[nodiscard]] std::string cue_text(const Document& document, const Statement& statement);

}  // namespace parallax
