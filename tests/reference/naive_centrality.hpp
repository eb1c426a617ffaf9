#pragma once

/// Degree centrality by all pairs of claims, from the definition in engine/compare/centrality.hpp.

#include <algorithm>
#include <vector>

#include "tests/reference/naive_tfidf.hpp"

namespace parallax::reference {

/// `texts`: the content words of each claim as term counts. `weights`: the sum of idf of each.
/// `key_terms`: the weight of its heaviest key term.
inline std::vector<double> centrality(const std::vector<std::vector<TermCount>>& texts,
                                      const std::vector<double>& weights,
                                      const std::vector<double>& key_terms,
                                      const BackgroundModel* model) {
  std::vector<Dense> vectors;
  for (const auto& text : texts) {
    vectors.push_back(text.empty() ? Dense{} : reference::embed(text, model, {}));
  }
  std::vector<double> degrees(texts.size(), 0.0);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = 0; j < texts.size(); ++j) {
      degrees[i] += i == j ? 0.0 : reference::cosine(vectors[i], vectors[j]);
    }
  }
  const double highest_degree = *std::max_element(degrees.begin(), degrees.end());
  const double highest_weight = *std::max_element(weights.begin(), weights.end());
  std::vector<double> out;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const double weight = highest_weight > 0.0 ? weights[i] / highest_weight : 0.0;
    const double degree = texts.size() == 1      ? weight
                          : highest_degree > 0.0 ? degrees[i] / highest_degree
                                                 : 0.0;
    out.push_back((0.4 * degree) + (0.3 * weight) + (0.3 * key_terms[i]));
  }
  return out;
}

}  // namespace parallax::reference
