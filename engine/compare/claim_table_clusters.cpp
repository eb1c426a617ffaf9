/// Claims of all columns joined where they speak of the same thing.

#include "engine/compare/claim_table_builder.hpp"

namespace parallax::claim_rows {

void Builder::collect_nodes() {
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

std::size_t Builder::node_of(ClaimIndex claim) const {
  return node_of_[static_cast<std::size_t>(claim)];
}

PairContext Builder::context(std::size_t a, std::size_t b) const {
  const PlacedClaim& x = nodes_[a].placed;
  const PlacedClaim& y = nodes_[b].placed;
  return {*x.document, *y.document, *x.claim, *y.claim, words_};
}

void Builder::collect_edges() {
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

bool Builder::joins(std::size_t a, std::size_t b, const ReportPair& pair) const {
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

void Builder::join_clusters() {
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

bool Builder::linked(const std::vector<std::size_t>& x, const std::vector<std::size_t>& y,
                     const std::vector<std::vector<std::size_t>>& near,
                     const std::vector<std::size_t>& cluster_of) const {
  const std::vector<std::size_t>& small = x.size() <= y.size() ? x : y;
  const std::vector<std::size_t>& large = x.size() <= y.size() ? y : x;
  std::size_t pairs = 0;
  std::size_t found = 0;
  for (const std::size_t n : small) {
    pairs +=
        static_cast<std::size_t>(std::count_if(large.begin(), large.end(), [&](std::size_t other) {
          return nodes_[other].column != nodes_[n].column;
        }));
    found += static_cast<std::size_t>(std::count_if(
        near[n].begin(), near[n].end(),
        [&](std::size_t other) { return cluster_of[other] == cluster_of[large.front()]; }));
  }
  return 2 * found >= pairs;
}

}  // namespace parallax::claim_rows
