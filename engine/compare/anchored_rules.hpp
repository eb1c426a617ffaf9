#pragma once

/// The rules for two claims that anchors tie to one event (anchors.hpp). Each looks for exactly one
/// thing of its kind that differs, and appends at most one finding. Internal to diverge_anchored.

#include <string>
#include <vector>

#include "engine/compare/anchors.hpp"
#include "engine/compare/diverge.hpp"

namespace parallax {

/// A difference of low confidence by rule "KIND.anchored". `explanation` goes on from "Of one
/// event, told in other words, ".
[[nodiscard]] Finding anchored_finding(std::string kind, FindingSide left, FindingSide right,
                                       std::string explanation);

void anchored_numbers(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);
void anchored_dates(const PairContext& pair, const EventGate& gate, const Anchors& anchors,
                    std::vector<Finding>& out);
void anchored_places(const PairContext& pair, const Anchors& anchors, std::vector<Finding>& out);
void anchored_names(const PairContext& pair, const Anchors& anchors, std::vector<Finding>& out);
void anchored_negation(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);
/// "May suspend it", "has the power to suspend it": all that both sides say of it is one force.
[[nodiscard]] bool one_force(const PairContext& pair);
/// One side allows what the other forbids, by words that say so.
[[nodiscard]] bool norms_apart(const PairContext& pair);
/// Duty, leave, ban and condition; true if it found something.
bool anchored_norms(const PairContext& pair, bool other_doer, std::vector<Finding>& out);
void anchored_plans(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);
void anchored_force(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);
void anchored_states(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);
void anchored_stance(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out);

}  // namespace parallax
