#pragma once

/// English words around dates: "dates from", "up to", "in 1492", "the ninth century". Internal to
/// the date reader.

#include <cstddef>
#include <optional>

#include "engine/facts/claim_context.hpp"

namespace parallax {

/// The use that a phrase which ends at token `at` gives a date behind it: "dates from" says when,
/// not since when; "up to" a last day. Nothing if there is no such phrase.
[[nodiscard]] std::optional<DateUse> use_of_phrase(const ClaimContext& c, std::size_t at);

struct FarYears {
  int first = 0;           ///< The year, or the first one of the century.
  int years = 0;           ///< 100 of a century, 0 of one year.
  std::size_t length = 0;  ///< Tokens.
};

/// A year before 1800 or a century in words that begins at token `i`; nothing if there is none.
[[nodiscard]] std::optional<FarYears> read_far_years(const ClaimContext& c, std::size_t i);

}  // namespace parallax
