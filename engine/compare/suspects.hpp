#pragma once

/// Facts of two claims that could not both hold if the claims told one event. No rule says that
/// they do; weights judge it (pair_weights.hpp). Internal to diverge_weighed.

#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/diverge.hpp"
#include "engine/compare/pair_traits.hpp"

namespace parallax {

struct Suspect {
  std::string_view kind;  ///< number, place, name.
  FindingSide left, right;
  std::string differs;  ///< "the figures differ: 4 against 9".
  Traits traits;
};

/// All suspects, by kind in the order above, then in text order. `traits` are those of the pair.
/// Swapping the sides mirrors them up to order. Complexity O(facts^2 * terms).
[[nodiscard]] std::vector<Suspect> suspects_of(const PairContext& pair, const EventGate& gate,
                                               const Traits& traits);

/// What each claim says was done at a token of it: the nearest verb of its clause in front, else
/// behind; nullptr where there is none.
[[nodiscard]] const Term* deed_at(const Claim& claim, std::uint32_t token);
/// kDeedOpen and kDeedMet for facts at these tokens.
void judge_deeds(const PairContext& pair, const EventGate& gate, std::uint32_t left,
                 std::uint32_t right, Traits& traits);

// Those of one kind or two; each appends.
void suspect_numbers(const PairContext& pair, const EventGate& gate, const Traits& traits,
                     std::vector<Suspect>& out);
void suspect_names(const PairContext& pair, const EventGate& gate, const Traits& traits,
                   std::vector<Suspect>& out);

}  // namespace parallax
