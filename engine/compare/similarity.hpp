#pragma once

/// How alike two units of text are. Everything that depends on one unit alone is prepared once.

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/compare/align.hpp"
#include "models/vector/tfidf.hpp"

namespace parallax {

/// How often each hash occurs, ascending by hash.
using HashCounts = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// What the score needs of one unit. Vectors are sorted by id; weights are positive.
struct UnitProfile {
  std::vector<std::uint32_t> sequence;  ///< Word ids in order, punctuation left out.
  TermVector terms;                     ///< Weight by stem id, L2-normalised.
  TermVector plain;                     ///< The same without idf and stop weights.
  HashCounts letters;                   ///< Character trigrams of the words.
  HashCounts triples;                   ///< Three stems in a row.
  HashCounts skips;                     ///< Two stems at most four words apart, in order.
  std::vector<std::uint32_t> numbers;   ///< Word ids of number tokens.
};

/// Profile of a unit. `model` may be null: then every word that is not a stop word weighs the same.
[[nodiscard]] UnitProfile profile_of(const AlignUnit& unit, const WordTable& words,
                                     const BackgroundModel* model);

/// What the score blends, symmetric. In [0, 1] each:
/// cosine of the terms, Dice of the character trigrams, longest common subsequence of words over
/// the mean length, cosine without idf, length ratio, triples and skip pairs of words over the
/// shorter side's, both sides have a number that the other lacks, just one side has, difference of
/// the lengths over 20 words, shorter length over 30 words.
inline constexpr std::size_t kFeatureCount = 11;
[[nodiscard]] std::array<double, kFeatureCount> features(const UnitProfile& a,
                                                         const UnitProfile& b);

/// Score in [0, 1] of two profiles; exactly 1 for equal word sequences, 0 where one is empty.
/// Symmetric bit for bit.
[[nodiscard]] double similarity(const UnitProfile& a, const UnitProfile& b);

}  // namespace parallax
