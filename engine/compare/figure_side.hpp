#pragma once

/// A figure with the words of its claim. Internal to the rules of figures that stand beside each
/// other.

#include <algorithm>
#include <cstdint>

#include "engine/compare/other_matter.hpp"

namespace parallax {

struct FigureSide {
  ClaimWords c;
  const Quantity& q;
};

/// Clause of the figure.
[[nodiscard]] inline std::uint8_t clause_of(const FigureSide& side) {
  const auto& terms = side.c.claim.terms;
  const auto it = std::find_if(terms.begin(), terms.end(), [&](const Term& term) {
    return term.token + term.tokens > side.q.first_token;
  });
  return it == terms.end() ? 0 : it->clause;
}

/// "640,000 on domestic routes", "of the complaints, 310", "in the capital alone, 19", "88 of
/// them": one of the figures counts a part of what the other counts. Symmetric; O(tokens +
/// terms^2).
[[nodiscard]] bool figure_of_part(const FigureSide& a, const FigureSide& b);

}  // namespace parallax
