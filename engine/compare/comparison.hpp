#pragma once

/// The result of a comparison: plain values that every writer in engine/report reads. Contract of
/// the JSON: schema file engine/report/comparison.schema.json.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "models/base/span.hpp"

namespace parallax {

/// Indices into the vectors of one ComparisonReport.
enum class DocumentIndex : std::uint32_t {};
enum class SourceIndex : std::uint32_t {};
enum class StatementIndex : std::uint32_t {};
enum class ClaimIndex : std::uint32_t {};

/// Who speaks.
struct ReportSource {
  std::string id;  ///< "SRC1"
  std::string name;
  std::string role = "unknown";  ///< design.md's list.
  std::string organisation;      ///< Empty if unknown.
  std::string country;           ///< ISO 3166-1 alpha-2, empty if unknown.
  bool inferred = false;         ///< Name or country was not stated in the text.
  bool narration = false;        ///< The author's own voice, between what others are said to say.
};

struct ReportClaim {
  std::string id;  ///< "C1", unique in the report, in text order.
  StatementIndex statement{};
  DocumentIndex document{};
  ByteSpan span;                        ///< Into the document's text.
  ByteSpan sentence_span;               ///< The whole sentence that the claim stands in.
  std::uint32_t paragraph = 0;          ///< 1-based.
  std::uint32_t sentence = 0;           ///< 1-based in the paragraph.
  std::string commitment = "asserted";  ///< asserted, reported, denied, conditional
  double weight = 0.0;                  ///< Share of its document's term weight, [0, 1].
  double centrality = 0.0;              ///< [0, 1]; orders silence (engine/compare/centrality.hpp).
};

struct ReportStatement {
  std::string id;  ///< "S1"
  SourceIndex source{};
  std::string mode = "direct";  ///< direct, indirect, mixed, narration
  std::vector<ByteSpan> spans;
  std::vector<ClaimIndex> claims;
};

struct ReportDocument {
  std::string id, path, sha256, text, language, encoding;
  double encoding_confidence = 1.0;
  std::optional<std::string> title, date, source;
  bool source_from_head = false, date_from_name = false, date_from_head = false;  ///< As in Record.
  std::uint32_t body_begin = 0;  ///< Where header lines end and the body begins, in bytes.
  std::vector<StatementIndex> statements;
};

/// How two groups of claims relate. Order = from same to opposed.
enum class Relation : std::uint8_t { kIdentical, kAgree, kRelated, kDiffer, kConflict };
[[nodiscard]] std::string_view name_of(
    Relation relation);  // "identical", "agree", "related", "differ", "conflict"

struct TermWeight {
  std::string term;
  double weight = 0.0;  ///< Share of the pair's similarity, [0, 1].
};

struct ReportPair {
  std::vector<ClaimIndex> left, right;  ///< 1:1, 1:n or n:m, each in text order.
  double similarity = 0.0;              ///< [0, 1]
  Relation relation = Relation::kRelated;
  std::string matched_by;       ///< "exact", "score", "group", "anchors"
  bool moved = false;           ///< Crosses the order of the other pairs.
  std::vector<TermWeight> why;  ///< At most 8, weight descending then term.
};

enum class Severity : std::uint8_t { kConflict, kDifference, kNote };
[[nodiscard]] std::string_view name_of(Severity severity);  // "conflict", "difference", "note"

/// A normalised value as named fields in a fixed order, for example {"min": 79, "max": 79, "unit":
/// "person"}.
using FieldValue = std::variant<double, bool, std::string>;
using Value = std::vector<std::pair<std::string, FieldValue>>;

/// One side of a finding.
struct Evidence {
  ClaimIndex claim{};
  ByteSpan span;     ///< The words that differ, inside the claim's sentence.
  std::string text;  ///< Exactly the bytes of `span`.
  Value value;
  std::vector<ByteSpan> key_terms;  ///< Key terms of the claim, in text order.
};

struct ReportDivergence {
  std::string id;           ///< "D1", in rank order.
  std::string fingerprint;  ///< 16 hex digits; depends on kind, rule, both texts of evidence and
                            ///< their claims' words only.
  std::string kind;  ///< number, date, name, place, negation, stance, strength, role, modality,
                     ///< direction, addressee, label, scope
  Severity severity = Severity::kNote;
  double confidence = 0.0;  ///< [0, 1]
  double importance = 0.0;  ///< [0, 1]; orders findings of one severity (importance.hpp).
  std::string rule;         ///< Stable rule id, for example "number.disjoint".
  std::string slot;  ///< What it concerns, in words: "killed", "date of attack"; may be empty.
  Evidence left, right;
  std::string comparable_because;
  std::string explanation;  ///< One sentence.
  std::size_t pair = 0;     ///< Index into Comparison::pairs.
  bool accepted = false;    ///< Listed in the baseline: shown, but not gated.
  std::string note;         ///< The baseline's note on it; may be empty.
};

struct Overlap {
  double similarity = 0.0, left_in_right = 0.0, right_in_left = 0.0,
         verbatim = 0.0;  ///< All [0, 1].
};

/// A word that one side uses more than the other (engine/compare/distinctive.hpp).
struct ReportDistinctive {
  std::string term;
  std::uint32_t left = 0, right = 0;  ///< Occurrences on each side.
  double z = 0.0;                     ///< > 0: how strongly it marks its side.
};

struct Comparison {
  std::string left, right;  ///< Ids of documents (or sources).
  SourceIndex left_source{}, right_source{};
  std::vector<std::string> compared_kinds;  ///< Set if the languages differ or lack tables: kinds
                                            ///< of findings that both allow. Empty = all.
  Overlap overlap;
  std::vector<ReportPair> pairs;                  ///< In order of the left side's text.
  std::vector<ReportDivergence> divergences;      ///< What matters first.
  std::vector<ClaimIndex> only_left, only_right;  ///< In text order.
  std::vector<ClaimIndex> formulaic;              ///< Courtesy and boilerplate, shown apart.
  std::vector<ReportDistinctive> distinctive_left, distinctive_right;  ///< z descending.
};

/// A finding that somebody has accepted.
struct BaselineEntry {
  std::string fingerprint, kind, left, right, note;
};

/// What a baseline file did to a report.
struct BaselineUse {
  std::string path;
  std::size_t entries = 0;
  std::vector<BaselineEntry> stale;  ///< Entries that no finding of the report matches.
};

/// What one source has to say about one row of the claim table.
enum class CellState : std::uint8_t { kSilent, kSaid, kValue, kConflict };
[[nodiscard]] std::string_view name_of(CellState state);  // "silent", "said", "value", "conflict"

struct TableCell {
  SourceIndex source{};
  CellState state = CellState::kSilent;
  std::string text;                ///< The value in a few words; empty if there is none.
  std::string note;                ///< Why values stand beside each other without conflict.
  std::vector<ClaimIndex> claims;  ///< In text order of each document; empty if silent.
  std::vector<ByteSpan> spans;     ///< One a claim, inside it: the value's words or the claim.
};

/// What the sources have said about the row as a whole. Order = what matters first.
enum class RowRelation : std::uint8_t { kConflict, kDiffer, kNote, kAgree, kSingle };
[[nodiscard]] std::string_view name_of(RowRelation relation);

struct TableRow {
  std::string title;  ///< In words of the text, one line.
  std::string kind;  ///< "claim", or the kind of fact that the cells hold: number, date, stance ...
  RowRelation relation = RowRelation::kSingle;
  double weight = 0.0;           ///< Largest share that the row has in what a source says, [0, 1].
  std::vector<TableCell> cells;  ///< One a column, in the order of the columns.
};

/// Claims of all sources side by side: rows are claims or their facts, columns are sources. Every
/// compared claim of every column stands in at least one row.
struct ClaimTable {
  std::vector<SourceIndex> columns;
  std::vector<TableRow> rows;  ///< Conflicts first, then the rows of most sources, then by weight.
};

struct ToolInfo {
  std::string version, icu, unicode, model, lexicons;
};

/// Everything a writer needs. Scores are unrounded until `round_scores` (report/rounding.hpp).
struct ComparisonReport {
  ToolInfo tool;
  std::vector<ReportDocument> documents;
  std::vector<ReportSource> sources;
  std::vector<ReportStatement> statements;
  std::vector<ReportClaim> claims;
  std::vector<Comparison> comparisons;  ///< One a pair of columns, in the order of the sources.
  std::optional<ClaimTable> table;      ///< Nothing where none was asked for.
  std::vector<std::string> warnings;
  /// Options of the run that bear on the result and are not the default: name, and value if it has
  /// one. In the order of `parallax compare --help`.
  std::vector<std::pair<std::string, std::string>> options;
  std::vector<std::string> inputs;      ///< Paths as given; "-" is standard input.
  std::optional<BaselineUse> baseline;  ///< Present if one was applied.

  [[nodiscard]] const ReportClaim& claim(ClaimIndex i) const {
    return claims.at(static_cast<std::size_t>(i));
  }
  [[nodiscard]] const ReportSource& source(SourceIndex i) const {
    return sources.at(static_cast<std::size_t>(i));
  }
};

}  // namespace parallax
