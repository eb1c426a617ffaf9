#pragma once

/// Predicates that two claims share: what the rules of negation, modality and duty compare.
/// Internal to engine/compare.

#include <string>
#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {

/// A term of the left claim and the same of the right one.
struct TermPair {
  const Term* left = nullptr;
  const Term* right = nullptr;
};

/// Terms that both claims have once, entities, frames and background left out; text order of the
/// left. Lifetime: that of the claims. Complexity: O(terms^2).
[[nodiscard]] const std::vector<TermPair>& shared_terms(const PairContext& pair,
                                                        const EventGate& gate);

/// The predicate of a list: an event if there is one, else the first. REQUIRES: a list that is not
/// empty.
[[nodiscard]] const TermPair& predicate_of(const std::vector<TermPair>& list);

/// One word said of two things: "has not recovered from the earthquake", "recovered its
/// independence"; "X is no threat to peace", "those weapons are a threat to peace". Where the
/// claims share most of what they say, other words may stand for one thing. English; else false.
[[nodiscard]] bool of_other_things(const PairContext& pair, const EventGate& gate,
                                   const TermPair& term);

/// "The law on media", "the law on taxes": one word with two things behind one preposition.
/// `names`: two names count, too.
[[nodiscard]] bool other_complements(const PairContext& pair, const EventGate& gate, bool names);

/// Subjects of the predicate's clause; what only describes them left out.
[[nodiscard]] std::vector<StemId> subjects_before(const Claim& claim, const Term& predicate);

/// It is so, or will be.
[[nodiscard]] bool factual(Modality modality);
/// Denied, these say one thing: it is not, will not be and is not meant to be.
[[nodiscard]] bool unlikely(Modality modality);

/// A finding on one predicate of each side: slot and both sides with polarity and modality.
[[nodiscard]] Finding predicate_finding(const PairContext& pair, std::string kind, std::string rule,
                                        const Term& left, const Term& right);

/// The claims share the predicate, and one denies only the duty: "must register", "are not obliged
/// to register". "Must not" is a ban. English; else false.
[[nodiscard]] bool duty_denied(const PairContext& pair, const Term& left, const Term& right);
/// "The left side makes a duty of what the other side leaves open".
[[nodiscard]] Finding permission_finding(const PairContext& pair, const Term& left,
                                         const Term& right, bool left_duty);

/// Duty, leave and ban ("must", "may", "must not"). Appends at most one finding. REQUIRES: `shared`
/// is of the pair, and the claims are about one thing.
void diverge_duty(const PairContext& pair, const EventGate& gate,
                  const std::vector<TermPair>& shared, std::vector<Finding>& findings);
/// Done on one side, and planned, tried or possible on the other. As above.
void diverge_mood(const PairContext& pair, const EventGate& gate,
                  const std::vector<TermPair>& shared, std::vector<Finding>& findings);

}  // namespace parallax
