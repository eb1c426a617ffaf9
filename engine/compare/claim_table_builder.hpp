#pragma once

/// How the rows of the claim table come about. Internal to engine/compare.

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "engine/compare/claim_table.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/parties.hpp"

namespace parallax::claim_rows {

/// A pair without findings joins a row if it shares this much content.
inline constexpr double kJoinOverlap = 0.5;
inline constexpr double kJoinJaccard = 0.3;
inline constexpr std::size_t kJoinShared = 2;
/// Words of a title.
inline constexpr std::size_t kTitleWords = 9;
inline constexpr std::size_t kSharedTitleWords = 12;
inline constexpr std::size_t kTitleTerms = 7;

/// One claim of one column.
struct Node {
  std::size_t column = 0;
  PlacedClaim placed;
  ClaimIndex row{};
};

/// Two claims that speak of the same thing. REQUIRES: a < b, indices of nodes.
struct Edge {
  std::size_t a = 0, b = 0;
  double strength = 0.0;
};

/// A stretch of a claim that a finding or an agreement is about.
struct Fact {
  std::size_t node = 0;
  std::string kind;  ///< Kind of the row: number, date, stance, negation ...
  ByteSpan span;
  std::string text;
  std::string note;
  bool conflict = false;
};

/// Facts that stand against or beside each other: one row.
struct FactRow {
  std::vector<std::size_t> facts;
  RowRelation relation = RowRelation::kAgree;
};

[[nodiscard]] std::string number_text(double v);
/// "79", "more than 50 km", "50 to 60".
[[nodiscard]] std::string quantity_text(const Document& document, const Quantity& q);
[[nodiscard]] const Quantity* quantity_at(const Claim& claim, ByteSpan span);
[[nodiscard]] bool counts_same(const Quantity& a, const Quantity& b);
/// Component of a day that only one of two dates gives says nothing.
[[nodiscard]] bool parts_differ(int a, int b);
[[nodiscard]] bool days_differ(const DateValue& a, const DateValue& b);
[[nodiscard]] bool places_differ(const Claim& a, const Claim& b);
/// Another day and another place: another event.
[[nodiscard]] bool events_differ(const Claim& a, const Claim& b);
[[nodiscard]] std::string field_text(const Value& value, std::string_view name);
/// Kind of the row that a finding belongs to: notes stand with what they are about.
[[nodiscard]] std::string row_kind(const ReportDivergence& d);
[[nodiscard]] std::string note_of(const ReportDivergence& d);
[[nodiscard]] std::string fact_text(const Node& node, const std::string& kind, const Evidence& e);
[[nodiscard]] RowRelation relation_of(const ReportDivergence& d);

/// Joins what belongs together; the smallest member names a set.
class Sets {
 public:
  explicit Sets(std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
      parent_.push_back(i);
    }
  }
  std::size_t add() {
    parent_.push_back(parent_.size());
    return parent_.size() - 1;
  }
  [[nodiscard]] std::size_t root(std::size_t i) const {
    while (parent_[i] != i) {
      i = parent_[i];
    }
    return i;
  }
  void join(std::size_t i, std::size_t j) {
    const std::size_t a = root(i);
    const std::size_t b = root(j);
    parent_[std::max(a, b)] = std::min(a, b);
  }
  [[nodiscard]] std::size_t size() const { return parent_.size(); }

 private:
  std::vector<std::size_t> parent_;
};

using Findings =
    std::map<std::pair<std::size_t, std::size_t>, std::vector<const ReportDivergence*>>;

class Builder {
 public:
  Builder(const std::vector<TableSource>& sources, const ComparisonReport& report,
          const WordTable& words)
      : sources_(sources), report_(report), words_(words), node_of_(report.claims.size(), 0) {}
  ClaimTable build();

