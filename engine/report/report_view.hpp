#pragma once

/// Read access to a report for the writers: whose claim, which words, and the check that every span
/// still says what was found.

#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/comparison.hpp"
#include "models/base/expects.hpp"

namespace parallax {

/// The words of a span. REQUIRES: the span lies in the document's text on character boundaries.
[[nodiscard]] std::string_view slice(const ReportDocument& document PARALLAX_LIFETIMEBOUND,
                                     ByteSpan span);

[[nodiscard]] const ReportDocument& document_of(
    const ComparisonReport& report PARALLAX_LIFETIMEBOUND, ClaimIndex claim);
[[nodiscard]] std::string_view claim_text(const ComparisonReport& report PARALLAX_LIFETIMEBOUND,
                                          ClaimIndex claim);

/// The stretch of the document that holds the whole sentence of a claim.
[[nodiscard]] ByteSpan sentence_span(const ComparisonReport& report, ClaimIndex claim);

/// One side of a comparison, in words for people.
struct SideInfo {
  std::string letter;   ///< "A", "B" ... in the order of the report's sources.
  std::string name;     ///< Source if known, else title, else id; with the country if known.
  std::string role;     ///< Of a source inside a document, or "narration"; empty for documents.
  std::string date;     ///< "13 Sep 2026", or as given; may be empty.
  std::string file;     ///< Path without folders, "standard input" for "-".
  std::string reading;  ///< Encoding with its confidence where it was guessed; may be empty.
  std::string language;
  std::size_t claims = 0;
};
enum class Side : std::uint8_t { kLeft, kRight };
[[nodiscard]] SideInfo side_info(const ComparisonReport& report, const Comparison& comparison,
                                 Side side);

/// "A" to "Z", then "AA", "AB" ...
[[nodiscard]] std::string letter(std::size_t index);
[[nodiscard]] std::string letter(SourceIndex source);

/// What is known of a source; of its document where a document speaks as a whole.
[[nodiscard]] SideInfo side_info(const ComparisonReport& report, SourceIndex source);

/// Name with the country code: "Ministry of Defence (NL)".
[[nodiscard]] std::string with_country(const ReportSource& source);

/// Paragraph and sentence, "2:1"; with the number of the document in front, "[2] 4:1", where one
/// source may speak in several.
[[nodiscard]] std::string place(const ComparisonReport& report, ClaimIndex claim);

/// True where sources inside documents are compared rather than documents.
[[nodiscard]] bool by_source(const ComparisonReport& report);

/// Where a finding stands. `divergence` is nullptr if there is none of that id.
struct FoundDivergence {
  const Comparison* comparison = nullptr;
  const ReportDivergence* divergence = nullptr;
};
/// Finds "D2" (or "d2", "2") or a fingerprint.
[[nodiscard]] FoundDivergence find_divergence(const ComparisonReport& report PARALLAX_LIFETIMEBOUND,
                                              std::string_view id);

/// `text` with the letters of the sides in place of "the left side" and "the right side".
[[nodiscard]] std::string in_letters(std::string text, std::string_view left,
                                     std::string_view right);
[[nodiscard]] std::string in_letters(std::string text, const Comparison& comparison);

/// The explanation of a finding; where there are more than two sources, with their letters in place
/// of "the left side" and "the right side".
[[nodiscard]] std::string told_of(const ComparisonReport& report, const Comparison& comparison,
                                  const ReportDivergence& d);

/// Claims of one list, most central first; ties in text order.
[[nodiscard]] std::vector<ClaimIndex> most_central_first(const ComparisonReport& report,
                                                         const std::vector<ClaimIndex>& claims);

/// The distinctive words worth showing to people: at most `top` of those with a z of 0.5 and more.
/// Below it, a word of everyday language happens to stand on one side alone.
[[nodiscard]] std::vector<ReportDistinctive> framing_words(
    const std::vector<ReportDistinctive>& words, std::size_t top);

/// The strongest relation of the aligned claims; without any, "identical" for two equal formulas
/// and "unrelated" otherwise.
[[nodiscard]] std::string strongest_relation(const Comparison& comparison);

/// Findings that a baseline accepts.
[[nodiscard]] std::size_t count_accepted(const Comparison& comparison);
/// Findings of a severity that no baseline accepts.
[[nodiscard]] std::size_t count_severity(const Comparison& comparison, Severity severity);
[[nodiscard]] std::size_t count_relation(const Comparison& comparison, Relation relation);

/// The evidence contract: throws ContractViolation unless every claim and every piece of evidence
/// re-reads as the bytes it stands for. Every writer calls it first. Complexity: linear.
void check_evidence(const ComparisonReport& report);

}  // namespace parallax
