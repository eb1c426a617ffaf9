#pragma once

/// One reader a schema. Internal to engine/report. Each reads a checked JSON value; what is wrong
/// is told to the errors of the node, and the result is then of no use.

#include <cstddef>
#include <map>
#include <string>

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

/// A batch stands in lines: a header first, a trailer last, records of known kinds between them.
class BatchFromJson {
 public:
  /// One record; `place` tells its line in errors of whole lines.
  void add(const SavedNode& record);
  /// The batch. Errors: kFormat at `path` where records are missing.
  [[nodiscard]] Result<SavedBatch> finish(const std::string& path) &&;

 private:
  void header(const SavedNode& record);
  void document(const SavedNode& record);
  void failure(const SavedNode& record);
  void unit(const SavedNode& record);
  void pair(const SavedNode& record);
  void formulation(const SavedNode& record);
  void trailer(const SavedNode& record);
  /// Index of the document of that id; tells where there is none.
  [[nodiscard]] std::size_t document_of(const SavedNode& id) const;
  [[nodiscard]] PairFindingSide side(const SavedNode& node, const std::string& unit) const;

  SavedBatch batch_;
  std::map<std::string, std::size_t> documents_;  ///< By id.
  std::map<std::string, std::size_t> units_;      ///< By name: index into the places.
  std::size_t records_ = 0;
  bool ended_ = false;
};

}  // namespace parallax
