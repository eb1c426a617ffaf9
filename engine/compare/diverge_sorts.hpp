#pragma once

/// Things and sites without a name of their own, of which one matter has one: the disease that
/// killed the herd, the poison in the well; at the airport, at the river port. Internal to diverge.

#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// Appends at most one finding, a difference by rule "name.sort", and none where others found
/// something. English. Complexity O(tokens * rows).
void diverge_agents(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);

/// The one person, body or ship that each side names in one matter, by rule "name.told". English.
/// Complexity O(terms^2).
void diverge_told_names(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);

/// As diverge_agents, by rule "place.sort".
void diverge_sites(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);

}  // namespace parallax
