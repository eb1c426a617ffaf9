#pragma once

/// Search by the definition: every text against the query, one map of counts each.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "models/text/tokenise.hpp"

namespace parallax::test {

using StemCounts = std::map<std::string, std::uint32_t>;

inline StemCounts stem_counts(const std::string& text, const std::string& language) {
  WordTable words;
  StemCounts counts;
  for (const Token& token : Tokeniser(words).tokenise(text, language)) {
    if (token.kind != TokenKind::kPunctuation) {
      ++counts[words[token.word].stem];
    }
  }
  return counts;
}

struct NaiveHit {
  std::uint32_t paragraph = 0;
  double score = 0.0;   ///< From weights in whole multiples of 2^-16.
  double cosine = 0.0;  ///< From weights that are not rounded.
};

/// All texts that share a term with the query, best first; equal scores by number.
inline std::vector<NaiveHit> naive_search(const std::vector<std::string>& texts,
                                          const std::string& query, const std::string& language) {
  std::vector<StemCounts> counts;
  std::map<std::string, double> frequency;
  for (const std::string& text : texts) {
    counts.push_back(stem_counts(text, language));
    for (const auto& [term, times] : counts.back()) {
      frequency[term] += 1.0;
    }
  }
  const auto n = static_cast<double>(texts.size());
  const auto exact = [&](const std::string& term, std::uint32_t times) {
    return (1.0 + std::log(times)) * (std::log((1.0 + n) / (1.0 + frequency[term])) + 1.0);
  };
  const auto whole = [&](const std::string& term, std::uint32_t times) {
    return static_cast<std::uint64_t>(std::floor(exact(term, times) * 65536.0 + 0.5));
  };
  const StemCounts asked = stem_counts(query, language);
  const auto dot = [](const StemCounts& a, const StemCounts& b, auto weight) {
    decltype(weight("", 1U)) sum = 0;
    for (const auto& [term, times] : a) {
      if (const auto found = b.find(term); found != b.end()) {
        sum += weight(term, times) * weight(term, found->second);
      }
    }
    return sum;
  };
  const auto length = [](auto squares) { return std::sqrt(static_cast<double>(squares)); };
  std::vector<NaiveHit> hits;
  for (std::size_t p = 0; p < texts.size(); ++p) {
    const std::uint64_t product = dot(asked, counts[p], whole);
    if (product > 0) {
      const double lengths =
          length(dot(asked, asked, whole)) * length(dot(counts[p], counts[p], whole));
      const double cosine =
          dot(asked, counts[p], exact) /
          (length(dot(asked, asked, exact)) * length(dot(counts[p], counts[p], exact)));
      hits.push_back({static_cast<std::uint32_t>(p),
                      std::min(1.0, static_cast<double>(product) / lengths), cosine});
    }
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const NaiveHit& a, const NaiveHit& b) { return a.score > b.score; });
  return hits;
}

}  // namespace parallax::test
