#pragma once

/// TF-IDF: how often a text uses a term, against how common the term is in official language.
///
/// Weight of term t in text d (Salton & Buckley 1988, "ltc" with a damped idf):
///
///   w(t, d) = (1 + ln tf(t, d)) * idf(t)^p * (s if t is a stop word, else 1)
///   idf(t)  = ln((1 + N) / (1 + df(t))) + 1        from the background model, in paragraphs
///
/// then each vector is divided by its L2 norm. Weights are rounded to multiples of 2^-20, so that
/// sums of products are exact in double and do not depend on the order of the terms. A term is the
/// Snowball stem of a folded word, number or ideograph; punctuation is none. Without a model idf(t)
/// = 1. A term that the model does not know has df = 0, so that unknown words, names and numbers
/// weigh most.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "models/vector/background.hpp"
#include "models/vector/linalg.hpp"

namespace parallax {

struct TfidfOptions {
  double idf_power = 1.0;    ///< p. 1 for whole documents, less for single sentences. [0, 2].
  double stop_weight = 1.0;  ///< s. [0, 1].
};

/// One term of a text with how often it occurs there.
struct TermCount {
  std::int32_t term = 0;  ///< 0 <= term < kTermSpace
  std::uint32_t count = 0;
  std::string_view folded;  ///< The word whose document frequency counts.
  bool stop = false;
};

/// The L2-normalised vector of one text; empty for no counts. `model` may be null.
/// REQUIRES: counts ascend by term without repetition; every count > 0.
/// Complexity: linear in the counts.
[[nodiscard]] TermVector embed(std::span<const TermCount> counts, const BackgroundModel* model,
                               const TfidfOptions& options = {});

/// Vectors as the rows of one matrix, in order. Complexity: linear in the stored weights.
[[nodiscard]] SparseRows stack(std::span<const TermVector> vectors);

/// Cosine of two normalised vectors, in [0, 1]; 0 if one is empty. Symmetric bit for bit.
/// Complexity: linear in the shorter of the stored weights together.
[[nodiscard]] double cosine(const TermVector& a, const TermVector& b);

/// Cosines of every row of `left` with every row of `right`: left.rows() x right.rows() values in
/// row order. REQUIRES: rows are normalised.
/// Complexity: O(stored weights of left x mean length of right's columns).
[[nodiscard]] std::vector<double> cosines(const SparseRows& left, const SparseRows& right);

/// The terms of a vector, ascending. Lifetime: a view of the vector.
[[nodiscard]] std::span<const std::int32_t> terms_of(const TermVector& v);

/// A term of both texts with its share of their cosine.
struct SharedTerm {
  std::int32_t term = 0;
  double share = 0.0;  ///< Product of the two weights, [0, 1].
};
/// Ascending by term. Complexity: linear.
[[nodiscard]] std::vector<SharedTerm> shared_terms(const TermVector& a, const TermVector& b);

/// How much of each side's weight lies on terms of both: {share of a, share of b}, each in [0, 1].
struct Containment {
  double a_in_b = 0.0;
  double b_in_a = 0.0;
};
[[nodiscard]] Containment weight_containment(const TermVector& a, const TermVector& b);

}  // namespace parallax
