/// Clusters by best edges first (agglomerative, with a linkage condition), then facts inside each
/// cluster, then words for the rows. Everything is ordered by document and position, never by the
/// order in which inputs were given.

#include "engine/compare/claim_table_builder.hpp"

namespace parallax::claim_rows {

ClaimTable Builder::build() {
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

void Builder::sort_rows(std::vector<TableRow>& rows) const {
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

}  // namespace parallax::claim_rows

namespace parallax {

ClaimTable build_claim_table(const std::vector<TableSource>& sources,
                             const ComparisonReport& report, const WordTable& words) {
  return claim_rows::Builder(sources, report, words).build();
}

}  // namespace parallax
