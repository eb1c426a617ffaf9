#pragma once

/// What a claim is for or against, and of what it says so. Internal to engine/compare. English.

#include <vector>

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// The thing that a position is taken on: "the sale of the port to Ostria".
struct Object {
  std::vector<const Term*> terms;  ///< Its content in text order.
  const Term* head = nullptr;      ///< "sale"; nullptr if there is none.
  [[nodiscard]] bool empty() const { return terms.empty(); }
};

/// A position that is taken here and now.
struct Position {
  const Stance* stance = nullptr;
  int sign = 0;  ///< +1 for it, -1 against.
  Object object;
};

/// Positions of a claim with their objects, as far as these can be read: "backs the levy", "the
/// levy is a mistake", "regards the levy as a blessing", "the levy was condemned", "the levy would
/// harm farmers". What is denied, asked for or only mentioned is left out. Complexity: O(stances *
/// terms).
[[nodiscard]] std::vector<Position> positions_of(const WordTable& words, const Document& document,
                                                 const Claim& claim);

/// "Opposes ending the embargo", "supports keeping the embargo": one position is taken on the end
/// of the thing, so that both are for the thing after all. Not where both sides tell of that end,
/// by whatever words ("the closure", "the shutting"). English; else false. Complexity O(terms).
[[nodiscard]] bool other_way_round(const PairContext& pair, const EventGate& gate,
                                   const Stance& left, const Stance& right);

}  // namespace parallax
