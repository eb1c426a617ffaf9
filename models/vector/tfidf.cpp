/// The formulas of tfidf.hpp. Sums run in ascending order of terms, so the same input gives the
/// same bits on every machine.

#include "models/vector/tfidf.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/expects.hpp"

namespace parallax {
namespace {

/// Grains of the weights before and after normalisation: squares and products of them add up
/// without rounding for texts of up to a million distinct terms.
constexpr double kRawGrain = 1.0 / 65536.0;
constexpr double kGrain = 1.0 / 1048576.0;

double rounded(double x, double grain) {
  return std::round(x / grain) * grain;
}

double weight(const TermCount& t, const BackgroundModel* model, const TfidfOptions& options) {
  const double idf = model == nullptr ? 1.0 : std::pow(model->idf(t.folded), options.idf_power);
  const double w =
      (1.0 + std::log(static_cast<double>(t.count))) * idf * (t.stop ? options.stop_weight : 1.0);
  return rounded(w, kRawGrain);
}

/// Calls `visit(term, weight in a, weight in b)` for every term of both, ascending.
template <class Visit>
void for_shared(const TermVector& a, const TermVector& b, const Visit& visit) {
  TermVector::InnerIterator j(b);
  for (TermVector::InnerIterator i(a); i; ++i) {
    while (j && j.index() < i.index()) {
      ++j;
    }
    if (!j) {
      return;
    }
    if (j.index() == i.index()) {
      visit(i.index(), static_cast<double>(i.value()), static_cast<double>(j.value()));
    }
  }
}

double mass(const TermVector& v) {
  double sum = 0.0;
  for (TermVector::InnerIterator i(v); i; ++i) {
    sum += static_cast<double>(i.value());
  }
  return sum;
}

}  // namespace

TermVector embed(std::span<const TermCount> counts, const BackgroundModel* model,
                 const TfidfOptions& options) {
  TermVector v(kTermSpace);
  v.reserve(static_cast<Eigen::Index>(counts.size()));
  std::vector<double> weights;
  weights.reserve(counts.size());
  double squares = 0.0;
  for (const TermCount& t : counts) {
    PARALLAX_EXPECTS(t.count > 0);
    weights.push_back(weight(t, model, options));
    squares += weights.back() * weights.back();
  }
  const double norm = std::sqrt(squares);
  std::int32_t previous = -1;
  for (std::size_t i = 0; i < counts.size() && norm > 0.0; ++i) {
    PARALLAX_EXPECTS(counts[i].term > previous);
    previous = counts[i].term;
    v.insertBack(previous) = static_cast<float>(rounded(weights[i] / norm, kGrain));
  }
  return v;
}

SparseRows stack(std::span<const TermVector> vectors) {
  SparseRows rows(static_cast<Eigen::Index>(vectors.size()), kTermSpace);
  Eigen::Index stored = 0;
  for (const TermVector& v : vectors) {
    stored += v.nonZeros();
  }
  rows.reserve(stored);
  for (std::size_t r = 0; r < vectors.size(); ++r) {
    rows.startVec(static_cast<Eigen::Index>(r));
    for (TermVector::InnerIterator i(vectors[r]); i; ++i) {
      rows.insertBack(static_cast<Eigen::Index>(r), i.index()) = i.value();
    }
  }
  rows.finalize();
  return rows;
}

double cosine(const TermVector& a, const TermVector& b) {
  double product = 0.0;
  for_shared(a, b, [&](std::int32_t, double x, double y) { product += x * y; });
  return std::clamp(product, 0.0, 1.0);
}

std::vector<double> cosines(const SparseRows& left, const SparseRows& right) {
  const auto width = static_cast<std::size_t>(right.rows());
  // A column of all rows that hold a term: (term, row, weight), sorted by term.
  struct Posting {
    std::int32_t term;
    std::uint32_t row;
    float weight;
  };
  std::vector<Posting> postings;
  postings.reserve(static_cast<std::size_t>(right.nonZeros()));
  for (Eigen::Index r = 0; r < right.rows(); ++r) {
    for (SparseRows::InnerIterator i(right, r); i; ++i) {
      postings.push_back(
          {static_cast<std::int32_t>(i.col()), static_cast<std::uint32_t>(r), i.value()});
    }
  }
  std::stable_sort(postings.begin(), postings.end(),
                   [](const Posting& x, const Posting& y) { return x.term < y.term; });
  std::vector<double> all(static_cast<std::size_t>(left.rows()) * width, 0.0);
  std::vector<double> sums(width);
  for (Eigen::Index r = 0; r < left.rows(); ++r) {
    std::fill(sums.begin(), sums.end(), 0.0);
    auto at = postings.begin();
    for (SparseRows::InnerIterator i(left, r); i; ++i) {
      const auto term = static_cast<std::int32_t>(i.col());
      at = std::lower_bound(at, postings.end(), term,
                            [](const Posting& p, std::int32_t t) { return p.term < t; });
      for (; at != postings.end() && at->term == term; ++at) {
        sums[at->row] += static_cast<double>(i.value()) * static_cast<double>(at->weight);
      }
    }
    std::transform(
        sums.begin(), sums.end(),
        all.begin() + static_cast<std::ptrdiff_t>(r) * static_cast<std::ptrdiff_t>(width),
        [](double sum) { return std::clamp(sum, 0.0, 1.0); });
  }
  return all;
}

std::span<const std::int32_t> terms_of(const TermVector& v) {
  return {v.innerIndexPtr(), static_cast<std::size_t>(v.nonZeros())};
}

std::vector<SharedTerm> shared_terms(const TermVector& a, const TermVector& b) {
  std::vector<SharedTerm> shared;
  for_shared(a, b, [&](std::int32_t term, double x, double y) { shared.push_back({term, x * y}); });
  return shared;
}

Containment weight_containment(const TermVector& a, const TermVector& b) {
  double in_a = 0.0;
  double in_b = 0.0;
  for_shared(a, b, [&](std::int32_t, double x, double y) {
    in_a += x;
    in_b += y;
  });
  const double all_a = mass(a);
  const double all_b = mass(b);
  return {all_a > 0.0 ? std::min(1.0, in_a / all_a) : 0.0,
          all_b > 0.0 ? std::min(1.0, in_b / all_b) : 0.0};
}

}  // namespace parallax
