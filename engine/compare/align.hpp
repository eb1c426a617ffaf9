#pragma once

/// Which units of two texts talk about the same thing.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/text/tokenise.hpp"
#include "models/text/words.hpp"
#include "models/vector/background.hpp"

namespace parallax {

/// One unit to align (a claim): its tokens and the text they lie in. Views must outlive the call.
struct AlignUnit {
  std::string_view text;         ///< Whole document text; token spans point into it.
  const Token* first = nullptr;  ///< Tokens of the unit.
  std::size_t count = 0;
  std::string_view language;
};

struct AlignOptions {
  double min_similarity = 0.30;  ///< Below this two units are unrelated, [0, 1].
};

struct AlignedTerm {
  std::string term;
  double weight = 0.0;
};

struct AlignedPair {
  std::vector<std::uint32_t> left, right;  ///< Indices of units, ascending; never empty.
  double similarity = 0.0;                 ///< [0, 1]; exactly 1 for identical token sequences.
  std::string matched_by;                  ///< "exact", "score", "group"
  bool moved = false;
  std::vector<AlignedTerm> why;  ///< Shared terms by share of similarity, at most 8.
};

struct Alignment {
  std::vector<AlignedPair> pairs;  ///< Ordered by first left index, then first right index.
  std::vector<std::uint32_t> only_left, only_right;
};

/// Score of two units in [0, 1]: symmetric, 1 exactly for identical token sequences, invariant
/// under sentence order. The formula and the data it was chosen on stand in align.cpp.
[[nodiscard]] double unit_similarity(const AlignUnit& a, const AlignUnit& b, const WordTable& words,
                                     const BackgroundModel* model);

/// Every left unit and every right unit appears exactly once, in a pair or in only_left /
/// only_right. Mirrored by swapping sides. Exact matches first (in order), then best-first by score
/// with ties broken by position, then groups (1:n, n:m) where a leftover neighbour raises the score
/// of a pair; units of one group stand in one text. Complexity: O(shared terms) for candidates, not
/// O(n*m) dense scoring.
[[nodiscard]] Alignment align(const std::vector<AlignUnit>& left,
                              const std::vector<AlignUnit>& right, const WordTable& words,
                              const BackgroundModel* model, const AlignOptions& options = {});

/// Overlap of two whole texts (all tokens of their units): [0, 1] each; containment both ways,
/// cosine-like similarity and share of words in shared runs. No run reaches over the end of a unit.
struct TextOverlap {
  double similarity = 0.0, left_in_right = 0.0, right_in_left = 0.0, verbatim = 0.0;
};
[[nodiscard]] TextOverlap text_overlap(const std::vector<AlignUnit>& left,
                                       const std::vector<AlignUnit>& right, const WordTable& words,
                                       const BackgroundModel* model);

}  // namespace parallax
