#pragma once

/// TF-IDF by dense maps, written from the formula in models/vector/tfidf.hpp and never tuned.

#include <cmath>
#include <cstdint>
#include <map>
#include <span>

#include "models/vector/tfidf.hpp"

namespace parallax::reference {

using Dense = std::map<std::int32_t, double>;

inline Dense embed(std::span<const TermCount> counts, const BackgroundModel* model,
                   const TfidfOptions& options) {
  Dense v;
  for (const TermCount& t : counts) {
    double w = 1.0 + std::log(static_cast<double>(t.count));
    if (model != nullptr) {
      w *= std::pow(model->idf(t.folded), options.idf_power);
    }
    if (t.stop) {
      w *= options.stop_weight;
    }
    v[t.term] = std::round(w * 65536.0) / 65536.0;
  }
  double squares = 0.0;
  for (const auto& [term, w] : v) {
    squares += w * w;
  }
  for (auto& [term, w] : v) {
    w = std::round(w / std::sqrt(squares) * 1048576.0) / 1048576.0;
  }
  return v;
}

inline double cosine(const Dense& a, const Dense& b) {
  double sum = 0.0;
  for (const auto& [term, w] : a) {
    const auto it = b.find(term);
    sum += it == b.end() ? 0.0 : w * it->second;
  }
  return sum;
}

/// Share of a's weight on terms of b.
inline double containment(const Dense& a, const Dense& b) {
  double all = 0.0;
  double shared = 0.0;
  for (const auto& [term, w] : a) {
    all += w;
    shared += b.contains(term) ? w : 0.0;
  }
  return all > 0.0 ? shared / all : 0.0;
}

}  // namespace parallax::reference
