#pragma once

/// Deeds of a claim with those who did them and to whom, read from its words: "faces a complaint by
/// the guild", "lost to the guild", "is the guild's creditor". English. Internal to engine/compare.

#include <cstdint>
#include <vector>

#include "engine/compare/noun_phrases.hpp"

namespace parallax {

struct ToldDeed {
  std::uint64_t deeds = 0;  ///< Set of deeds that the words may tell (deed_words.hpp).
  NounPhrase agent, patient;
  NounPhrase thing;         ///< What is given, sold, paid; empty if it is not told.
  std::uint32_t first = 0;  ///< Document tokens of the words that tell it.
  std::uint32_t tokens = 0;
};

/// Deeds of which at least one party is told, in text order; denied ones left out.
/// Complexity: O(tokens^2) in the worst case.
[[nodiscard]] std::vector<ToldDeed> told_deeds(const PhraseReader& reader);

}  // namespace parallax
