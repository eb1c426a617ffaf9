#pragma once

/// Where dates stand and when two of them, or of times, exclude each other. Internal to the date
/// rules.

#include <cstdint>
#include <optional>

#include "engine/facts/claim.hpp"

namespace parallax {

/// "before" or "after" a date.
[[nodiscard]] bool is_bound(const DateMention& date);

/// Days that a calendar date covers: 1 for a day, 28 to 31 for a month; 1 where it is no calendar
/// date.
[[nodiscard]] long days_covered(const DateMention& date);

/// True if the two cannot both hold, with what stands in front of them and in every reading of
/// them; nothing where they cannot be compared.
[[nodiscard]] std::optional<bool> dates_apart(const DateMention& a, const DateMention& b);

/// The clause in which a date stands; 0 if no term covers it or follows it. O(terms).
[[nodiscard]] std::uint8_t clause_of(const Claim& claim, const DateMention& date);

}  // namespace parallax
