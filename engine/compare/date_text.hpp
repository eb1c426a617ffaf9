#pragma once

/// A date or time in writing, as far as it is given.

#include <string>

#include "engine/compare/comparison.hpp"
#include "engine/facts/claim.hpp"

namespace parallax {

/// Minutes from midnight as "HH:MM"; a minute of the day after is told as its time of day.
[[nodiscard]] std::string clock_text(int minute);

/// For programs: ISO 8601 with what is missing left out ("2024-06-03", "2024-06", "--06-03"), a
/// range of days or times with "..", a time behind a space; the weekday in English if nothing else
/// is given.
[[nodiscard]] std::string date_iso(const DateValue& date);

/// For people, in English: "3 June 2024, 03:50", "June 2024", "3 to 5 June", "Monday".
[[nodiscard]] std::string date_words(const DateValue& date);

/// The same with "before" or "after".
[[nodiscard]] std::string mention_words(const DateMention& date);

/// Field date as in `date_iso`; from and to if a time is given.
[[nodiscard]] Value date_value(const DateValue& date);

}  // namespace parallax
