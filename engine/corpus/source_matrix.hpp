#pragma once

/// Source against source: how much of what one says stands with the other.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/corpus/findings.hpp"
#include "engine/corpus/units.hpp"

namespace parallax {

/// The publishers of a run.
struct CorpusSource {
  std::optional<std::string> name;  ///< As the metadata give it; nothing = documents without one.
  std::uint32_t documents = 0, units = 0;
};

struct CorpusSources {
  std::vector<CorpusSource> list;          ///< Ascending by name; the nameless one comes last.
  std::vector<std::uint32_t> of_document;  ///< Index into `list`.
};
[[nodiscard]] CorpusSources sources_of(const std::vector<Record>& documents,
                                       const std::vector<Unit>& units);

/// Two different sources with at least one pair or finding between them.
struct SourceCell {
  std::uint32_t left = 0, right = 0;           ///< Index into the sources; left < right.
  std::uint32_t left_shared = 0;               ///< Units of left with a near unit of right.
  std::uint32_t right_shared = 0;              ///< The same the other way.
  std::uint32_t compared = 0;                  ///< Pairs that the comparison rules have seen.
  std::map<std::string, std::uint32_t> kinds;  ///< Their findings: kind -> count, notes included.
  std::uint32_t conflicts = 0;                 ///< Findings of severity conflict.
};

/// Collects pairs in any order. Complexity: O(1) amortised a pair plus sorting; memory: 8 bytes for
/// each unit and source that meet. Thread safety: none.
class SourceMatrix {
 public:
  /// Both must outlive the object.
  SourceMatrix(const CorpusSources& sources, const std::vector<Unit>& units);

  /// Two units at or above the threshold.
  void add_pair(std::uint32_t left, std::uint32_t right);
  /// What the comparison of two units gave.
  void add_findings(std::uint32_t left, std::uint32_t right, const PairFindings& findings);

  /// Ascending by left, then right.
  [[nodiscard]] std::vector<SourceCell> cells();

 private:
  [[nodiscard]] std::uint32_t source(std::uint32_t unit) const;
  SourceCell& cell(std::uint32_t a, std::uint32_t b);
  void meet(std::uint32_t unit, std::uint32_t other);
  void compact();

  const CorpusSources& sources_;
  const std::vector<Unit>& units_;
  std::vector<std::uint64_t> met_;  ///< Unit and source, each once up to `sorted_`.
  std::size_t sorted_ = 0;
  std::map<std::pair<std::uint32_t, std::uint32_t>, SourceCell> cells_;
};

}  // namespace parallax
