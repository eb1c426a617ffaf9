#pragma once

/// Words that say how much rather than what: "a serious setback" is a setback, "gave its full
/// backing to" gives backing. English. Internal to engine/facts.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/facts/claim_context.hpp"

namespace parallax {

/// What a word does inside a phrase of a table.
enum class Degree : std::uint8_t {
  kNone,
  kOwn,     ///< "its", "their": whose it is.
  kPlain,   ///< "new", "formal": neither more nor less.
  kStrong,  ///< "sharp", "deeply"
  kSlight,  ///< "mild", "somewhat"
};

/// Degree of each token of a claim; empty where the language has no such words. O(tokens).
[[nodiscard]] std::vector<Degree> degrees_of(const ClaimContext& context);

/// A row of a table, found with the words of degree inside it left out.
struct LooseRow {
  const std::vector<std::string>* row = nullptr;  ///< nullptr if there is none.
  std::size_t length = 0;                         ///< Tokens covered, words of degree included.
  int shift = 0;                                  ///< +1 strong, -1 slight, 0 neither.
};

/// Longest match at `i` by words that count. A match as written wins over one with gaps that has no
/// more words. O(1).
[[nodiscard]] LooseRow look_up_loosely(const ClaimContext& context, const FactTable& table,
                                       const std::vector<Degree>& degrees, std::size_t i);

/// A noun of `light_noun.tsv` that a light verb of `light_verb.tsv` makes a deed: "voiced strong
/// opposition", "saw a fall", "met with anger".
struct LightDeed {
  const std::vector<std::string>* noun = nullptr;  ///< Row; nullptr if there is none.
  std::string_view verb;                           ///< Class of the verb: voice, meet, deny, move.
  std::size_t first = 0;                           ///< Local positions, inclusive.
  std::size_t last = 0;
  int shift = 0;
};

/// The deed whose noun begins at `i`. O(1).
[[nodiscard]] LightDeed light_deed(const ClaimContext& context, const std::vector<Degree>& degrees,
                                   std::size_t i);

}  // namespace parallax
