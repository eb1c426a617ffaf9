/// Rows of a cluster, and rows of one measure over several.

#include "engine/compare/claim_table_builder.hpp"

namespace parallax::claim_rows {

void Builder::add_rows(const std::vector<std::size_t>& cluster, std::vector<TableRow>& rows) {
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

TableRow Builder::empty_row(const std::vector<std::size_t>& cluster) const {
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

void Builder::set_value(TableRow& row, std::size_t node, ByteSpan span,
                        const std::string& text) const {
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

TableRow Builder::slot_row(const std::vector<std::size_t>& cluster, const FactRow& slot,
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

TableRow Builder::claim_row(const std::vector<std::size_t>& cluster,
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

std::set<std::size_t> Builder::columns_of(const std::vector<std::size_t>& cluster) const {
  std::set<std::size_t> columns;
  for (const std::size_t n : cluster) {
    columns.insert(nodes_[n].column);
  }
  return columns;
}

void Builder::show_value(TableRow& row, std::size_t n) const {
  const Document& document = *nodes_[n].placed.document;
  const Claim& claim = *nodes_[n].placed.claim;
  for (const Stance& stance : claim.stances) {
    set_value(row, n, stance.span, std::string(document.slice(stance.span)));
    return;
  }
  for (const Quantity& q : claim.quantities) {
    if (!q.designator && (!q.event.empty() || !q.unit.empty())) {
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

void Builder::add_same_measures(std::vector<TableRow>& rows) {
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

std::optional<TableRow> Builder::measure_row(const std::vector<std::size_t>& x,
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
      if (p.designator || q.designator || p.event.empty() || q.event.empty() ||
          events_differ(left, right)) {
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

}  // namespace parallax::claim_rows
