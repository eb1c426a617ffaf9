#pragma once

/// Names that came, went or passed over between two statements. Internal to engine/corpus.

#include <optional>
#include <vector>

#include "engine/corpus/drift.hpp"
#include "engine/corpus/drift_units.hpp"

namespace parallax {

struct NamedUnit {
  const DriftUnit* unit = nullptr;
  std::size_t position = 0;
  std::optional<std::uint32_t>
      partner;              ///< Of a later unit: index of the earlier one it continues.
  double similarity = 0.0;  ///< Of the two.
};

/// All units of two statements, one behind the other.
struct NameStep {
  std::vector<NamedUnit> before, after;
  std::uint32_t before_statement = 0, after_statement = 0;
};

/// A name is new (only `after`) or gone (only `before`) where a position goes on in like words and
/// the other statement does not have the name at all. It passed over (`origin` set) where it left
/// one position for another and one of both lists names: a member who voted for and now votes
/// against. Order: later units in text order, new before gone. Complexity: names of one statement
/// times those of the other.
[[nodiscard]] std::vector<DriftChange> name_changes(const NameStep& step);

}  // namespace parallax
