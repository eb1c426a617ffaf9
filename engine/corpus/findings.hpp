#pragma once

/// The comparison rules applied to two units, as one line of JSON that can be kept and read again.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/comparison.hpp"
#include "engine/corpus/units.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "models/base/result.hpp"
#include "models/vector/background.hpp"

namespace parallax {

/// One side of a finding.
struct PairFindingSide {
  ByteSpan span;   ///< Into the document's text, in bytes.
  ByteSpan chars;  ///< The same in code points.
  std::string text;
};

struct PairFinding {
  std::string kind, severity, fingerprint, rule, slot;
  double confidence = 0.0, importance = 0.0;  ///< [0, 1], 6 decimals.
  PairFindingSide left, right;
  std::string comparable_because, explanation;
};

/// What the comparison of two units found. Numbers are rounded to 6 decimals.
struct PairFindings {
  std::string relation;  ///< identical, agree, related, differ, conflict, unrelated
  double left_in_right = 0.0, right_in_left = 0.0, verbatim = 0.0;  ///< [0, 1]
  std::vector<PairFinding> divergences;                             ///< What matters first.
};

/// One line of JSON without its end: an object with `relation`, `overlap` and `divergences`.
[[nodiscard]] std::string findings_to_json(const PairFindings& findings);
/// What `findings_to_json` wrote; writing it again gives the same bytes. Errors: kFormat without
/// place.
[[nodiscard]] Result<PairFindings> findings_from_json(std::string_view json);

/// Compares units of documents. Each unit is analysed by itself, with its document's metadata and
/// language; lines that only say whose a document is and of which day (head_lines.hpp) state
/// nothing. Word tables are renewed now and then, so that memory stays bounded; that is without
/// effect on the result. Thread safety: one object a thread.
class UnitComparer {
 public:
  /// `model` may be null (built-in). All must outlive the object.
  UnitComparer(const std::vector<Unit>& units, const std::vector<Record>& documents,
               const LexiconSource& lexicons, const BackgroundModel* model);
  ~UnitComparer();
  UnitComparer(const UnitComparer&) = delete;
  UnitComparer& operator=(const UnitComparer&) = delete;
  UnitComparer(UnitComparer&&) = delete;
  UnitComparer& operator=(UnitComparer&&) = delete;

  /// Spans of the result point into the documents. Errors: kFormat for a malformed overlay table
  /// only.
  [[nodiscard]] Result<PairFindings> compare(std::uint32_t left, std::uint32_t right);

 private:
  struct Bench;
  struct Side;
  [[nodiscard]] Result<Side> side(std::uint32_t unit, std::string_view name);
  [[nodiscard]] Result<Document> analysed(std::uint32_t unit, std::string_view side);

  const std::vector<Unit>& units_;
  const std::vector<Record>& documents_;
  const LexiconSource& lexicons_;
  const BackgroundModel* model_;
  FactLexicons tables_;
  std::unique_ptr<Bench> bench_;
  std::size_t used_ = 0;
};

}  // namespace parallax
