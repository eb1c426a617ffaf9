#pragma once

/// Parts of the alignment written down as plainly as possible. Never tuned.

#include <vector>

#include "engine/compare/align.hpp"
#include "engine/compare/candidates.hpp"

namespace parallax::reference {

/// All free pairs that share a term which stands in at most `most` free right units.
inline std::vector<CandidatePair> candidate_pairs(const std::vector<UnitProfile>& left,
                                                  const std::vector<bool>& left_done,
                                                  const std::vector<UnitProfile>& right,
                                                  const std::vector<bool>& right_done,
                                                  std::size_t most) {
  std::vector<CandidatePair> pairs;
  for (std::uint32_t i = 0; i < left.size(); ++i) {
    for (std::uint32_t j = 0; j < right.size(); ++j) {
      bool shares = false;
      for (const SharedTerm& term : shared_terms(left[i].terms, right[j].terms)) {
        std::size_t holders = 0;
        for (std::size_t k = 0; k < right.size(); ++k) {
          holders += !right_done[k] && right[k].terms.coeff(term.term) != 0.0F ? 1U : 0U;
        }
        shares = shares || holders <= most;
      }
      if (shares && !left_done[i] && !right_done[j]) {
        pairs.emplace_back(i, j);
      }
    }
  }
  return pairs;
}

/// Which places of a permutation lie outside the intersection of all longest rising subsequences:
/// by trying every subset. REQUIRES: at most 12 values.
inline std::vector<bool> moved(const std::vector<std::uint32_t>& values) {
  std::size_t longest = 0;
  std::vector<bool> on_every(values.size(), true);
  for (std::uint32_t subset = 0; subset < (1U << values.size()); ++subset) {
    std::size_t size = 0;
    bool rising = true;
    std::int64_t last = -1;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if ((subset >> i & 1U) != 0) {
        rising = rising && values[i] > last;
        last = values[i];
        ++size;
      }
    }
    if (!rising || size < longest) {
      continue;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool in = (subset >> i & 1U) != 0;
      on_every[i] = size > longest ? in : on_every[i] && in;
    }
    longest = size;
  }
  std::vector<bool> result;
  for (const bool every : on_every) {
    result.push_back(!every);
  }
  return result;
}

}  // namespace parallax::reference
