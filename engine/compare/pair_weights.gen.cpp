#include "engine/compare/pair_weights.hpp"

namespace parallax {

std::span<const KindWeights> pair_weights() {
  return {};
}

}  // namespace parallax
