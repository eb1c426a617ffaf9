#pragma once

/// What ties two claims to one event although they tell it in different words: names, the same
/// figures and days, and other words in common.

#include <cstddef>

#include "engine/compare/event_gate.hpp"

namespace parallax {

struct Anchors {
  double weight = 0.0;     ///< Names 2, countries and other words 1, words and bodies of many
                           ///< claims 1/2, the same figure or day 1, a name that speaks on the
                           ///< other side 1.
  std::size_t names = 0;   ///< Names and places in common.
  std::size_t words = 0;   ///< Other content in common.
  std::size_t values = 0;  ///< Figures and days in common.
  bool event = false;      ///< Something that happens is in common.
};

/// Read once for a pair, whose gates all share one content. Symmetric. Complexity O(n log n +
/// names^2 + quantities^2) in the terms.
[[nodiscard]] const Anchors& anchors_of(const PairContext& pair, const EventGate& gate);

/// Both speak in the first person ("we will act against it", "our country condemned"), and no name
/// ties them: each tells of itself. English.
[[nodiscard]] bool each_of_itself(const PairContext& pair, const EventGate& gate);

/// Enough to take two claims for tellings of one event.
[[nodiscard]] bool anchored(const Anchors& anchors, const EventGate& gate);

}  // namespace parallax
