/// Clusters by best edges first (agglomerative, with a linkage condition), then facts inside each
/// cluster, then words for the rows. Everything is ordered by document and position, never by the
/// order in which inputs were given.

#include "engine/compare/claim_table.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "engine/compare/diverge.hpp"
#include "engine/compare/parties.hpp"

namespace parallax {
namespace {

/// A pair without findings joins a row if it shares this much content.
constexpr double kJoinOverlap = 0.5;
constexpr double kJoinJaccard = 0.3;
constexpr std::size_t kJoinShared = 2;
/// Words of a title.
constexpr std::size_t kTitleWords = 9;
constexpr std::size_t kSharedTitleWords = 12;
constexpr std::size_t kTitleTerms = 7;

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

std::string number_text(double v) {
  std::string text = std::to_string(v);
  text.erase(text.find_last_not_of('0') + 1);
  if (!text.empty() && text.back() == '.') {
    text.pop_back();
  }
  return text;
}

/// "79", "more than 50 km", "50 to 60".
std::string quantity_text(const Document& document, const Quantity& q) {
  const bool low = std::isfinite(q.value.low);
  const bool high = std::isfinite(q.value.high);
  const bool plain = q.kind == QuantityKind::kExact || q.kind == QuantityKind::kBound ||
                     q.kind == QuantityKind::kRange;
  if (!plain || q.factor != 1.0 || (!low && !high)) {
    return std::string(document.slice(q.span));
  }
  const std::string unit = q.unit.empty() ? "" : (q.unit == "%" ? " %" : " " + q.unit);
  if (low && high) {
    const std::string from = number_text(q.value.low);
    return (q.value.low == q.value.high ? from : from + " to " + number_text(q.value.high)) + unit;
  }
  if (low) {
    return (q.value.low_open ? "over " : "at least ") + number_text(q.value.low) + unit;
  }
  return (q.value.high_open ? "under " : "at most ") + number_text(q.value.high) + unit;
}

const Quantity* quantity_at(const Claim& claim, ByteSpan span) {
  const auto at = std::find_if(claim.quantities.begin(), claim.quantities.end(),
                               [&](const Quantity& q) { return q.span == span; });
  return at == claim.quantities.end() ? nullptr : &*at;
}

bool counts_same(const Quantity& a, const Quantity& b) {
  return std::any_of(a.head.begin(), a.head.end(), [&](StemId id) {
    return std::find(b.head.begin(), b.head.end(), id) != b.head.end();
  });
}

/// Component of a day that only one of two dates gives says nothing.
bool parts_differ(int a, int b) {
  return a != 0 && b != 0 && a != b;
}

bool days_differ(const DateValue& a, const DateValue& b) {
  return parts_differ(a.year, b.year) || parts_differ(a.month, b.month) ||
         (a.month != 0 && b.month != 0 && parts_differ(a.day, b.day));
}

bool places_differ(const Claim& a, const Claim& b) {
  const auto places = [](const Claim& claim) {
    std::set<StemId> ids;
    for (const Term& term : claim.terms) {
      if (term.kind == TermKind::kPlace || (term.locative && is_entity(term))) {
        ids.insert(term.id);
      }
    }
    return ids;
  };
  const std::set<StemId> left = places(a);
  const std::set<StemId> right = places(b);
  return !left.empty() && !right.empty() &&
         std::none_of(left.begin(), left.end(), [&](StemId id) { return right.contains(id); });
}

/// Another day and another place: another event.
bool events_differ(const Claim& a, const Claim& b) {
  const bool days = std::any_of(a.dates.begin(), a.dates.end(), [&](const DateMention& x) {
    return std::any_of(b.dates.begin(), b.dates.end(), [&](const DateMention& y) {
      return x.use == DateUse::kOn && y.use == DateUse::kOn && days_differ(x.value, y.value);
    });
  });
  return days && places_differ(a, b);
}

std::string field_text(const Value& value, std::string_view name) {
  for (const auto& [field, content] : value) {
    if (field == name) {
      const auto* text = std::get_if<std::string>(&content);
      const auto* flag = std::get_if<bool>(&content);
      return text != nullptr ? *text : flag != nullptr ? (*flag ? "yes" : "no") : "";
    }
  }
  return "";
}

/// Kind of the row that a finding belongs to: notes stand with what they are about.
std::string row_kind(const ReportDivergence& d) {
  std::string family = d.rule.substr(0, d.rule.find('.'));
  if (family == "number" || family == "date") {
    return family;
  }
  if (d.kind == "stance" || d.rule == "strength.ladder") {
    return "stance";
  }
  return d.rule == "strength.plan" ? "modality" : d.kind;
}

std::string note_of(const ReportDivergence& d) {
  return d.rule == "number.other-side" ? "other side"
         : d.rule == "number.update"   ? "other time"
         : d.kind == "scope"           ? "other scope"
                                       : "";
}

std::string fact_text(const Node& node, const std::string& kind, const Evidence& e) {
  if (kind == "number") {
    const Quantity* q = quantity_at(*node.placed.claim, e.span);
    return q == nullptr ? e.text : quantity_text(*node.placed.document, *q);
  }
  if (kind == "negation" && !field_text(e.value, "negated").empty()) {
    return field_text(e.value, "negated") == "yes" ? "denies" : "asserts";
  }
  if (kind == "modality" && !field_text(e.value, "modality").empty()) {
    return field_text(e.value, "modality");
  }
  return e.text;
}

RowRelation relation_of(const ReportDivergence& d) {
  return d.severity == Severity::kConflict     ? RowRelation::kConflict
         : d.severity == Severity::kDifference ? RowRelation::kDiffer
                                               : RowRelation::kNote;
}

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

