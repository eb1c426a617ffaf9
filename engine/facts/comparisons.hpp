#pragma once

/// Amounts that are compared with what they were before. Internal to engine/facts. English.

#include "engine/facts/claim_context.hpp"

namespace parallax {

/// "Fewer visitors than a year ago", "wait longer and longer", "report shorter queues": +1 for more
/// than before, -1 for less; 0 if the word at `i` compares nothing, or not with an earlier time.
/// O(1).
[[nodiscard]] int compared_amount(const ClaimContext& c, std::size_t i);

}  // namespace parallax
