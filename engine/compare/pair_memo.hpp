#pragma once

/// What several rules ask of one pair of claims, read once. Internal to engine/compare.

#include <memory>
#include <optional>
#include <vector>

#include "engine/compare/anchors.hpp"
#include "engine/compare/crossed_parties.hpp"
#include "engine/compare/event_gate.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/shared_terms.hpp"

namespace parallax {

/// Of a pair and any of its gates: they differ in what they say of times and parties, not in what
/// is shared.
struct PairMemo {
  std::optional<Anchors> anchors;
  std::optional<std::vector<TermPair>> shared_terms;
  std::optional<OpenNames> open_names;
  std::optional<FoundCrossing> crossing;
  std::optional<bool> other_relation_to_time;
  std::optional<bool> other_ordinals;
};

[[nodiscard]] inline PairMemo& memo_of(const PairContext& pair) {
  if (pair.memo == nullptr) {
    pair.memo = std::make_shared<PairMemo>();
  }
  return *pair.memo;
}

}  // namespace parallax
