/// What the claims of one cluster say, value by value.

#include "engine/compare/claim_table_builder.hpp"

namespace parallax::claim_rows {

std::size_t Builder::fact(std::size_t node, const std::string& kind, const Evidence& e,
                          std::vector<Fact>& facts, Sets& sets) const {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].node == node && facts[i].kind == kind && facts[i].span == e.span) {
      return i;
    }
  }
  facts.push_back({node, kind, e.span, fact_text(nodes_[node], kind, e), "", false});
  return sets.add();
}

std::vector<FactRow> Builder::slots_of(const std::vector<std::size_t>& cluster,
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

std::vector<const ReportDivergence*> Builder::in_order(std::vector<const ReportDivergence*> list) {
  std::sort(list.begin(), list.end(), [](const ReportDivergence* a, const ReportDivergence* b) {
    return std::tie(a->fingerprint, a->kind, a->rule) < std::tie(b->fingerprint, b->kind, b->rule);
  });
  return list;
}

std::size_t Builder::add_finding(const ReportDivergence& d, std::vector<Fact>& facts,
                                 Sets& sets) const {
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

void Builder::add_agreements(const std::vector<std::size_t>& cluster, std::vector<Fact>& facts,
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

std::optional<Evidence> Builder::same_value(std::size_t n, const Fact& known) const {
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

}  // namespace parallax::claim_rows
