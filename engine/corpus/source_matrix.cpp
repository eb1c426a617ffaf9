#include "engine/corpus/source_matrix.hpp"

#include <algorithm>

namespace parallax {

CorpusSources sources_of(const std::vector<Record>& documents, const std::vector<Unit>& units) {
  // Named sources by name; "" sorts nothing: the nameless one is kept apart.
  std::map<std::string, std::uint32_t> places;
  bool nameless = false;
  for (const Record& record : documents) {
    nameless = nameless || !record.source;
    if (record.source) {
      places.emplace(*record.source, 0);
    }
  }
  CorpusSources sources;
  for (auto& [name, place] : places) {
    place = static_cast<std::uint32_t>(sources.list.size());
    sources.list.push_back({name, 0, 0});
  }
  if (nameless) {
    sources.list.emplace_back();
  }
  for (const Record& record : documents) {
    const std::uint32_t place = record.source ? places.at(*record.source)
                                              : static_cast<std::uint32_t>(sources.list.size() - 1);
    sources.of_document.push_back(place);
    ++sources.list[place].documents;
  }
  for (const Unit& unit : units) {
    ++sources.list[sources.of_document[unit.document]].units;
  }
  return sources;
}

SourceMatrix::SourceMatrix(const CorpusSources& sources, const std::vector<Unit>& units)
    : sources_(sources), units_(units) {}

std::uint32_t SourceMatrix::source(std::uint32_t unit) const {
  return sources_.of_document[units_[unit].document];
}

SourceCell& SourceMatrix::cell(std::uint32_t a, std::uint32_t b) {
  const auto key = std::minmax(a, b);
  SourceCell& found = cells_[{key.first, key.second}];
  found.left = key.first;
  found.right = key.second;
  return found;
}

void SourceMatrix::compact() {
  std::sort(met_.begin(), met_.end());
  met_.erase(std::unique(met_.begin(), met_.end()), met_.end());
  sorted_ = met_.size();
}

void SourceMatrix::meet(std::uint32_t unit, std::uint32_t other) {
  constexpr std::size_t kSlack = 1U << 16U;
  met_.push_back((std::uint64_t{unit} << 32U) | other);
  if (met_.size() > 2 * sorted_ + kSlack) {
    compact();
  }
}

void SourceMatrix::add_pair(std::uint32_t left, std::uint32_t right) {
  if (source(left) != source(right)) {
    meet(left, source(right));
    meet(right, source(left));
  }
}

void SourceMatrix::add_findings(std::uint32_t left, std::uint32_t right,
                                const PairFindings& findings) {
  if (source(left) == source(right)) {
    return;
  }
  SourceCell& found = cell(source(left), source(right));
  ++found.compared;
  for (const PairFinding& finding : findings.divergences) {
    ++found.kinds[finding.kind];
    found.conflicts += finding.severity == name_of(Severity::kConflict) ? 1U : 0U;
  }
}

std::vector<SourceCell> SourceMatrix::cells() {
  compact();
  for (const std::uint64_t key : met_) {
    const std::uint32_t own = source(static_cast<std::uint32_t>(key >> 32U));
    const auto other = static_cast<std::uint32_t>(key & 0xFFFFFFFFU);
    SourceCell& found = cell(own, other);
    ++(own < other ? found.left_shared : found.right_shared);
  }
  met_.clear();
  sorted_ = 0;
  std::vector<SourceCell> cells;
  for (const auto& [key, found] : cells_) {
    cells.push_back(found);
  }
  return cells;
}

}  // namespace parallax
