#pragma once

/// What several rules ask of one pair of claims, read once. Internal to engine/compare.

#include <memory>
#include <optional>

#include "engine/compare/crossed_parties.hpp"
#include "engine/compare/event_gate.hpp"
#include "engine/compare/name_slots.hpp"

namespace parallax {

struct PairMemo {
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
