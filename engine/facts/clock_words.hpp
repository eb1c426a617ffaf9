#pragma once

/// English clock times without "a.m." or "p.m.": "ten past five", "half past six in the evening",
/// "at 3.40 on Sunday morning". Internal to the date reader.

#include <cstddef>
#include <optional>

#include "engine/facts/claim_context.hpp"

namespace parallax {

struct ClockWords {
  int minute = 0;          ///< From 00:00. Read as before noon where no part of the day says else.
  std::size_t length = 0;  ///< Tokens.
};

/// The time that begins at token `i` of the claim; nothing if there is none.
[[nodiscard]] std::optional<ClockWords> read_clock_words(const ClaimContext& c, std::size_t i);

}  // namespace parallax
