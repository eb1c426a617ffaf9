#pragma once

/// Pairs of sentences with the kinds that must be found between them, either way round.

#include <initializer_list>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax::test {

struct Case {
  const char* left;
  const char* right;
};

inline void each_has(std::initializer_list<Case> cases, const std::string& kind) {
  for (const Case& c : cases) {
    INFO(c.left << " | " << c.right);
    CHECK(labels(compared(c.left, c.right)) == kind);
    CHECK(labels(compared(c.right, c.left)) == kind);
  }
}

}  // namespace parallax::test
