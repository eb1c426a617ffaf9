#pragma once

/// Words that say which part somebody has in a matter. English. Internal to two_parts.

#include <cstdint>
#include <string_view>

namespace parallax {

/// Parts that stand beside each other; parts of one group are one.
enum class Part : std::uint8_t {
  kNone,
  kOwns,
  kRents,
  kPays,
  kGuarantees,
  kDistributes,
  kGuards,
  kRepairs,
  kCleans,
  kSells,
  kBuys,
  kCollects,
  kAnalyses,
  kJudges,
  kDefends,
  kProsecutes,
  kTestifies,
  kStandsBy,
  kWrites,
  kReceives,
  kAppeals,
  kWins,
  kLoses,
  kSurvives,
  kDies,
  kSearched,
  kArrested,
  kVisits,
  kProposes,
  kOpposes,
  kCongratulates,
};

/// The part that a folded word tells of somebody in a role: 'a' = who does it, 'p' = to whom it is
/// done, 'r' = who gets it, 'n' = a noun for somebody. kNone if it tells none.
[[nodiscard]] Part part_of_word(std::string_view word, char role);

/// "Criticised", "addressed": what everybody may do.
[[nodiscard]] bool done_by_many(std::string_view word);

/// "The hull of the ferry", "its engines": what one thing has besides others.
[[nodiscard]] bool component(std::string_view word);

}  // namespace parallax
