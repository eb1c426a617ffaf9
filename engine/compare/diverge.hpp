#pragma once

/// Typed divergences between two aligned claims. One source file a rule family; this header is
/// their common form.

#include <string>
#include <vector>

#include "engine/compare/comparison.hpp"
#include "engine/compare/event_gate.hpp"

namespace parallax {

/// One side of a finding before ids are known.
struct FindingSide {
  ByteSpan span;
  Value value;
};

struct Finding {
  std::string kind;
  Severity severity = Severity::kConflict;
  double confidence = 0.0;
  std::string rule;
  std::string slot;
  FindingSide left, right;
  std::string explanation;
};

/// All findings of a pair, in a fixed order of families. Swapping the sides mirrors them. Total;
/// complexity O(terms^2) in the worst case.
[[nodiscard]] std::vector<Finding> diverge(const PairContext& pair, const EventGate& gate);

/// May two numbers be compared? Same unit, counted thing and event; another side is shown, not
/// compared.
enum class NumberFit : std::uint8_t { kNot, kOtherSide, kComparable };
[[nodiscard]] NumberFit number_fit(const PairContext& pair, const EventGate& gate,
                                   const Quantity& a, const Quantity& b);
/// Two countries', armies' or bodies' counts of their own: never one figure.
[[nodiscard]] bool of_other_side(const PairContext& pair, const EventGate& gate, const Quantity& a,
                                 const Quantity& b);
/// One is the total that another figure of its claim is a part of, and the other is none; or the
/// two add up to a third figure of either side.
[[nodiscard]] bool total_or_complement(const PairContext& pair, const Quantity& a,
                                       const Quantity& b);
/// True if the two cannot both hold, conversions of units allowed for. REQUIRES: one unit.
[[nodiscard]] bool numbers_apart(const Quantity& a, const Quantity& b);

/// Axes on which something moves; on the others two words deny each other ("safe", "unsafe").
[[nodiscard]] bool is_movement(const Direction& direction);

/// The claims go opposite ways on one axis, or hold opposite states of it.
[[nodiscard]] bool opposite_ways(const Claim& left, const Claim& right);

/// Both sides give dates, and every two of them exclude each other: another time, where what was
/// said may change.
[[nodiscard]] bool other_dates(const Claim& left, const Claim& right);

/// Each side gives one date, and the two are periods of different length, so that counts differ.
[[nodiscard]] bool other_periods(const Claim& left, const Claim& right);
/// Each side gives one date, and it is the same.
[[nodiscard]] bool one_moment(const Claim& left, const Claim& right);

/// Some finding is more than a note.
[[nodiscard]] bool says_something(const std::vector<Finding>& findings);

// The families. Each appends to `findings`.
void diverge_numbers(const PairContext& pair, const EventGate& gate,
                     std::vector<Finding>& findings);
void diverge_dates(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);
void diverge_names(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);
void diverge_polarity(const PairContext& pair, const EventGate& gate,
                      std::vector<Finding>& findings);
void diverge_blame(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);
/// One deed has another doer or cause on each side, whether or not a rule tells it: no agreement.
[[nodiscard]] bool laid_to_others(const PairContext& pair);
void diverge_stance(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);
void diverge_direction(const PairContext& pair, const EventGate& gate,
                       std::vector<Finding>& findings);
void diverge_notes(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);
/// Bounds and the figures that they exclude, where `diverge_numbers` found nothing.
void diverge_bounds(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);
/// Facts of which a thing has one; adds no finding of a kind that is there.
void diverge_particulars(const PairContext& pair, const EventGate& gate,
                         std::vector<Finding>& findings);
/// Needs no gate: the subject decides.
void diverge_kinds(const PairContext& pair, std::vector<Finding>& findings);
/// "Two were wounded", "nobody was hurt": claims that may share nothing but the outcome.
void diverge_toll(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);
/// REQUIRES: all other families were asked: speaks only where they found nothing.
void diverge_retold(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);
/// The same.
void diverge_anchored(const PairContext& pair, const EventGate& gate,
                      std::vector<Finding>& findings);
/// The same: one side grades a thing low, the other high. English.
void diverge_grades(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);
/// The same: another party owns, operates, wrote or won it. English.
void diverge_holders(const PairContext& pair, const EventGate& gate,
                     std::vector<Finding>& findings);
/// "Operated by Norrun", "built by Halde": one name of the finding made it, the other has it.
[[nodiscard]] bool of_other_parts(const PairContext& pair, const Finding& finding);
/// "Ambassador to Norland", "ambassador to Sudland": each side fills another post.
[[nodiscard]] bool two_posts(const PairContext& pair);
/// The same: another side of one place. English.
void diverge_sides(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);
/// The same: bounds that a rule or a grant sets. English.
void diverge_bounds_of_rules(const PairContext& pair, const EventGate& gate,
                             std::vector<Finding>& findings);
/// The same: how long something lasts or takes. English.
void diverge_lasting(const PairContext& pair, const EventGate& gate,
                     std::vector<Finding>& findings);
/// The same: weights fitted to labelled pairs judge what no rule tells (pair_weights.hpp). English.
void diverge_weighed(const PairContext& pair, const EventGate& gate,
                     std::vector<Finding>& findings);
void diverge_roles(const PairContext& pair, const EventGate& gate, std::vector<Finding>& findings);

}  // namespace parallax
