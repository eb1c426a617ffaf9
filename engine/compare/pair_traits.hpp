#pragma once

/// What two claims, and one fact of each, have in common, in figures: what the weights of
/// pair_weights.hpp judge. Internal to diverge_weighed.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/compare/anchors.hpp"
#include "engine/compare/event_gate.hpp"

namespace parallax {

/// Counts are cut off at 8, flags are 0 or 1, shares lie in [0, 1]. "Least" and "most" are of the
/// two sides, so that a swap changes nothing.
enum class Trait : std::uint8_t {
  // of the two claims
  kOverlap,
  kJaccard,
  kRestOverlap,
  kRestJaccard,
  kShared,
  kRestShared,
  kSmaller,
  kOpenLeast,
  kOpenMost,
  kAnchorWeight,
  kAnchorNames,
  kAnchorWords,
  kAnchorValues,
  kAnchorEvent,
  kContained,
  kOtherParty,
  kOtherPlace,
  kOtherTime,
  kOtherPeriod,
  kSubstituted,
  kContrasted,
  kSharedEvent,
  kSharedVerbs,
  kSharedSubjects,
  kSharedObjects,
  kSameTopic,
  kKinMet,
  kNamesLeast,
  kNamesMost,
  kFiguresLeast,
  kFiguresMost,
  kDatesLeast,
  kDatesMost,
  kSameMoment,
  kOnePolarity,
  kStancesLeast,
  kMoodDiffers,
  kIdle,
  // of the two facts
  kSuspects,  ///< Suspects of the kind in the pair.
  kSameHead,  ///< Number: what is counted. Name: the noun in front.
  kHeadOpen,  ///< Something of it is on one side alone.
  kSameVerb,  ///< The verb that governs it, or that it is bound to.
  kSamePart,  ///< Number: aspect. Name: part in the clause.
  kSamePreposition,
  kSameSort,  ///< Number: kind of value. Name: kind of term.
  kFar,       ///< Number: |ln(a/b)|. Name: slots are the same.
  kUnit,      ///< Number: has a unit. Name: clauses of one number.
  kPercent,
  kLoose,        ///< Number: vague, approximate or a bound.
  kPartial,      ///< Number: a part, a rate, a change, cumulative. Name: beside another name.
  kOwn,          ///< Each side's own: other owner, own deed, own position.
  kCertain,      ///< Name: certain thing, one doer. Number: whole.
  kCapital,      ///< Name: countries. Number: a total and its part.
  kDeedOpen,     ///< Sides whose deed at the fact has no answer on the other side.
  kDeedMet,      ///< One deed is told at both facts.
  kOtherStages,  ///< Of one course of events, another stage.
  kAdded,        ///< One side tells it in addition.
  kTopic,        ///< Name: the first thing that its claim speaks of. Number: the first figure.
  kCount
};
constexpr std::size_t kTraits = static_cast<std::size_t>(Trait::kCount);

/// A value a trait.
struct Traits {
  std::array<double, kTraits> values{};
  double& operator[](Trait trait) { return values[static_cast<std::size_t>(trait)]; }
  double operator[](Trait trait) const { return values[static_cast<std::size_t>(trait)]; }
};

/// Those of the two claims; those of facts are 0. Symmetric. Complexity O(n log n + names^2).
[[nodiscard]] Traits traits_of(const PairContext& pair, const EventGate& gate);

}  // namespace parallax