 private:
  // Clusters.
  void collect_nodes();
  [[nodiscard]] std::size_t node_of(ClaimIndex claim) const;
  [[nodiscard]] PairContext context(std::size_t a, std::size_t b) const;
  void collect_edges();
  /// Does an aligned pair speak of the same thing closely enough to share a row?
  [[nodiscard]] bool joins(std::size_t a, std::size_t b, const ReportPair& pair) const;
  void join_clusters();
  /// At least half of the pairs of different columns are edges.
  [[nodiscard]] bool linked(const std::vector<std::size_t>& x, const std::vector<std::size_t>& y,
                            const std::vector<std::vector<std::size_t>>& near,
                            const std::vector<std::size_t>& cluster_of) const;

  // Facts of a cluster.
  std::size_t fact(std::size_t node, const std::string& kind, const Evidence& e,
                   std::vector<Fact>& facts, Sets& sets) const;
  /// Slots out of the findings between the claims of a cluster.
  [[nodiscard]] std::vector<FactRow> slots_of(const std::vector<std::size_t>& cluster,
                                              std::vector<Fact>& facts) const;
  /// Findings of one pair of claims, whichever of the two stands left.
  static std::vector<const ReportDivergence*> in_order(std::vector<const ReportDivergence*> list);
  std::size_t add_finding(const ReportDivergence& d, std::vector<Fact>& facts, Sets& sets) const;
  /// Other claims of the cluster that give the value which a finding is about: they agree with one
  /// of its sides.
  void add_agreements(const std::vector<std::size_t>& cluster, std::vector<Fact>& facts,
                      Sets& sets) const;
  [[nodiscard]] std::optional<Evidence> same_value(std::size_t n, const Fact& known) const;

  // Rows.
  void add_rows(const std::vector<std::size_t>& cluster, std::vector<TableRow>& rows);
  [[nodiscard]] TableRow empty_row(const std::vector<std::size_t>& cluster) const;
  void set_value(TableRow& row, std::size_t node, ByteSpan span, const std::string& text) const;
  [[nodiscard]] TableRow slot_row(const std::vector<std::size_t>& cluster, const FactRow& slot,
                                  const std::vector<Fact>& facts, const std::string& title) const;
  [[nodiscard]] TableRow claim_row(const std::vector<std::size_t>& cluster,
                                   const std::string& title) const;
  [[nodiscard]] std::set<std::size_t> columns_of(const std::vector<std::size_t>& cluster) const;
  /// What a cell shows beside "+": how it is said, else how many, else when.
  void show_value(TableRow& row, std::size_t n) const;

  // The same measure where nothing else is alike: "79 were killed", "135 losses".
  void add_same_measures(std::vector<TableRow>& rows);
  [[nodiscard]] std::optional<TableRow> measure_row(const std::vector<std::size_t>& x,
                                                    const std::vector<std::size_t>& y) const;

  // Titles.
  /// What is counted and what happened to it: "servicemen killed".
  [[nodiscard]] std::string counted_words(std::size_t node, ByteSpan span) const;
  [[nodiscard]] std::string cluster_title(const std::vector<std::size_t>& cluster) const;
  /// Function words and marks at the start of a claim that begins inside a sentence: "that the".
  [[nodiscard]] std::uint32_t leading_words(const Document& document, const Claim& claim) const;
  [[nodiscard]] std::string opening_words(std::size_t node) const;
  /// The words that the sources of a row have in common, as one of them puts it.
  [[nodiscard]] std::string shared_words(const std::vector<std::size_t>& cluster,
                                         std::size_t node) const;
  /// Line breaks as blanks.
  static std::string flat(std::string_view text);

  // Order.
  void sort_rows(std::vector<TableRow>& rows) const;

  const std::vector<TableSource>& sources_;
  const ComparisonReport& report_;
  const WordTable& words_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> node_of_;  ///< By row of the report.
  Findings findings_;
  std::vector<Edge> edges_;
  std::vector<std::vector<std::size_t>> clusters_;
  /// Clusters without findings with their rows.
  std::vector<std::pair<std::vector<std::size_t>, std::size_t>> singles_;
};

}  // namespace parallax::claim_rows
