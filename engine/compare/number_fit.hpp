#pragma once

/// When two figures may count one thing. Internal to the number rules; `number_fit` and
/// `of_other_side` stand in diverge.hpp.

#include <string_view>
#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Claims that agree this much tell the same of what they count.
constexpr double kOneTelling = 0.6;

[[nodiscard]] bool shares(const std::vector<StemId>& a, const std::vector<StemId>& b);
[[nodiscard]] bool holds(const std::vector<StemId>& ids, StemId id);
[[nodiscard]] bool has(const std::vector<StemId>& ids, const WordTable& words,
                       std::string_view name);

/// "unemployment fell to 5.1 per cent", "unemployment stood at 6.4 per cent": a value with a unit
/// of one measure, whatever the verb.
[[nodiscard]] bool one_measure(const Quantity& a, const Quantity& b, const EventGate& gate);

/// True if each has a word that the other lacks: "young voters" against "older voters".
[[nodiscard]] bool each_adds(const EventGate& gate, const WordTable& words,
                             const std::vector<StemId>& a, const std::vector<StemId>& b);

/// What is told of the two figures is one thing, or no more than that there are so many.
[[nodiscard]] bool one_deed(const EventGate& gate, const WordTable& words, const Quantity& a,
                            const Quantity& b);

/// "Three of the eight work", "five of the eight do not": they make up the whole.
[[nodiscard]] bool make_up_whole(const Quantity& a, const Quantity& b, const EventGate& gate);
/// A part of 20 is not the count of the whole: "20 drones were launched", "17 of the 20 were shot
/// down".
[[nodiscard]] bool part_against_whole(const Quantity& a, const Quantity& b);
/// "37 people, including five children", "five children": the same figure, once as a part.
[[nodiscard]] bool same_part(const Quantity& a, const Quantity& b);

/// The smaller figure counts within what only its side names: a place, a day of two, one of several
/// loads ("on the first flight", "in all").
[[nodiscard]] bool counts_within(const PairContext& pair, const EventGate& gate, const Quantity& a,
                                 const Quantity& b);

}  // namespace parallax
