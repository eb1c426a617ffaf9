#pragma once

/// How many pairs are how similar.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace parallax {

struct Similarities {
  static constexpr std::size_t kSteps = 50;

  double from = 0.0;  ///< Pairs below are not counted.
  /// Step k counts [k / 50, (k + 1) / 50); the last counts 1, too.
  std::vector<std::uint64_t> counts = std::vector<std::uint64_t>(kSteps);

  /// REQUIRES: 0 <= score <= 1
  void add(double score) {
    if (score >= from) {
      ++counts[std::min(static_cast<std::size_t>(score * kSteps), kSteps - 1)];
    }
  }
};

}  // namespace parallax
