#pragma once

/// Saved results: the JSON that the commands write, read back whole. A saved result holds the texts
/// that it rests on, so it can be written again in any format where the inputs are gone.

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/compare/quotes.hpp"
#include "engine/corpus/drift.hpp"
#include "engine/report/batch_writers.hpp"
#include "engine/report/search_writers.hpp"
#include "engine/report/sources_writers.hpp"
#include "models/base/result.hpp"

namespace parallax {

/// One document of `parallax sources`: all that its writers show. The document has its sentences,
/// but neither paragraphs nor tokens.
struct SavedSources {
  SourcesRun run;
  Document document;
  SourcedDocument sourced;
};

struct SavedSearch {
  SearchRun run;
  std::vector<AnsweredQuery> queries;
};

/// What `batch` saved: the texts, what could not be read, how it was asked, and what was found. Its
/// pairs and clusters are found again from the texts; shared wording and what the rules found in
/// the compared pairs are not looked for again.
struct SavedBatch {
  struct Pair {
    std::string left, right;  ///< Names of the units.
    double score = 0.0;
  };
  /// Words of a document that a record points at.
  struct Place {
    std::string id;            ///< Of the unit or formulation.
    std::size_t document = 0;  ///< Index into the documents.
    ByteSpan span;
  };

  BatchRun run;  ///< Without predicate, model and journal.
  Corpus corpus;
  std::vector<Pair> pairs;
  KnownFindings findings;     ///< Of the compared pairs.
  std::vector<Place> places;  ///< Units, and the uses of formulations.
  CorpusFormulations wording;
};

using SavedResult = std::variant<ComparisonReport, std::vector<SavedSources>, QuoteReport,
                                 DriftReport, SavedSearch, SavedBatch>;

/// The record that a document was written from.
[[nodiscard]] Record record_of(const ReportDocument& document);

/// Reads what `compare`, `sources`, `quotes`, `drift`, `search` or `batch` wrote with `--format
/// json` or `jsonl`. The writers of the result give the same bytes as when it was written first.
/// Checked: JSON, schema and version, fields and their kinds, ids that exist, scores in [0, 1],
/// spans inside their text on character boundaries, and that they read the words beside them.
/// Fields that are not known are passed over. Errors, each one line: kFormat with "path:line" or
/// "path: pointer" (RFC 6901), with "path:line: pointer" for JSONL; kFormat for a batch whose last
/// record is missing or whose counts differ, and for JSON of other programs, by name; kLimit for
/// more than 64 levels. Complexity: linear in the text.
[[nodiscard]] Result<SavedResult> parse_saved(std::string_view text, const std::string& path);

/// The same from a file of at most 512 MiB. Errors: kIo and kLimit besides.
[[nodiscard]] Result<SavedResult> read_saved(const std::string& path);

}  // namespace parallax
