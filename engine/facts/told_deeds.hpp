#pragma once

/// Deeds of a claim with those who did them and to whom, read from its words: "faces a complaint by
/// the guild", "lost to the guild", "is the guild's creditor". English.

#include <vector>

#include "engine/facts/noun_phrases.hpp"

namespace parallax {

/// Deeds of which at least one party is told, in text order; denied ones left out.
/// REQUIRES: the roles of the claim are read. Complexity: O(tokens^2) in the worst case.
[[nodiscard]] std::vector<ToldDeed> told_deeds(const PhraseReader& reader);

}  // namespace parallax
