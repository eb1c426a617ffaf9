#pragma once

/// Log-odds with an informative Dirichlet prior, written term by term from the formula in
/// engine/compare/distinctive.hpp.

#include <cmath>
#include <map>
#include <string>

namespace parallax::reference {

/// term -> {count on the left, count on the right}; `frequency` gives the background's count.
template <class Frequency>
std::map<std::string, double> log_odds(const std::map<std::string, std::pair<int, int>>& counts,
                                       const Frequency& frequency) {
  double n_a = 0.0;
  double n_b = 0.0;
  double all = 0.0;
  for (const auto& [term, c] : counts) {
    n_a += c.first;
    n_b += c.second;
    all += frequency(term) + 0.5;
  }
  const double a0 = 5.0 * (n_a + n_b);
  std::map<std::string, double> z;
  for (const auto& [term, c] : counts) {
    const double a = a0 * (frequency(term) + 0.5) / all;
    const double d = std::log((c.first + a) / (n_a + a0 - c.first - a)) -
                     std::log((c.second + a) / (n_b + a0 - c.second - a));
    z[term] = d / std::sqrt(1.0 / (c.first + a) + 1.0 / (c.second + a));
  }
  return z;
}

}  // namespace parallax::reference
