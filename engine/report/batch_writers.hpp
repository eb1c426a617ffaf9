#pragma once

/// Writers of `parallax batch`. Same report, same bytes.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/corpus/batch.hpp"
#include "engine/report/writers.hpp"

namespace parallax {

/// What a batch was asked to do, as far as it is shown.
struct BatchRun {
  ToolInfo tool;
  BatchOptions options;
  std::string where;                ///< The predicate as given; empty = none.
  std::vector<std::string> inputs;  ///< As given.
  /// Options of reading that are not the default, with their values.
  std::vector<std::pair<std::string, std::string>> reading;
};

/// Takes the next lines of the output. An error ends the writing.
using LineSink = std::function<Status(std::string_view)>;

/// Name of a unit: the document's id and the unit's number, "statement-7:3".
[[nodiscard]] std::string unit_id(const BatchReport& report, std::uint32_t unit);

/// JSONL `parallax.batch/1` (batch.schema.json): header, documents, failures, units that stand in a
/// pair or cluster, pairs, clusters, shared formulations, sources, pairs of sources, trailer with
/// counts. Every record carries `schema` and `record`; a reader passes over kinds of records that
/// it does not know.
/// Lines are handed over one at a time. Errors: those of the sink.
[[nodiscard]] Status write_batch_jsonl(const BatchReport& report, const BatchRun& run,
                                       const LineSink& sink);

/// What a row of a CSV file of a batch is.
enum class BatchCsvRows : std::uint8_t {
  kDivergences,   ///< A finding, with the pair it stands in.
  kPairs,         ///< Two near units.
  kClusters,      ///< A unit of a cluster.
  kFormulations,  ///< A document that has a shared formulation.
  kSources,       ///< Two sources that meet: overlap both ways, findings by kind.
  kFailures,      ///< An input that was left out.
};

/// RFC 4180 with a header record, UTF-8 without byte order mark, CRLF. Begin and end are byte
/// offsets into the document's text. Records are handed over one at a time. Errors: those of the
/// sink.
[[nodiscard]] Status write_batch_csv(const BatchReport& report, BatchCsvRows rows,
                                     const LineSink& sink);

/// Rows of the heat map that the HTML report asks for (BatchOptions::map_rows).
inline constexpr std::size_t kHtmlMapRows = 2000;
/// The distribution of similarities that it asks for begins below the threshold, at this share of
/// it (BatchOptions::count_from) ...
inline constexpr double kHtmlCountedShare = 0.75;
/// ... but collections of more units count no pairs below it: there are too many.
inline constexpr std::size_t kHtmlCountedUnits = 5000;

/// One self-contained HTML page: figures, divergences, distribution of similarities, top pairs with
/// their passages, clusters, sources, heat map (where the report has one), failed inputs, what was
/// left out, and the run. Loads nothing, complete without its script, less than 1.5 MB: long lists
/// end at a number of bytes, and what is left out is counted. Same report and run, same bytes.
/// Complexity: linear. REQUIRES: findings quote their documents.
[[nodiscard]] std::string write_batch_html(const BatchReport& report, const BatchRun& run);

/// The summary for people: counts, what diverges, what is most alike, clusters, shared
/// wording, sources, failed inputs by reason. Long lists are cut, and what is left out is counted.
[[nodiscard]] std::string write_batch_terminal(const BatchReport& report, const BatchRun& run,
                                               const TerminalOptions& options = {});

}  // namespace parallax
