#pragma once

/// Saved results: the JSON that the commands write, read back whole. A saved result holds the texts
/// that it rests on, so it can be written again in any format where the inputs are gone.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/compare/quotes.hpp"
#include "engine/corpus/drift.hpp"
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

using SavedResult = std::variant<ComparisonReport, std::vector<SavedSources>, QuoteReport,
                                 DriftReport, SavedSearch>;

/// Reads what `compare`, `sources`, `quotes`, `drift` or `search` wrote with `--format json` or
/// `jsonl`. The writers of the result give the same bytes as when it was written first. Checked:
/// JSON, schema and version, fields and their kinds, ids that exist, scores in [0, 1], spans inside
/// their text on character boundaries, and that they read the words beside them. Fields that are
/// not known are passed over. Errors, each one line: kFormat with "path:line" or "path: pointer"
/// (RFC 6901), with "path:line: pointer" for JSONL; kFormat for a result of `batch` and for JSON
/// of other programs, by name; kLimit for more than 64 levels. Complexity: linear in the text.
[[nodiscard]] Result<SavedResult> parse_saved(std::string_view text, const std::string& path);

/// The same from a file of at most 512 MiB. Errors: kIo and kLimit besides.
[[nodiscard]] Result<SavedResult> read_saved(const std::string& path);

}  // namespace parallax
