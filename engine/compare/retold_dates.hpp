#pragma once

/// The one time of each of two claims that tell one deed in two ways: "passed away on 3 May", "died
/// on 5 May"; "has been a member since 1997", "joined in 2004". Internal to diverge.

#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Appends at most one finding, a difference by rule "date.retold", and none where others found
/// something. English. Complexity O(terms^2).
void diverge_retold_dates(const PairContext& pair, const EventGate& gate,
                          std::vector<Finding>& out);

}  // namespace parallax
