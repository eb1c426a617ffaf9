#include "engine/compare/centrality.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "engine/compare/importance.hpp"
#include "models/vector/tfidf.hpp"

namespace parallax {
namespace {

/// The last bits of a long sum depend on the order of terms; what is kept does not.
constexpr double kGrid = 1048576.0;

constexpr double kDegreeShare = 0.4;
constexpr double kWeightShare = 0.3;
constexpr double kKeyTermShare = 0.3;

struct ClaimVector {
  TermVector terms;
  double weight = 0.0;
};

ClaimVector vector_of(const ClaimedDocument& side, const Claim& claim, const WordTable& words,
                      const BackgroundModel* model) {
  struct Entry {
    std::uint32_t count = 0;
    const Word* word = nullptr;
  };
  std::map<std::int32_t, Entry> counts;
  ClaimVector v;
  for (std::uint32_t i = 0; i < claim.token_count; ++i) {
    const Token& token = side.document.tokens[claim.first_token + i];
    const Word& word = words[token.word];
    if (token.kind == TokenKind::kPunctuation || word.stop) {
      continue;
    }
    Entry& entry = counts[static_cast<std::int32_t>(word.stem_id)];
    ++entry.count;
    if (entry.word == nullptr || word.folded < entry.word->folded) {
      entry.word = &word;
    }
    v.weight += model == nullptr ? 1.0 : model->idf(word.folded);
  }
  std::vector<TermCount> terms;
  terms.reserve(counts.size());
  for (const auto& [stem, entry] : counts) {
    terms.push_back({stem, entry.count, entry.word->folded, false});
  }
  v.terms = embed(terms, model);
  return v;
}

double share(double value, double highest) {
  return highest > 0.0 ? std::round(value / highest * kGrid) / kGrid : 0.0;
}

}  // namespace

std::vector<double> claim_centrality(const ClaimedDocument& side, const WordTable& words,
                                     const BackgroundModel* model) {
  std::vector<ClaimVector> vectors;
  vectors.reserve(side.claims.size());
  std::unordered_map<std::int32_t, double> sum;
  for (const Claim& claim : side.claims) {
    vectors.push_back(vector_of(side, claim, words, model));
    for (TermVector::InnerIterator it(vectors.back().terms); it; ++it) {
      sum[it.index()] += static_cast<double>(it.value());
    }
  }
  std::vector<double> degrees;
  double highest_degree = 0.0;
  double highest_weight = 0.0;
  for (const ClaimVector& v : vectors) {
    double degree = 0.0;
    for (TermVector::InnerIterator it(v.terms); it; ++it) {
      const auto value = static_cast<double>(it.value());
      degree += value * (sum.find(it.index())->second - value);  // the others alone
    }
    degrees.push_back(degree);
    highest_degree = std::max(highest_degree, degree);
    highest_weight = std::max(highest_weight, v.weight);
  }
  std::vector<double> centrality;
  centrality.reserve(vectors.size());
  for (std::size_t k = 0; k < vectors.size(); ++k) {
    const double weight = share(vectors[k].weight, highest_weight);
    const double degree =
        vectors.size() == 1 ? weight : std::max(share(degrees[k], highest_degree), 0.0);
    centrality.push_back((kDegreeShare * degree) + (kWeightShare * weight) +
                         (kKeyTermShare * heaviest_key_term(side.claims[k])));
  }
  return centrality;
}

}  // namespace parallax
