#pragma once

/// What the sections of an HTML report share: anchors, who said a claim, and what a claim is linked
/// with. All strings that come from here are HTML.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/comparison.hpp"
#include "engine/report/table_text.hpp"

namespace parallax {

/// Where a claim stands in the report.
struct ClaimLinks {
  std::vector<ClaimIndex> partners;   ///< Of the other side, where two sides are compared.
  std::vector<std::size_t> findings;  ///< Indices into HtmlView::findings().
  std::vector<std::size_t> rows;      ///< Rows of the claim table, where that is shown.
  std::string_view tone = "apart";    ///< CSS class: what is strongest about it.
};

/// A sentence and what stands around it in its paragraph; spans into the document's text.
struct Surroundings {
  ByteSpan before, sentence, after;  ///< `before` and `after` are empty where nothing is.
};

/// Lifetime: keeps a reference to the report. Complexity of making one: linear in the report.
class HtmlView {
 public:
  explicit HtmlView(const ComparisonReport& report);

  [[nodiscard]] const ComparisonReport& report() const { return report_; }
  /// All findings; those from `shown()` on have no place of their own in the file.
  [[nodiscard]] const std::vector<PlacedFinding>& findings() const { return findings_; }
  [[nodiscard]] std::size_t shown() const;
  /// More than two sources: one table instead of two sides.
  [[nodiscard]] bool many() const { return many_; }
  [[nodiscard]] const ClaimLinks& links(ClaimIndex claim) const {
    return links_.at(static_cast<std::size_t>(claim));
  }
  /// Claims of a document in text order.
  [[nodiscard]] const std::vector<ClaimIndex>& claims_of(std::size_t document) const {
    return by_document_.at(document);
  }
  [[nodiscard]] SourceIndex source_of(ClaimIndex claim) const;
  [[nodiscard]] Surroundings surroundings(const Evidence& evidence) const;

  /// "c12": the claim in the full text.
  [[nodiscard]] static std::string anchor(ClaimIndex claim);
  /// The letter of a source.
  [[nodiscard]] static std::string badge(SourceIndex source);
  /// A link "A 2:1" to the claim in the full text.
  [[nodiscard]] std::string place_link(ClaimIndex claim) const;
  /// Links to all of them, with blanks between.
  [[nodiscard]] std::string place_links(const std::vector<ClaimIndex>& claims) const;
  /// Links to findings "D1"; empty if there are none.
  [[nodiscard]] std::string finding_links(ClaimIndex claim) const;
  /// A paragraph with the words of a claim, in its language and direction.
  [[nodiscard]] std::string passage(ClaimIndex claim) const;

 private:
  void link_findings();
  void link_pairs();
  void link_rows();
  void set_tone(ClaimIndex claim, std::string_view tone);

  const ComparisonReport& report_;
  bool many_;
  std::vector<PlacedFinding> findings_;
  std::vector<ClaimLinks> links_;
  std::vector<std::vector<ClaimIndex>> by_document_;
  std::vector<std::size_t> position_;  ///< Of each claim in its document's list.
};

}  // namespace parallax
