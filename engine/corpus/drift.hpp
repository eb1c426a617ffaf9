#pragma once

/// One source over time: what it kept, changed, took up and let go, position by position.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/compare/comparison.hpp"
#include "engine/document/document.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "models/base/result.hpp"
#include "models/text/words.hpp"
#include "models/vector/background.hpp"

namespace parallax {

/// A position in one statement.
struct PositionMention {
  std::uint32_t statement = 0;  ///< Index into DriftReport::statements.
  ByteSpan span;                ///< The words of the claim, with the rest of a list that it opens.
  std::uint32_t paragraph = 0;  ///< 1-based.
  std::uint32_t sentence = 0;   ///< 1-based in the paragraph.
  bool reworded = false;        ///< Other words than at the mention before.
};

/// A claim that goes through the statements of a source: each mention continues the one before.
struct DriftPosition {
  std::string id;                          ///< "P1", in the order of first mentions.
  std::vector<PositionMention> mentions;   ///< Ascending by statement, at most one in each.
  std::optional<std::size_t> split_from;   ///< Position that it branched off at its first mention.
  std::optional<std::size_t> merged_into;  ///< Position that has it after its last mention.
};

/// Order = what matters first in one statement.
enum class ChangeKind : std::uint8_t {
  kWithdrawal,  ///< The statement says that it takes something back.
  kCorrection,  ///< It says that it corrects something.
  kFlip,        ///< Denied what was asserted, or the other way; the opposite stance or direction.
  kNumber,      ///< A number moved.
  kDate,        ///< A date moved.
  kStrength,    ///< A step on a ladder: condemn > deplore > regret, will > intends to > may.
  kName,        ///< Names came or went, or passed from one position to another.
  kLabel,       ///< Another name for the same thing, or other addressees of a demand.
  kClarification,  ///< It says that it makes something clear.
  kDropped,        ///< A position that is not taken again.
  kResumed,        ///< A position that was left out in between.
  kNew,            ///< A position that was not there before.
};
/// "withdrawal", "correction", "flip", "number", "date", "strength", "name", "label",
/// "clarification", "dropped", "resumed", "new"
[[nodiscard]] std::string_view name_of(ChangeKind kind);

/// One side of a change.
struct ChangeSide {
  std::uint32_t statement = 0;
  ByteSpan span;     ///< The words that tell it.
  std::string text;  ///< Exactly the bytes of `span`.
  Value value;       ///< Normalised; empty where there is none.
};

struct DriftChange {
  std::string id;  ///< "C1", in order.
  ChangeKind kind = ChangeKind::kNew;
  std::size_t position = 0;                 ///< Index into DriftReport::positions.
  std::optional<std::size_t> origin;        ///< Of a name that passed over: the position it left.
  std::optional<ChangeSide> before, after;  ///< At least one.
  std::string slot;         ///< What it concerns, in words of the text; may be empty.
  std::string direction;    ///< "up", "down", "stronger", "weaker", "other" or empty.
  std::string rule;         ///< Stable id: that of the divergence rule, or "drift....".
  double confidence = 1.0;  ///< [0, 1]
  std::string explanation;  ///< One sentence; may be empty.

  /// The statement that the change belongs to: the later one.
  [[nodiscard]] std::uint32_t statement() const {
    return after ? after->statement : before->statement + 1;
  }
};

/// Wording that two statements or more share word for word (formulations.hpp).
struct PhraseLife {
  std::uint32_t words = 0;
  std::vector<std::uint32_t> statements;  ///< Ascending.
  ByteSpan span;                          ///< In the first of them.
  bool formulaic = false;
};

/// One statement of the run.
struct DriftStatement {
  ReportDocument document;
  std::string day;                  ///< "2026-09-13"; coarser if the date is.
  std::vector<ByteSpan> formulaic;  ///< Claims that are formula: no positions.
  std::size_t claims = 0;           ///< Positions and formulaic ones.
};

struct DriftReport {
  ToolInfo tool;
  std::string source;                      ///< As the statements write it; may be empty.
  std::vector<DriftStatement> statements;  ///< In the order of time; ties by id, path, input.
  std::vector<DriftPosition> positions;    ///< In the order of their first mentions.
  std::vector<DriftChange> changes;        ///< By statement, then kind, then place in the text.
  std::vector<PhraseLife> phrases;  ///< Longest life first: statements, then words, descending.
  std::vector<std::string> warnings;
  /// Options that bear on the result and are not the default, as in ComparisonReport.
  std::vector<std::pair<std::string, std::string>> options;
  std::vector<std::string> inputs;  ///< Paths as given.
};

struct DriftOptions {
  const BackgroundModel* model = nullptr;  ///< nullptr = the built-in one of the first language.
  std::uint32_t phrase_words = 5;          ///< Words of the shortest phrase; at least 1.
};

/// Follows the claims of `documents` from each to the next: alignment as in `compare`, then claims
/// that are left over with positions that had fallen silent. What changed in an aligned pair is
/// told by the divergence rules; because both sides are one position of one source, numbers and
/// dates that stand in the same places of both are compared, too. Every claim that is no formula
/// stands in exactly one position. A claim that goes on in several claims passes its position to
/// the most similar one; the others are split off. REQUIRES: at least one document; all were
/// analysed with `words` and have a calendar day (calendar.hpp) as their date; they are in the
/// order of time (formulations.hpp). Errors: kFormat for a malformed overlay table only.
/// Complexity: that of one alignment a document, against its predecessor and all silent positions.
[[nodiscard]] Result<DriftReport> trace_drift(std::span<const Document> documents, WordTable& words,
                                              FactLexicons& tables,
                                              const DriftOptions& options = {});

}  // namespace parallax
