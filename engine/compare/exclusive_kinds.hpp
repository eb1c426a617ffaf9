#pragma once

/// Which kinds of things (category.tsv) exclude each other.

#include "engine/facts/claim.hpp"

namespace parallax {

/// One thing cannot be both. A university may be called a place, a festival a show, a state a
/// country; of persons, only trades that hardly go together count. Symmetric.
[[nodiscard]] bool excludes(const Kind& a, const Kind& b);

/// Two traits of one set that may describe one thing: genres that blur. Symmetric.
[[nodiscard]] bool blurred(const Kind& a, const Kind& b);

}  // namespace parallax
