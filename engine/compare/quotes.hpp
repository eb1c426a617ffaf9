#pragma once

/// Quote fidelity: is what stands between quotation marks in an article what the official text
/// says?

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/compare/comparison.hpp"
#include "engine/document/document.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "models/base/result.hpp"
#include "models/text/words.hpp"
#include "models/vector/background.hpp"

namespace parallax {

/// From faithful to not found.
enum class QuoteLabel : std::uint8_t {
  kVerbatim,            ///< The same words in the same order, without a gap.
  kTrimmed,             ///< Fragments of it in order; what is left out is marked by an ellipsis.
  kAltered,             ///< Other words, but no fact is changed.
  kAlteredInSubstance,  ///< A number, date, name, negation, modal, strength ... is changed.
  kMisattributed,       ///< Said, but by another of the given sources.
  kNotFound,
};
/// "verbatim", "trimmed", "altered", "altered_in_substance", "misattributed", "not_found"
[[nodiscard]] std::string_view name_of(QuoteLabel label);

/// One quotation of an article, to be checked.
struct ArticleQuote {
  ByteSpan span;                   ///< Between the marks.
  bool attributed = false;         ///< Somebody is said to say it (not only marks around a word).
  std::string source_name;         ///< Who, as the article says; empty if unknown.
  double source_confidence = 0.0;  ///< [0, 1]
  std::string source_country;      ///< ISO 3166-1 alpha-2, empty if unknown.
  /// The words that name the source here ("the ministry"); empty for a pronoun or where it is only
  /// understood.
  std::string mention;
  std::string alternative;  ///< Name of the second-best source, empty if there is none.
};

/// Who says a stretch of an official text.
struct OfficialSpeaker {
  std::vector<ByteSpan> spans;
  std::string name, country;
};

/// An official text. References must outlive the check.
struct OfficialText {
  const Document& document;
  std::string source_name;  ///< Issuer; empty if unknown.
  std::string source_country;
  std::vector<OfficialSpeaker> speakers;  ///< Where the text itself names several.
};

/// A difference between a quotation and the official text.
struct QuoteChange {
  /// Of substance: number, date, name, place, negation, modality, strength, stance, direction,
  /// role. Harmless: word, form (inflection, "50" for "fifty"), added, omitted (without an
  /// ellipsis), order (fragments), bracket ("[the ministry]" for "we").
  std::string kind;
  bool substance = false;
  ByteSpan article;    ///< Empty where the article has no word for it.
  ByteSpan official;   ///< Empty where the official text has none.
  std::string reason;  ///< For people, in one phrase; may be empty.
};

/// Paragraph and sentence, 1-based; 0 if unknown.
struct TextPlace {
  std::uint32_t paragraph = 0;
  std::uint32_t sentence = 0;
};

struct CheckedQuote {
  TextPlace article_place, official_place;  ///< Of the first word.
  ArticleQuote quotation;
  QuoteLabel label = QuoteLabel::kNotFound;
  std::optional<std::size_t> official;   ///< Index of the official text it was found in.
  ByteSpan official_span;                ///< From its first to its last word there.
  std::vector<ByteSpan> official_parts;  ///< One a fragment.
  double similarity = 0.0;  ///< Share of its words found, same stem counted as found, [0, 1].
  std::vector<QuoteChange> changes;  ///< In the order of the article.
  /// What had to be folded to find it, in this order: "marks", "spaces", "case", "ellipsis",
  /// "brackets". Empty for a quotation that is the same byte for byte.
  std::vector<std::string> normalised;
  std::string official_source;  ///< Who says it there; empty if unknown.
  std::string explanation;      ///< One sentence.
};

/// A quotation that is not judged.
struct SkippedQuote {
  TextPlace article_place;
  ArticleQuote quotation;
  std::string reason;  ///< "short" (a term or title), "language"
};

struct QuoteCheck {
  std::vector<CheckedQuote> quotes;   ///< Text order.
  std::vector<SkippedQuote> skipped;  ///< Text order.
  std::vector<std::string> warnings;
};

/// Everything that a writer needs.
struct QuoteReport {
  ToolInfo tool;
  std::vector<ReportDocument> officials;  ///< As given; CheckedQuote::official counts from here.
  ReportDocument article;
  QuoteCheck check;
  /// Options that bear on the result and are not the default, as in ComparisonReport.
  std::vector<std::pair<std::string, std::string>> options;
  std::vector<std::string> inputs;  ///< Paths as given, the article's last.
};

[[nodiscard]] std::size_t count_label(const QuoteCheck& check, QuoteLabel label);

/// Checks every quotation against all official texts and keeps the most faithful match.
///
/// - Letters' case, marks, blanks and line breaks never count; what was folded is reported.
/// - "..." and "[...]" part a quotation into fragments, which must follow each other. Words in
///   brackets are the editor's; they may stand for a few words of the official text.
/// - Each fragment is placed by QuoteMatcher. Where less than 60 % of a quotation's words are
///   found, it is not found.
/// - A change is of substance if the facts of the two stretches differ (engine/facts): numbers,
///   dates, names, negation, modality, stances and their strength, directions; or if the divergence
///   rules (diverge.hpp) find a difference or conflict that the words alone do not show. A faithful
///   fragment cut out of a denial ("we do not [support the plan]") is a changed negation.
/// - Fewer than four words that nobody is said to say are a term, a title or scare quotes: they are
///   skipped unless found. A text in another language than all official texts is skipped.
/// - Misattributed: the words are another source's than the one the article names. Both must be
///   known, and the article's must be one of the given ones or of another country; a mention that
///   may mean either ("the ministry") is no misattribution.
///
/// REQUIRES: all documents were analysed with `words`. Errors: kFormat for a malformed overlay
/// table only. Complexity: linear in the texts, and for each quotation in its length.
[[nodiscard]] Result<QuoteCheck> check_quotes(const std::vector<OfficialText>& officials,
                                              const Document& article,
                                              const std::vector<ArticleQuote>& quotations,
                                              WordTable& words, FactLexicons& tables);

}  // namespace parallax
