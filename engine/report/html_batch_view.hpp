#pragma once

/// What the sections of the HTML report of a batch share. All strings that come from here are HTML.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/report/batch_writers.hpp"

namespace parallax {

/// A finding; near copies repeat findings word for word: each stands once.
struct BatchFinding {
  std::size_t pair = 0;  ///< Index into BatchReport::pairs: the nearest pair that has it.
  const PairFinding* finding = nullptr;
  std::size_t times = 1;  ///< In how many pairs it was found.
};

/// Lifetime: keeps references to report and run. Complexity of making one: linear in the report.
class BatchHtml {
 public:
  BatchHtml(const BatchReport& report, const BatchRun& run);

  [[nodiscard]] const BatchReport& report() const { return report_; }
  [[nodiscard]] const BatchRun& run() const { return run_; }
  /// What matters first.
  [[nodiscard]] const std::vector<BatchFinding>& findings() const { return findings_; }
  /// Of all findings, repeated ones too.
  [[nodiscard]] std::size_t count(std::string_view severity) const;
  /// Place of a severity, "conflict" 0 to "note" 2.
  [[nodiscard]] static std::size_t rank_of(std::string_view severity);

  [[nodiscard]] const Record& document(std::uint32_t unit) const;
  /// Index into BatchReport::sources.
  [[nodiscard]] std::uint32_t source(std::uint32_t unit) const;
  /// Name of a source, or that it has none.
  [[nodiscard]] std::string source_name(std::uint32_t source) const;
  /// "Ministry of X, 13 Sep 2022 statement-7:3"
  [[nodiscard]] std::string who(std::uint32_t unit) const;
  /// "2022-09-13", as far as the document gives it; empty if it gives none.
  [[nodiscard]] std::string day(std::uint32_t unit) const;
  /// Attributes for filters: ` data-sources="0 3" data-days="2022-09-13 2023-01"`.
  [[nodiscard]] std::string filter_data(const UnitPair& pair) const;
  /// A unit's words, `marks` (in the unit) marked, abridged to about `max_bytes`.
  [[nodiscard]] std::string quotation(std::uint32_t unit, const std::vector<ByteSpan>& marks,
                                      std::size_t max_bytes) const;
  /// "P12": a link where the pair is on the page, else nothing.
  [[nodiscard]] std::string pair_link(std::size_t pair) const;
  /// "K3"; a link where the cluster is on the page.
  [[nodiscard]] std::string cluster_link(std::size_t cluster) const;

  /// Sections tell what they show and what they leave out.
  void show_pair(std::size_t pair) { shown_pairs_.at(pair) = true; }
  void show_clusters(std::size_t first, std::size_t last);
  [[nodiscard]] bool pair_shown(std::size_t pair) const { return shown_pairs_.at(pair); }
  void leave_out(std::string what, std::uint64_t count);
  [[nodiscard]] const std::vector<std::pair<std::string, std::uint64_t>>& left_out() const {
    return left_out_;
  }

 private:
  void collect_findings();

  const BatchReport& report_;
  const BatchRun& run_;
  std::vector<BatchFinding> findings_;
  std::map<std::string, std::size_t, std::less<>> severities_;
  std::vector<bool> shown_pairs_;
  std::vector<bool> shown_clusters_;
  std::vector<std::pair<std::string, std::uint64_t>> left_out_;
};

/// Options of a select element: all sources with a unit, by their index.
[[nodiscard]] std::string html_source_options(const BatchHtml& view);
/// A labelled select element with the given options.
[[nodiscard]] std::string html_choice(std::string_view form, std::string_view name,
                                      std::string_view words, const std::string& options);
/// The letter of one side of a pair: "A" or "B".
[[nodiscard]] std::string html_badge(std::string_view letter);

}  // namespace parallax
