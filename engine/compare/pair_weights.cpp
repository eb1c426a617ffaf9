#include "engine/compare/pair_weights.hpp"

#include <cmath>

namespace parallax {

double probability(const KindWeights& weights, const Traits& traits) {
  double sum = weights.base;
  for (const Step& step : weights.steps) {
    sum += traits[step.trait] > step.threshold ? step.above : step.below;
  }
  return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace parallax
