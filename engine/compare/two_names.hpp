#pragma once

/// Why two names, or two places, that a rule found are no two answers to one question: the other
/// side knows them, too, in another part; each belongs to a post, a time or a position of its own.
/// Internal to diverge.

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Both may hold: REQUIRES a finding of kind name or place. English; else false. Complexity
/// O(terms^2).
[[nodiscard]] bool both_hold(const PairContext& pair, const Finding& finding);

/// "15:00 GMT", "Central European Time", "on Christmas Eve": no name of a place or party.
[[nodiscard]] bool names_time(const PairContext& pair, const Document& document, const Term& term);

}  // namespace parallax
