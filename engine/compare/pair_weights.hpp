#pragma once

/// How sure it is that a suspect is a divergence: an additive logistic model of one step function a
/// trait, fitted to labelled pairs by boosting (J. Friedman, T. Hastie, R. Tibshirani: Additive
/// logistic regression, Annals of Statistics 28, 2000). `pair_weights.gen.cpp` is written by
/// tests/pairs/fit_weights.py. Internal to diverge_weighed.

#include <span>
#include <string_view>

#include "engine/compare/pair_traits.hpp"

namespace parallax {

/// Adds `above` where the trait exceeds `threshold`, else `below`.
struct Step {
  Trait trait;
  double threshold;
  double below;
  double above;
};

/// The model of one kind.
struct KindWeights {
  std::string_view kind;
  double base;    ///< Sum of no step.
  double enough;  ///< Least probability that is reported.
  std::span<const Step> steps;
};

/// Models by kind. Lifetime: static.
[[nodiscard]] std::span<const KindWeights> pair_weights();

/// Probability by the model, in (0, 1).
[[nodiscard]] double probability(const KindWeights& weights, const Traits& traits);

}  // namespace parallax
