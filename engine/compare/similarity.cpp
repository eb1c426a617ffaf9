/// A linear blend of wording features, fitted on paraphrase and graded similarity data: term cosine
/// with a damped background idf, character trigrams (which see inflection and spelling variants),
/// the common subsequence and the lengths. Shared triples and skip pairs (Lin and Och 2004,
/// ROUGE-S) count against a pair whose other features are as good: what remains is overlap by
/// formula.

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

HashCounts counted(std::vector<std::uint32_t> keys) {
  std::sort(keys.begin(), keys.end());
  HashCounts out;
  for (const std::uint32_t key : keys) {
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

struct Shared {
  std::uint64_t both = 0, left = 0, right = 0;
};

Shared shared_counts(const HashCounts& a, const HashCounts& b) {
  Shared s;
  for (const auto& [key, n] : a) {
    s.left += n;
  }
  for (const auto& [key, n] : b) {
    s.right += n;
  }
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->first < j->first) {
      ++i;
    } else if (j->first < i->first) {
      ++j;
    } else {
      s.both += std::min(i->second, j->second);
      ++i;
      ++j;
    }
  }
  return s;
}

double share_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

double dice(const HashCounts& a, const HashCounts& b) {
  const Shared s = shared_counts(a, b);
  return share_of(2 * s.both, s.left + s.right);
}

/// Share of the side that has fewer of them.
double over_smaller(const HashCounts& a, const HashCounts& b) {
  const Shared s = shared_counts(a, b);
  return share_of(s.both, std::min(s.left, s.right));
}

struct NumberGaps {
  bool left = false, right = false;  ///< Has a number that the other side lacks.
};

NumberGaps number_gaps(const UnitProfile& a, const UnitProfile& b) {
  return {!std::includes(b.numbers.begin(), b.numbers.end(), a.numbers.begin(), a.numbers.end()),
          !std::includes(a.numbers.begin(), a.numbers.end(), b.numbers.begin(), b.numbers.end())};
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

constexpr std::size_t kSkipWords = 4;
constexpr double kLengthGap = 20.0;
constexpr double kLengthEnough = 30.0;

/// Weights of the features, in the order of `features`. Ridge regression on MSRP train (weight 4)
/// and twelve STS sets (0.3 and 0.1 each), features chosen by five-fold cross-validation on MSRP
/// train.
constexpr std::array<double, kFeatureCount> kBlend = {0.28,  0.58,  0.29,   0.13,  -0.27, -0.14,
                                                      -0.17, -0.11, -0.045, -0.34, 0.12};
/// Puts unrelated sentences near 0 and equal ones near 1.
constexpr double kOffset = 0.21;

/// Shared and neighbouring stems of a unit, hashed.
void add_runs(const std::vector<std::uint32_t>& stems, UnitProfile& p) {
  std::vector<std::uint32_t> triples;
  std::vector<std::uint32_t> skips;
  for (std::size_t i = 0; i < stems.size(); ++i) {
    if (i + 2 < stems.size()) {
      triples.push_back(mix(mix(mix(kFnvOffset, stems[i]), stems[i + 1]), stems[i + 2]));
    }
    for (std::size_t k = i + 1; k < stems.size() && k <= i + kSkipWords; ++k) {
      skips.push_back(mix(mix(kFnvOffset, stems[i]), stems[k]));
    }
  }
  p.triples = counted(std::move(triples));
  p.skips = counted(std::move(skips));
}

}  // namespace

UnitProfile profile_of(const AlignUnit& unit, const WordTable& words,
                       const BackgroundModel* model) {
  UnitProfile p;
  std::map<std::uint32_t, std::pair<std::uint32_t, const Word*>> counts;
  std::vector<std::uint32_t> stems;
  std::vector<std::uint32_t> letters;
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
    stems.push_back(stem);
    add_grams(word.folded, letters);
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
  p.letters = counted(std::move(letters));
  add_runs(stems, p);
  std::sort(p.numbers.begin(), p.numbers.end());
  p.numbers.erase(std::unique(p.numbers.begin(), p.numbers.end()), p.numbers.end());
  return p;
}

std::array<double, kFeatureCount> features(const UnitProfile& a, const UnitProfile& b) {
  const NumberGaps gaps = number_gaps(a, b);
  const auto left = static_cast<double>(a.sequence.size());
  const auto right = static_cast<double>(b.sequence.size());
  return {cosine(a.terms, b.terms),
          dice(a.letters, b.letters),
          common_subsequence(a.sequence, b.sequence),
          cosine(a.plain, b.plain),
          ratio(left, right),
          over_smaller(a.triples, b.triples),
          over_smaller(a.skips, b.skips),
          gaps.left && gaps.right ? 1.0 : 0.0,
          gaps.left != gaps.right ? 1.0 : 0.0,
          std::min(1.0, std::abs(left - right) / kLengthGap),
          std::min(1.0, std::min(left, right) / kLengthEnough)};
}

double similarity(const UnitProfile& a, const UnitProfile& b) {
  if (a.sequence.empty() || b.sequence.empty()) {
    return 0.0;
  }
  if (a.sequence == b.sequence) {
    return 1.0;
  }
  const auto f = features(a, b);
  double score = kOffset;
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    score += kBlend[i] * f[i];
  }
  // Different word sequences are never called identical.
  return std::clamp(score, 0.0, 0.999999);
}

}  // namespace parallax
