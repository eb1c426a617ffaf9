#pragma once

/// Words by which each side gives itself away: "provocation" here, "aggression" there.
///
/// Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn, "Fightin' Words:
/// Lexical Feature Selection and Evaluation for Identifying the Content of Political Conflict",
/// Political Analysis 16(4), 2008, equations 15, 16, 20 and 22). For a term w with counts y and
/// totals n,
///
///   d(w) = ln((yA + a) / (nA + a0 - yA - a)) - ln((yB + a) / (nB + a0 - yB - a))
///   z(w) = d(w) / sqrt(1 / (yA + a) + 1 / (yB + a))
///
/// with a = a0 (f(w) + 1/2) / sum over all terms of both texts of (f + 1/2), f the paragraph
/// frequency of the background model, and a0 = 5 (nA + nB). Common words have a strong prior, so
/// that a difference of few occurrences does not count; rare ones have a weak prior and a large
/// variance. In long texts |z| > 1.96 is significant at 5 %; short statements seldom reach it, but
/// their order holds.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/document/document.hpp"
#include "models/text/words.hpp"
#include "models/vector/background.hpp"

namespace parallax {

struct DistinctiveOptions {
  std::size_t top = 10;  ///< At most so many terms a side.
};

/// A term that one side uses more. `own` > 0.
struct DistinctiveWord {
  std::string term;  ///< The commonest form of its stem in both texts, as it is written inside
                     ///< sentences ("Belmar", "aggression"); ties: the first by bytes.
  std::uint32_t own = 0, other = 0;  ///< Occurrences.
  double z = 0.0;                    ///< > 0.
};

struct DistinctiveWords {
  std::vector<DistinctiveWord> left, right;  ///< z descending, then by folded term.
};

/// Terms are stems of words with at least two letters; stop words, numbers and marks are left out.
/// Empty if the languages differ or a side has no term. `model` may be null: then all terms have
/// the same prior. Swapping the sides swaps the result. Complexity: O(n log n) in the tokens.
[[nodiscard]] DistinctiveWords distinctive_words(const Document& left, const Document& right,
                                                 const WordTable& words,
                                                 const BackgroundModel* model,
                                                 const DistinctiveOptions& options = {});

}  // namespace parallax
