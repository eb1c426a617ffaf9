/// Alignment in four steps: equal units in order; candidates through shared stems; best score
/// first; groups where a leftover neighbour makes a pair clearly better.

#include "engine/compare/align.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "engine/compare/candidates.hpp"
#include "engine/compare/similarity.hpp"

namespace parallax {
namespace {

/// A neighbour joins a pair if the joint score rises by this much.
constexpr double kGroupGain = 0.03;
constexpr std::size_t kMaxGroup = 4;
constexpr std::size_t kMaxReasons = 8;

using Profiles = std::vector<UnitProfile>;

struct Scored {
  std::uint32_t left = 0, right = 0;
  double score = 0.0;
};

/// Total order that mirrors under a swap of the sides.
bool before(const Scored& a, const Scored& b, double scale) {
  if (a.score != b.score) {
    return a.score > b.score;
  }
  const double offset_a = std::abs(a.left * scale - a.right);
  const double offset_b = std::abs(b.left * scale - b.right);
  if (offset_a != offset_b) {
    return offset_a < offset_b;
  }
  if (a.left + a.right != b.left + b.right) {
    return a.left + a.right < b.left + b.right;
  }
  return a.left < b.left;
}

struct State {
  const std::vector<AlignUnit>& left_units;
  const std::vector<AlignUnit>& right_units;
  const WordTable& words;
  const BackgroundModel* model;
  Profiles left, right;
  std::vector<bool> left_done, right_done;
  Alignment result;
};

AlignedPair pair_of(std::uint32_t left, std::uint32_t right, double score, const char* how) {
  AlignedPair pair;
  pair.left = {left};
  pair.right = {right};
  pair.similarity = score;
  pair.matched_by = how;
  return pair;
}

void match_exact(State& s) {
  std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> by_sequence;
  for (std::uint32_t j = 0; j < s.right.size(); ++j) {
    if (!s.right[j].sequence.empty()) {
      by_sequence[s.right[j].sequence].push_back(j);
    }
  }
  std::map<std::vector<std::uint32_t>, std::size_t> used;
  for (std::uint32_t i = 0; i < s.left.size(); ++i) {
    const auto it = by_sequence.find(s.left[i].sequence);
    if (it == by_sequence.end()) {
      continue;
    }
    std::size_t& next = used[it->first];
    if (next < it->second.size()) {
      const std::uint32_t j = it->second[next++];
      s.left_done[i] = true;
      s.right_done[j] = true;
      s.result.pairs.push_back(pair_of(i, j, 1.0, "exact"));
    }
  }
}

std::vector<Scored> candidates(const State& s, double floor) {
  std::vector<Scored> found;
  for (const auto& [i, j] : candidate_pairs(s.left, s.left_done, s.right, s.right_done)) {
    const double score = similarity(s.left[i], s.right[j]);
    if (score >= floor) {
      found.push_back({i, j, score});
    }
  }
  const double scale =
      s.left.empty() ? 1.0
                     : static_cast<double>(s.right.size()) / static_cast<double>(s.left.size());
  std::sort(found.begin(), found.end(),
            [&](const Scored& a, const Scored& b) { return before(a, b, scale); });
  return found;
}

void match_scored(State& s, double floor) {
  for (const Scored& c : candidates(s, floor)) {
    if (!s.left_done[c.left] && !s.right_done[c.right]) {
      s.left_done[c.left] = true;
      s.right_done[c.right] = true;
      s.result.pairs.push_back(pair_of(c.left, c.right, c.score, "score"));
    }
  }
}

/// Joint unit of neighbouring units; their tokens are contiguous in the document.
UnitProfile joint(const State& s, const std::vector<AlignUnit>& units,
                  const std::vector<std::uint32_t>& members) {
  AlignUnit unit = units[members.front()];
  const AlignUnit& last = units[members.back()];
  unit.count = static_cast<std::size_t>(last.first + last.count - unit.first);
  return profile_of(unit, s.words, s.model);
}

/// Score of a pair with one more left or right member. REQUIRES: `extra` is next to that side.
double with_neighbour(const State& s, const AlignedPair& pair, bool left, std::uint32_t extra) {
  std::vector<std::uint32_t> l = pair.left;
  std::vector<std::uint32_t> r = pair.right;
  std::vector<std::uint32_t>& grown = left ? l : r;
  grown.insert(std::lower_bound(grown.begin(), grown.end(), extra), extra);
  return similarity(joint(s, s.left_units, l), joint(s, s.right_units, r));
}

struct Growth {
  std::size_t pair = 0;
  std::uint32_t unit = 0;
  double score = 0.0;
  double gain = 0.0;
};

/// Best pair that a leftover unit may join.
std::optional<Growth> best_growth(const State& s, bool left, std::uint32_t unit) {
  std::optional<Growth> best;
  for (std::size_t p = 0; p < s.result.pairs.size(); ++p) {
    const AlignedPair& pair = s.result.pairs[p];
    const auto& side = left ? pair.left : pair.right;
    const bool next_to = unit + 1 == side.front() || unit == side.back() + 1;
    if (!next_to || pair.matched_by == "exact" || side.size() >= kMaxGroup) {
      continue;
    }
    const double score = with_neighbour(s, pair, left, unit);
    const double gain = score - pair.similarity;
    if (gain >= kGroupGain && (!best || gain > best->gain)) {
      best = Growth{p, unit, score, gain};
    }
  }
  return best;
}

void grow(State& s, bool left) {
  std::vector<bool>& done = left ? s.left_done : s.right_done;
  for (std::uint32_t unit = 0; unit < done.size(); ++unit) {
    if (done[unit]) {
      continue;
    }
    const auto growth = best_growth(s, left, unit);
    if (!growth) {
      continue;
    }
    AlignedPair& pair = s.result.pairs[growth->pair];
    auto& side = left ? pair.left : pair.right;
    side.insert(std::lower_bound(side.begin(), side.end(), unit), unit);
    pair.similarity = growth->score;
    pair.matched_by = "group";
    done[unit] = true;
  }
}

std::string surface_of(const AlignUnit& unit, const WordTable& words, std::int32_t stem) {
  for (std::size_t i = 0; i < unit.count; ++i) {
    const Token& token = unit.first[i];
    if (static_cast<std::int32_t>(words[token.word].stem_id) == stem &&
        token.kind != TokenKind::kPunctuation) {
      return words[token.word].folded;
    }
  }
  return {};
}

void explain(const State& s, AlignedPair& pair) {
  const UnitProfile a = joint(s, s.left_units, pair.left);
  const UnitProfile b = joint(s, s.right_units, pair.right);
  for (const SharedTerm& shared : shared_terms(a.terms, b.terms)) {
    std::string term;
    for (const std::uint32_t member : pair.left) {
      term = term.empty() ? surface_of(s.left_units[member], s.words, shared.term) : term;
    }
    pair.why.push_back({std::move(term), std::min(1.0, shared.share)});
  }
  std::sort(pair.why.begin(), pair.why.end(), [](const AlignedTerm& x, const AlignedTerm& y) {
    return x.weight != y.weight ? x.weight > y.weight : x.term < y.term;
  });
  if (pair.why.size() > kMaxReasons) {
    pair.why.resize(kMaxReasons);
  }
}

/// Length of the longest chain of rising values that ends at each place (patience sorting; Fredman
/// 1975). Complexity: O(n log n).
std::vector<std::size_t> rising_lengths(const std::vector<std::int64_t>& values) {
  std::vector<std::int64_t> tails;
  std::vector<std::size_t> lengths;
  for (const std::int64_t value : values) {
    const auto at = std::lower_bound(tails.begin(), tails.end(), value);
    lengths.push_back(static_cast<std::size_t>(at - tails.begin()) + 1);
    if (at == tails.end()) {
      tails.push_back(value);
    } else {
      *at = value;
    }
  }
  return lengths;
}

/// A pair has moved unless every longest chain of pairs that keep the order holds it: of two pairs
/// that changed places, both have. REQUIRES: pairs in left order. Mirrored by swapping sides.
void mark_moves(std::vector<AlignedPair>& pairs) {
  const std::size_t n = pairs.size();
  std::vector<std::int64_t> forward;
  std::vector<std::int64_t> backward;
  for (std::size_t i = 0; i < n; ++i) {
    forward.push_back(pairs[i].right.front());
    backward.push_back(-static_cast<std::int64_t>(pairs[n - 1 - i].right.front()));
  }
  const std::vector<std::size_t> up_to = rising_lengths(forward);
  const std::vector<std::size_t> from = rising_lengths(backward);
  const std::size_t longest = n == 0 ? 0 : *std::max_element(up_to.begin(), up_to.end());
  std::vector<std::size_t> at_step(longest + 1, 0);
  const auto on_longest = [&](std::size_t i) { return up_to[i] + from[n - 1 - i] - 1 == longest; };
  for (std::size_t i = 0; i < n; ++i) {
    at_step[up_to[i]] += on_longest(i) ? 1U : 0U;
  }
  for (std::size_t i = 0; i < n; ++i) {
    pairs[i].moved = !on_longest(i) || at_step[up_to[i]] > 1;
  }
}

Profiles profiles_of(const std::vector<AlignUnit>& units, const WordTable& words,
                     const BackgroundModel* model) {
  Profiles profiles;
  profiles.reserve(units.size());
  for (const AlignUnit& unit : units) {
    profiles.push_back(profile_of(unit, words, model));
  }
  return profiles;
}

}  // namespace

double unit_similarity(const AlignUnit& a, const AlignUnit& b, const WordTable& words,
                       const BackgroundModel* model) {
  return similarity(profile_of(a, words, model), profile_of(b, words, model));
}

Alignment align(const std::vector<AlignUnit>& left, const std::vector<AlignUnit>& right,
                const WordTable& words, const BackgroundModel* model, const AlignOptions& options) {
  State s{left,
          right,
          words,
          model,
          profiles_of(left, words, model),
          profiles_of(right, words, model),
          std::vector<bool>(left.size(), false),
          std::vector<bool>(right.size(), false),
          {}};
  match_exact(s);
  match_scored(s, options.min_similarity);
  grow(s, true);
  grow(s, false);
  std::sort(
      s.result.pairs.begin(), s.result.pairs.end(),
      [](const AlignedPair& a, const AlignedPair& b) { return a.left.front() < b.left.front(); });
  for (AlignedPair& pair : s.result.pairs) {
    explain(s, pair);
  }
  mark_moves(s.result.pairs);
  for (std::uint32_t i = 0; i < left.size(); ++i) {
    if (!s.left_done[i]) {
      s.result.only_left.push_back(i);
    }
  }
  for (std::uint32_t j = 0; j < right.size(); ++j) {
    if (!s.right_done[j]) {
      s.result.only_right.push_back(j);
    }
  }
  return std::move(s.result);
}

}  // namespace parallax
