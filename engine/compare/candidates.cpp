/// Candidates through an inverted index over the terms of the right side (Zobel and Moffat,
/// "Inverted files for text search engines", 2006): cosines are accumulated row by row, so that no
/// table of all pairs is ever held.

#include "engine/compare/candidates.hpp"

#include <algorithm>
#include <unordered_map>

namespace parallax {
namespace {

constexpr std::size_t kFewPostings = 400;
constexpr std::size_t kManyPostings = 2000;
constexpr std::size_t kScoreAll = 400'000;
constexpr std::size_t kShortlist = 24;

struct Posting {
  std::uint32_t unit = 0;
  double weight = 0.0;
};
using Postings = std::unordered_map<std::int32_t, std::vector<Posting>>;

Postings postings_of(const std::vector<UnitProfile>& units, const std::vector<bool>& done) {
  Postings postings;
  for (std::uint32_t j = 0; j < units.size(); ++j) {
    if (done[j]) {
      continue;
    }
    for (TermVector::InnerIterator it(units[j].terms); it; ++it) {
      postings[it.index()].push_back({j, static_cast<double>(it.value())});
    }
  }
  return postings;
}

std::size_t free_units(const std::vector<bool>& done) {
  return static_cast<std::size_t>(std::count(done.begin(), done.end(), false));
}

/// Terms in more units than this find nothing alone. The same seen from both sides.
std::size_t most_postings(std::size_t left, std::size_t right) {
  return std::clamp(std::max(left, right) / 4, kFewPostings, kManyPostings);
}

struct Near {
  std::uint32_t unit = 0;
  double cosine = 0.0;
};

bool nearer(const Near& a, const Near& b) {
  return a.cosine != b.cosine ? a.cosine > b.cosine : a.unit < b.unit;
}

/// Sums of one left unit over the right units that it shares a term with.
class Accumulator {
 public:
  explicit Accumulator(std::size_t units) : sums_(units, 0.0), seen_(units, false) {}

  void add(const Posting& posting, double weight) {
    if (!seen_[posting.unit]) {
      seen_[posting.unit] = true;
      touched_.push_back(posting.unit);
    }
    sums_[posting.unit] += posting.weight * weight;
  }

  /// What was touched, ascending by unit; empties the accumulator.
  std::vector<Near> take() {
    std::sort(touched_.begin(), touched_.end());
    std::vector<Near> near;
    near.reserve(touched_.size());
    for (const std::uint32_t unit : touched_) {
      near.push_back({unit, sums_[unit]});
      sums_[unit] = 0.0;
      seen_[unit] = false;
    }
    touched_.clear();
    return near;
  }

 private:
  std::vector<double> sums_;
  std::vector<bool> seen_;
  std::vector<std::uint32_t> touched_;
};

std::vector<Near> neighbours_of(const UnitProfile& unit, const Postings& postings, std::size_t most,
                                Accumulator& sums) {
  for (TermVector::InnerIterator it(unit.terms); it; ++it) {
    const auto found = postings.find(it.index());
    if (found == postings.end() || found->second.size() > most) {
      continue;
    }
    for (const Posting& posting : found->second) {
      sums.add(posting, static_cast<double>(it.value()));
    }
  }
  return sums.take();
}

void keep_nearest(std::vector<Near>& near) {
  if (near.size() > kShortlist) {
    std::nth_element(near.begin(), near.begin() + kShortlist, near.end(), nearer);
    near.resize(kShortlist);
  }
}

}  // namespace

std::vector<CandidatePair> candidate_pairs(const std::vector<UnitProfile>& left,
                                           const std::vector<bool>& left_done,
                                           const std::vector<UnitProfile>& right,
                                           const std::vector<bool>& right_done) {
  const Postings postings = postings_of(right, right_done);
  const std::size_t left_free = free_units(left_done);
  const std::size_t right_free = free_units(right_done);
  const std::size_t most = most_postings(left_free, right_free);
  const bool shortlist = left_free * right_free > kScoreAll;
  std::vector<CandidatePair> pairs;
  std::vector<std::vector<Near>> of_right(shortlist ? right.size() : 0);
  Accumulator sums(right.size());
  for (std::uint32_t i = 0; i < left.size(); ++i) {
    if (left_done[i]) {
      continue;
    }
    std::vector<Near> near = neighbours_of(left[i], postings, most, sums);
    if (shortlist) {
      for (const Near& n : near) {
        of_right[n.unit].push_back({i, n.cosine});
        if (of_right[n.unit].size() >= 4 * kShortlist) {
          keep_nearest(of_right[n.unit]);
        }
      }
      keep_nearest(near);
    }
    for (const Near& n : near) {
      pairs.emplace_back(i, n.unit);
    }
  }
  for (std::uint32_t j = 0; j < of_right.size(); ++j) {
    keep_nearest(of_right[j]);
    for (const Near& n : of_right[j]) {
      pairs.emplace_back(n.unit, j);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace parallax
