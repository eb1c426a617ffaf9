/// The blend was chosen on paraphrase and similarity data (see README of this folder for the
/// figures): term cosine with a strongly damped background idf, containment both ways, character
/// trigrams (which see inflection and spelling variants) and word bigrams.

#include "engine/compare/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "models/base/utf8.hpp"

namespace parallax {
namespace {

/// Full idf suits documents and hurts sentence paraphrase; function words count a little, because
/// they carry the shape of a sentence.
constexpr TfidfOptions kWeighting = {.idf_power = 0.5, .stop_weight = 0.25};

/// Longest tables of the subsequence: 2000 words against 2000.
constexpr std::size_t kMaxCells = 4'000'000;

constexpr std::uint32_t kFnvOffset = 2166136261U;
constexpr std::uint32_t kFnvPrime = 16777619U;

std::uint32_t mix(std::uint32_t hash, std::uint32_t value) {
  return (hash ^ value) * kFnvPrime;
}

template <class Key>
std::vector<std::pair<Key, std::uint32_t>> counted(std::vector<Key> keys) {
  std::sort(keys.begin(), keys.end());
  std::vector<std::pair<Key, std::uint32_t>> out;
  for (const Key key : keys) {
    if (out.empty() || out.back().first != key) {
      out.emplace_back(key, 0);
    }
    ++out.back().second;
  }
  return out;
}

void add_grams(std::string_view word, std::vector<std::uint32_t>& grams) {
  std::array<char32_t, 3> window = {0, 0, ' '};
  const auto push = [&](char32_t c) {
    window = {window[1], window[2], c};
    if (window[0] != 0 || window[1] == ' ') {
      grams.push_back(mix(mix(mix(kFnvOffset, window[0]), window[1]), window[2]));
    }
  };
  for (std::size_t i = 0; i < word.size();) {
    push(next_code_point(word, i));
  }
  push(' ');
}

template <class Count>
double dice(const std::vector<std::pair<std::uint32_t, Count>>& a,
            const std::vector<std::pair<std::uint32_t, Count>>& b) {
  std::uint64_t shared = 0;
  std::uint64_t total = 0;
  for (const auto& [key, n] : a) {
    total += n;
  }
  for (const auto& [key, n] : b) {
    total += n;
  }
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->first < j->first) {
      ++i;
    } else if (j->first < i->first) {
      ++j;
    } else {
      shared += std::min(i->second, j->second);
      ++i;
      ++j;
    }
  }
  return total == 0 ? 0.0 : 2.0 * static_cast<double>(shared) / static_cast<double>(total);
}

double number_agreement(const UnitProfile& a, const UnitProfile& b) {
  if (a.numbers.empty() && b.numbers.empty()) {
    return 1.0;
  }
  std::vector<std::uint32_t> both;
  std::set_intersection(a.numbers.begin(), a.numbers.end(), b.numbers.begin(), b.numbers.end(),
                        std::back_inserter(both));
  const std::size_t all = a.numbers.size() + b.numbers.size() - both.size();
  return static_cast<double>(both.size()) / static_cast<double>(all);
}

double ratio(double x, double y) {
  const double large = std::max(x, y);
  return large > 0.0 ? std::min(x, y) / large : 0.0;
}

/// Length of the longest common subsequence over the mean length. Complexity: O(n*m) up to
/// kMaxCells; longer texts count the words that both have instead, which bounds it from above.
double common_subsequence(const std::vector<std::uint32_t>& a,
                          const std::vector<std::uint32_t>& b) {
  const double mean = static_cast<double>(a.size() + b.size()) / 2.0;
  if (a.size() * b.size() > kMaxCells) {
    std::vector<std::uint32_t> x = a;
    std::vector<std::uint32_t> y = b;
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    std::vector<std::uint32_t> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    return static_cast<double>(both.size()) / mean;
  }
  std::vector<std::uint32_t> row(b.size() + 1, 0);
  for (const std::uint32_t word : a) {
    std::uint32_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint32_t above = row[j + 1];
      row[j + 1] = word == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return mean > 0.0 ? static_cast<double>(row.back()) / mean : 0.0;
}

/// Weights of the features, in the order of `features`; they add up to 1. Found by ridge regression
/// on MSRP train and eight STS sets together. Shared bigrams count against a pair that has as many
/// shared trigrams and words: what remains is overlap by formula.
constexpr std::array<double, kFeatureCount> kBlend = {0.06, 0.06, 0.14, 0.46, -0.28,
                                                      0.06, 0.16, 0.12, 0.22};
/// What two sentences without common content reach by length and letters alone; maps to 0.
constexpr double kFloor = 0.20;

}  // namespace

UnitProfile profile_of(const AlignUnit& unit, const WordTable& words,
                       const BackgroundModel* model) {
  UnitProfile p;
  std::map<std::uint32_t, std::pair<std::uint32_t, const Word*>> counts;
  std::vector<std::uint32_t> bigrams;
  std::vector<std::uint32_t> grams;
  std::uint32_t previous = 0;
  for (std::size_t i = 0; i < unit.count; ++i) {
    const Token& token = unit.first[i];
    if (token.kind == TokenKind::kPunctuation) {
      continue;
    }
    const Word& word = words[token.word];
    const auto stem = static_cast<std::uint32_t>(word.stem_id);
    p.sequence.push_back(static_cast<std::uint32_t>(token.word));
    auto& entry = counts[stem];
    ++entry.first;
    entry.second =
        entry.second == nullptr || word.folded < entry.second->folded ? &word : entry.second;
    if (p.sequence.size() > 1) {
      bigrams.push_back(mix(mix(kFnvOffset, previous), stem));
    }
    previous = stem;
    add_grams(word.folded, grams);
    if (token.kind == TokenKind::kNumber) {
      p.numbers.push_back(static_cast<std::uint32_t>(token.word));
    }
  }
  std::vector<TermCount> terms;
  terms.reserve(counts.size());
  for (const auto& [stem, entry] : counts) {
    terms.push_back(
        {static_cast<std::int32_t>(stem), entry.first, entry.second->folded, entry.second->stop});
  }
  p.terms = embed(terms, model, kWeighting);
  p.plain = embed(terms, nullptr);
  p.bigrams = counted(std::move(bigrams));
  p.grams = counted(std::move(grams));
  std::sort(p.numbers.begin(), p.numbers.end());
  p.numbers.erase(std::unique(p.numbers.begin(), p.numbers.end()), p.numbers.end());
  return p;
}

std::array<double, kFeatureCount> features(const UnitProfile& a, const UnitProfile& b) {
  const Containment shared = weight_containment(a.terms, b.terms);
  return {cosine(a.terms, b.terms),
          std::max(shared.a_in_b, shared.b_in_a),
          std::min(shared.a_in_b, shared.b_in_a),
          dice(a.grams, b.grams),
          dice(a.bigrams, b.bigrams),
          number_agreement(a, b),
          ratio(static_cast<double>(a.sequence.size()), static_cast<double>(b.sequence.size())),
          cosine(a.plain, b.plain),
          common_subsequence(a.sequence, b.sequence)};
}

double similarity(const UnitProfile& a, const UnitProfile& b) {
  if (a.sequence.empty() || b.sequence.empty()) {
    return 0.0;
  }
  if (a.sequence == b.sequence) {
    return 1.0;
  }
  const auto f = features(a, b);
  double score = 0.0;
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    score += kBlend[i] * f[i];
  }
  // Different word sequences are never called identical.
  return std::clamp((score - kFloor) / (1.0 - kFloor), 0.0, 0.999999);
}

}  // namespace parallax
