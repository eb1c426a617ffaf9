#pragma once

/// One reader a schema. Internal to engine/report. Each reads a checked JSON value; what is wrong
/// is told to the errors of the node, and the result is then of no use.

#include "engine/report/saved.hpp"
#include "engine/report/saved_json.hpp"

namespace parallax {

[[nodiscard]] ComparisonReport comparison_from_json(const SavedNode& root);
[[nodiscard]] SavedSources sources_from_json(const SavedNode& root);
[[nodiscard]] DriftReport drift_from_json(const SavedNode& root);
[[nodiscard]] SavedSearch search_from_json(const SavedNode& root);

/// Quotes stand in one document or in lines: head, quotations, trailer.
[[nodiscard]] QuoteReport quotes_head_from_json(const SavedNode& root);
/// A quotation, or one that was not judged.
void add_quote_from_json(const SavedNode& node, QuoteReport& report);
void add_skipped_from_json(const SavedNode& node, QuoteReport& report);
[[nodiscard]] QuoteReport quotes_from_json(const SavedNode& root);

}  // namespace parallax
