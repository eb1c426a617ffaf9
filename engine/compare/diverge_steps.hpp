#pragma once

/// Two ends of one ladder, in whatever part of the sentence. Internal to the rules.

#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// "The fire gutted the mill", "at the mill the fire caused a slight nuisance": words of one
/// ladder, low on one side and high on the other (step.tsv). REQUIRES: all other families were
/// asked: speaks only where they found nothing; its findings are differences. English. Complexity:
/// O(terms^2).
void diverge_steps(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);

/// Certain on one side, only possible on the other, where no family found anything; and what those
/// found as a step of certainty or duty as one of modality, too. English. Complexity O(steps^2).
void diverge_certainty(const PairContext& pair, const EventGate& gate,
                       std::vector<Finding>& findings);

/// "Entered the strait", "sailed out of the strait": one mover and one place at one time, where no
/// other family found anything. English. Complexity O(terms^2).
void diverge_passage(const PairContext& pair, const EventGate& gate,
                     std::vector<Finding>& findings);

}  // namespace parallax