  ClaimTable build() {
    collect_nodes();
    collect_edges();
    join_clusters();
    ClaimTable table;
    for (const TableSource& source : sources_) {
      table.columns.push_back(source.source);
    }
    for (const std::vector<std::size_t>& cluster : clusters_) {
      if (!cluster.empty()) {
        add_rows(cluster, table.rows);
      }
    }
    add_same_measures(table.rows);
    sort_rows(table.rows);
    return table;
  }

 private:
  // Clusters.

  void collect_nodes() {
    std::vector<const Document*> documents;
    for (std::size_t k = 0; k < sources_.size(); ++k) {
      for (std::size_t i = 0; i < sources_[k].claims.size(); ++i) {
        nodes_.push_back({k, sources_[k].claims[i], sources_[k].rows[i]});
        documents.push_back(sources_[k].claims[i].document);
      }
    }
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    std::sort(documents.begin(), documents.end(),
              [](const Document* a, const Document* b) { return canonical_before(*a, *b); });
    std::map<const Document*, std::size_t> rank;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      rank[documents[i]] = i;
    }
    std::sort(nodes_.begin(), nodes_.end(), [&](const Node& a, const Node& b) {
      const auto key = [&](const Node& n) {
        return std::tuple(rank.at(n.placed.document), n.placed.claim->span.begin,
                          n.placed.claim->span.end, n.row);
      };
      return key(a) < key(b);
    });
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      node_of_[static_cast<std::size_t>(nodes_[n].row)] = n;
    }
  }

  [[nodiscard]] std::size_t node_of(ClaimIndex claim) const {
    return node_of_[static_cast<std::size_t>(claim)];
  }

  [[nodiscard]] PairContext context(std::size_t a, std::size_t b) const {
    const PlacedClaim& x = nodes_[a].placed;
    const PlacedClaim& y = nodes_[b].placed;
    return {*x.document, *y.document, *x.claim, *y.claim, words_};
  }

  void collect_edges() {
    for (const Comparison& comparison : report_.comparisons) {
      for (const ReportDivergence& d : comparison.divergences) {
        findings_[std::minmax({node_of(d.left.claim), node_of(d.right.claim)})].push_back(&d);
      }
      for (const ReportPair& pair : comparison.pairs) {
        for (const ClaimIndex left : pair.left) {
          for (const ClaimIndex right : pair.right) {
            const auto [a, b] = std::minmax({node_of(left), node_of(right)});
            if (joins(a, b, pair)) {
              edges_.push_back({a, b, pair.similarity});
            }
          }
        }
      }
    }
    std::sort(edges_.begin(), edges_.end(), [](const Edge& x, const Edge& y) {
      return std::tuple(-x.strength, x.a, x.b) < std::tuple(-y.strength, y.a, y.b);
    });
  }

  /// Does an aligned pair speak of the same thing closely enough to share a row?
  [[nodiscard]] bool joins(std::size_t a, std::size_t b, const ReportPair& pair) const {
    if (pair.relation == Relation::kIdentical || findings_.contains({a, b})) {
      return true;
    }
    const EventGate gate = open_gate(context(a, b));
    if (gate.other_event || gate.substituted ||
        events_differ(*nodes_[a].placed.claim, *nodes_[b].placed.claim)) {
      return false;
    }
    const bool close = gate.shared >= kJoinShared && gate.jaccard >= kJoinJaccard;
    const bool agree = pair.relation == Relation::kAgree && gate.shared > 0;
    return gate.overlap >= kJoinOverlap && (close || agree);
  }

  void join_clusters() {
    std::vector<std::vector<std::size_t>> near(nodes_.size());
    std::vector<std::size_t> cluster_of(nodes_.size());
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      clusters_.push_back({n});
      cluster_of[n] = n;
    }
    for (const Edge& edge : edges_) {
      near[edge.a].push_back(edge.b);
      near[edge.b].push_back(edge.a);
    }
    for (const Edge& edge : edges_) {
      std::size_t x = cluster_of[edge.a];
      std::size_t y = cluster_of[edge.b];
      if (x == y || !linked(clusters_[x], clusters_[y], near, cluster_of)) {
        continue;
      }
      if (clusters_[x].size() < clusters_[y].size()) {
        std::swap(x, y);
      }
      for (const std::size_t n : clusters_[y]) {
        cluster_of[n] = x;
      }
      clusters_[x].insert(clusters_[x].end(), clusters_[y].begin(), clusters_[y].end());
      clusters_[y].clear();
    }
    for (std::vector<std::size_t>& cluster : clusters_) {
      std::sort(cluster.begin(), cluster.end());
    }
  }

  /// At least half of the pairs of different columns are edges.
  [[nodiscard]] bool linked(const std::vector<std::size_t>& x, const std::vector<std::size_t>& y,
                            const std::vector<std::vector<std::size_t>>& near,
                            const std::vector<std::size_t>& cluster_of) const {
    const std::vector<std::size_t>& small = x.size() <= y.size() ? x : y;
    const std::vector<std::size_t>& large = x.size() <= y.size() ? y : x;
    std::size_t pairs = 0;
    std::size_t found = 0;
    for (const std::size_t n : small) {
      pairs += static_cast<std::size_t>(std::count_if(
          large.begin(), large.end(),
          [&](std::size_t other) { return nodes_[other].column != nodes_[n].column; }));
      found += static_cast<std::size_t>(std::count_if(
          near[n].begin(), near[n].end(),
          [&](std::size_t other) { return cluster_of[other] == cluster_of[large.front()]; }));
    }
    return 2 * found >= pairs;
  }

  // Facts of a cluster.

  std::size_t fact(std::size_t node, const std::string& kind, const Evidence& e,
                   std::vector<Fact>& facts, Sets& sets) const {
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (facts[i].node == node && facts[i].kind == kind && facts[i].span == e.span) {
        return i;
      }
    }
    facts.push_back({node, kind, e.span, fact_text(nodes_[node], kind, e), "", false});
    return sets.add();
  }

  /// Slots out of the findings between the claims of a cluster.
  [[nodiscard]] std::vector<FactRow> slots_of(const std::vector<std::size_t>& cluster,
                                              std::vector<Fact>& facts) const {
    Sets sets(0);
    std::vector<std::pair<std::size_t, RowRelation>> relations;
    for (const std::size_t a : cluster) {
      for (auto at = findings_.lower_bound({a, 0}); at != findings_.end() && at->first.first == a;
           ++at) {
        if (!std::binary_search(cluster.begin(), cluster.end(), at->first.second)) {
          continue;
        }
        for (const ReportDivergence* d : in_order(at->second)) {
          relations.emplace_back(add_finding(*d, facts, sets), relation_of(*d));
        }
      }
    }
    add_agreements(cluster, facts, sets);
    std::map<std::size_t, FactRow> slots;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      slots[sets.root(i)].facts.push_back(i);
    }
    for (const auto& [fact_index, relation] : relations) {
      FactRow& slot = slots[sets.root(fact_index)];
      slot.relation = std::min(slot.relation, relation);
    }
    std::vector<FactRow> list;
    list.reserve(slots.size());
    for (auto& [root, slot] : slots) {
      list.push_back(std::move(slot));
    }
    return list;
  }

  /// Findings of one pair of claims, whichever of the two stands left.
  static std::vector<const ReportDivergence*> in_order(std::vector<const ReportDivergence*> list) {
    std::sort(list.begin(), list.end(), [](const ReportDivergence* a, const ReportDivergence* b) {
      return std::tie(a->fingerprint, a->kind, a->rule) <
             std::tie(b->fingerprint, b->kind, b->rule);
    });
    return list;
  }

  std::size_t add_finding(const ReportDivergence& d, std::vector<Fact>& facts, Sets& sets) const {
    const std::string kind = row_kind(d);
    const Evidence* first = &d.left;
    const Evidence* second = &d.right;
    if (node_of(second->claim) < node_of(first->claim)) {
      std::swap(first, second);
    }
    const std::size_t a = fact(node_of(first->claim), kind, *first, facts, sets);
    const std::size_t b = fact(node_of(second->claim), kind, *second, facts, sets);
    for (const std::size_t i : {a, b}) {
      facts[i].conflict = facts[i].conflict || d.severity == Severity::kConflict;
      facts[i].note = std::max(facts[i].note, note_of(d));
    }
    sets.join(a, b);
    return a;
  }

  /// Other claims of the cluster that give the value which a finding is about: they agree with one
  /// of its sides.
  void add_agreements(const std::vector<std::size_t>& cluster, std::vector<Fact>& facts,
                      Sets& sets) const {
    const std::size_t found = facts.size();
    for (const std::size_t n : cluster) {
      for (std::size_t i = 0; i < found; ++i) {
        const bool told = std::any_of(facts.begin(), facts.end(), [&](const Fact& f) {
          return f.node == n && f.kind == facts[i].kind;
        });
        if (told || nodes_[n].column == nodes_[facts[i].node].column) {
          continue;
        }
        const std::optional<Evidence> same = same_value(n, facts[i]);
        if (same) {
          sets.join(i, fact(n, facts[i].kind, *same, facts, sets));
        }
      }
    }
  }

  [[nodiscard]] std::optional<Evidence> same_value(std::size_t n, const Fact& known) const {
    const Claim& claim = *nodes_[n].placed.claim;
    const Claim& other = *nodes_[known.node].placed.claim;
    const auto evidence = [&](ByteSpan span) {
      Evidence e;
      e.span = span;
      e.text = std::string(nodes_[n].placed.document->slice(span));
      return e;
    };
    if (known.kind == "number") {
      const Quantity* q = quantity_at(other, known.span);
      const PairContext pair = context(n, known.node);
      const EventGate gate = open_gate(pair);
      for (const Quantity& own : claim.quantities) {
        if (q != nullptr && number_fit(pair, gate, own, *q) == NumberFit::kComparable &&
            !numbers_apart(own, *q)) {
          return evidence(own.span);
        }
      }
    }
    if (known.kind == "stance") {
      for (const Stance& own : claim.stances) {
        const bool same =
            std::any_of(other.stances.begin(), other.stances.end(), [&](const Stance& s) {
              return s.span == known.span && s.act == own.act && s.rank == own.rank &&
                     s.negated == own.negated;
            });
        if (same) {
          return evidence(own.span);
        }
      }
    }
    return std::nullopt;
  }

  // Rows.

  void add_rows(const std::vector<std::size_t>& cluster, std::vector<TableRow>& rows) {
    std::vector<Fact> facts;
    std::vector<FactRow> slots;
    if (cluster.size() > 1) {
      slots = slots_of(cluster, facts);
    }
    const std::string title = cluster_title(cluster);
    for (const FactRow& slot : slots) {
      rows.push_back(slot_row(cluster, slot, facts, title));
    }
    if (slots.empty()) {
      rows.push_back(claim_row(cluster, title));
      singles_.emplace_back(cluster, rows.size() - 1);
    }
  }

  [[nodiscard]] TableRow empty_row(const std::vector<std::size_t>& cluster) const {
    TableRow row;
    for (const TableSource& source : sources_) {
      TableCell cell;
      cell.source = source.source;
      row.cells.push_back(std::move(cell));
    }
    for (const std::size_t n : cluster) {
      TableCell& cell = row.cells[nodes_[n].column];
      cell.state = CellState::kSaid;
      cell.claims.push_back(nodes_[n].row);
      cell.spans.push_back(nodes_[n].placed.claim->span);
      row.weight = std::max(row.weight, report_.claim(nodes_[n].row).weight);
    }
    return row;
  }

  void set_value(TableRow& row, std::size_t node, ByteSpan span, const std::string& text) const {
    TableCell& cell = row.cells[nodes_[node].column];
    cell.state = std::max(cell.state, CellState::kValue);
    if (!text.empty() && cell.text.find(text) == std::string::npos) {
      cell.text += (cell.text.empty() ? "" : " / ") + text;
    }
    for (std::size_t i = 0; i < cell.claims.size(); ++i) {
      if (cell.claims[i] == nodes_[node].row) {
        cell.spans[i] = span;
      }
    }
  }

  [[nodiscard]] TableRow slot_row(const std::vector<std::size_t>& cluster, const FactRow& slot,
                                  const std::vector<Fact>& facts, const std::string& title) const {
    TableRow row = empty_row(cluster);
    row.relation = slot.relation;
    row.kind = facts[slot.facts.front()].kind;
    row.title = title;
    for (const std::size_t i : slot.facts) {
      const Fact& f = facts[i];
      set_value(row, f.node, f.span, f.text);
      TableCell& cell = row.cells[nodes_[f.node].column];
      cell.state = f.conflict ? CellState::kConflict : cell.state;
      cell.note = std::max(cell.note, f.note);
    }
    if (row.kind == "number") {
      const Fact& first = facts[slot.facts.front()];
      const std::string counted = counted_words(first.node, first.span);
      row.title = counted.empty() ? title : counted;
    }
    return row;
  }

  [[nodiscard]] TableRow claim_row(const std::vector<std::size_t>& cluster,
                                   const std::string& title) const {
    TableRow row = empty_row(cluster);
    row.kind = "claim";
    row.title = title;
    const std::set<std::size_t> columns = columns_of(cluster);
    row.relation = columns.size() > 1 ? RowRelation::kAgree : RowRelation::kSingle;
    for (const std::size_t n : cluster) {
      show_value(row, n);
    }
    return row;
  }

  [[nodiscard]] std::set<std::size_t> columns_of(const std::vector<std::size_t>& cluster) const {
    std::set<std::size_t> columns;
    for (const std::size_t n : cluster) {
      columns.insert(nodes_[n].column);
    }
    return columns;
  }

  /// What a cell shows beside "+": how it is said, else how many, else when.
  void show_value(TableRow& row, std::size_t n) const {
    const Document& document = *nodes_[n].placed.document;
    const Claim& claim = *nodes_[n].placed.claim;
    for (const Stance& stance : claim.stances) {
      set_value(row, n, stance.span, std::string(document.slice(stance.span)));
      return;
    }
    for (const Quantity& q : claim.quantities) {
      if (!q.event.empty() || !q.unit.empty()) {
        set_value(row, n, q.span, quantity_text(document, q));
        return;
      }
    }
    for (const DateMention& date : claim.dates) {
      if (date.use == DateUse::kOn) {
        set_value(row, n, date.span, std::string(document.slice(date.span)));
        return;
      }
    }
  }

  // The same measure where nothing else is alike: "79 were killed", "135 losses".

  void add_same_measures(std::vector<TableRow>& rows) {
    std::set<std::size_t> used;
    std::vector<std::size_t> gone;
    for (std::size_t i = 0; i < singles_.size(); ++i) {
      for (std::size_t j = i + 1; j < singles_.size(); ++j) {
        if (used.contains(i) || used.contains(j)) {
          continue;
        }
        std::optional<TableRow> row = measure_row(singles_[i].first, singles_[j].first);
        if (row) {
          used.insert(i);
          used.insert(j);
          gone.push_back(singles_[i].second);
          gone.push_back(singles_[j].second);
          rows.push_back(std::move(*row));
        }
      }
    }
    std::sort(gone.begin(), gone.end(), std::greater<>());
    for (const std::size_t at : gone) {
      rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  [[nodiscard]] std::optional<TableRow> measure_row(const std::vector<std::size_t>& x,
                                                    const std::vector<std::size_t>& y) const {
    if (x.size() != 1 || y.size() != 1 || nodes_[x.front()].column == nodes_[y.front()].column) {
      return std::nullopt;
    }
    const std::size_t a = x.front();
    const std::size_t b = y.front();
    const Claim& left = *nodes_[a].placed.claim;
    const Claim& right = *nodes_[b].placed.claim;
    for (const Quantity& p : left.quantities) {
      for (const Quantity& q : right.quantities) {
        if (p.event.empty() || q.event.empty() || events_differ(left, right)) {
          continue;
        }
        const PairContext pair = context(a, b);
        const EventGate gate = open_gate(pair);
        const NumberFit fit = number_fit(pair, gate, p, q);
        const bool beside = fit == NumberFit::kComparable && gate.shared >= kJoinShared &&
                            counts_same(p, q) && !gate.other_event;
        if (fit != NumberFit::kOtherSide && !beside) {
          continue;
        }
        TableRow row = empty_row({a, b});
        row.kind = "number";
        row.relation = RowRelation::kNote;
        row.title = counted_words(a, p.span);
        row.title = row.title.empty() ? cluster_title({a}) : row.title;
        set_value(row, a, p.span, quantity_text(*nodes_[a].placed.document, p));
        set_value(row, b, q.span, quantity_text(*nodes_[b].placed.document, q));
        const std::string note = fit == NumberFit::kOtherSide ? "other side" : "not compared";
        row.cells[nodes_[a].column].note = note;
        row.cells[nodes_[b].column].note = note;
        return row;
      }
    }
    return std::nullopt;
  }

  // Titles.

  /// What is counted and what happened to it: "servicemen killed".
  [[nodiscard]] std::string counted_words(std::size_t node, ByteSpan span) const {
    const Claim& claim = *nodes_[node].placed.claim;
    const Quantity* q = quantity_at(claim, span);
    if (q == nullptr) {
      return "";
    }
    std::string words;
    bool head = false;
    bool event = false;
    for (const Term& term : claim.terms) {
      const bool is_head = !head && !q->head.empty() && term.id == q->head.front();
      const bool is_event = !event && !q->event.empty() && term.id == q->event.front();
      if (is_head || is_event) {
        words += (words.empty() ? "" : " ") +
                 std::string(nodes_[node].placed.document->slice(term.span));
        head = head || is_head;
        event = event || is_event;
      }
    }
    return words;
  }

  [[nodiscard]] std::string cluster_title(const std::vector<std::size_t>& cluster) const {
    const std::size_t shortest =
        *std::min_element(cluster.begin(), cluster.end(), [&](std::size_t a, std::size_t b) {
          return nodes_[a].placed.claim->token_count < nodes_[b].placed.claim->token_count;
        });
    return columns_of(cluster).size() < 2 ? opening_words(cluster.front())
                                          : shared_words(cluster, shortest);
  }

  /// Function words and marks at the start of a claim that begins inside a sentence: "that the".
  [[nodiscard]] std::uint32_t leading_words(const Document& document, const Claim& claim) const {
    std::uint32_t skip = 0;
    if (claim.span.begin == document.sentences[claim.sentence].span.begin) {
      return skip;
    }
    while (skip + 1 < claim.token_count) {
      const Token& token = document.tokens[claim.first_token + skip];
      if (token.kind != TokenKind::kPunctuation && !words_[token.word].stop) {
        return skip;
      }
      ++skip;
    }
    return 0;
  }

  [[nodiscard]] std::string opening_words(std::size_t node) const {
    const Document& document = *nodes_[node].placed.document;
    const Claim& claim = *nodes_[node].placed.claim;
    const std::uint32_t skip = leading_words(document, claim);
    const std::uint32_t begin =
        skip == 0 ? claim.span.begin : document.tokens[claim.first_token + skip].span.begin;
    std::size_t words = 0;
    std::uint32_t end = begin;
    for (std::uint32_t i = skip; i < claim.token_count; ++i) {
      const Token& token = document.tokens[claim.first_token + i];
      if (token.kind == TokenKind::kPunctuation) {
        continue;
      }
      if (++words > kTitleWords) {
        return flat(document.slice({begin, end})) + " ...";
      }
      end = token.span.end;
    }
    return flat(document.slice({begin, end}));
  }

  /// The words that the sources of a row have in common, as one of them puts it.
  [[nodiscard]] std::string shared_words(const std::vector<std::size_t>& cluster,
                                         std::size_t node) const {
    std::map<StemId, std::set<std::size_t>> columns;
    for (const std::size_t n : cluster) {
      for (const StemId id : content_ids(*nodes_[n].placed.claim)) {
        columns[id].insert(nodes_[n].column);
      }
    }
    const Claim& claim = *nodes_[node].placed.claim;
    const Document& document = *nodes_[node].placed.document;
    std::vector<const Term*> shared;
    std::set<StemId> seen;
    for (const Term& term : claim.terms) {
      const auto at = columns.find(term.id);
      const bool common = is_content(term) && at != columns.end() && at->second.size() > 1 &&
                          2 * at->second.size() >= columns_of(cluster).size();
      if (common && seen.insert(term.id).second) {
        shared.push_back(&term);
      }
    }
    if (shared.empty()) {
      return opening_words(node);
    }
    const Term& last = *shared.back();
    if (last.token + last.tokens - shared.front()->token <= kSharedTitleWords) {
      return flat(document.slice({shared.front()->span.begin, last.span.end}));
    }
    std::string title;
    for (std::size_t i = 0; i < std::min(shared.size(), kTitleTerms); ++i) {
      title += (title.empty() ? "" : " ") + flat(document.slice(shared[i]->span));
    }
    return title;
  }

  /// Line breaks as blanks.
  static std::string flat(std::string_view text) {
    std::string line;
    for (const char c : text) {
      const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
      if (!blank) {
        line += c;
      } else if (!line.empty() && line.back() != ' ') {
        line += ' ';
      }
    }
    return line;
  }

  // Order.

  void sort_rows(std::vector<TableRow>& rows) const {
    const auto key = [&](const TableRow& row) {
      std::size_t silent = 0;
      std::size_t first = nodes_.size();
      for (const TableCell& cell : row.cells) {
        silent += cell.claims.empty() ? 1U : 0U;
        for (const ClaimIndex claim : cell.claims) {
          first = std::min(first, node_of(claim));
        }
      }
      const bool conflict = row.relation == RowRelation::kConflict;
      return std::tuple(!conflict, silent, -row.weight, first, row.kind, row.title);
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const TableRow& a, const TableRow& b) { return key(a) < key(b); });
  }

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

}  // namespace

ClaimTable build_claim_table(const std::vector<TableSource>& sources,
                             const ComparisonReport& report, const WordTable& words) {
  return Builder(sources, report, words).build();
}

}  // namespace parallax
