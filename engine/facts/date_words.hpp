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

/// A day of the year that goes by a name: "Christmas Eve", "New Year's Day".
struct FeastDay {
  int month = 0, day = 0, days = 0;
  std::size_t length = 0;  ///< Tokens.
};

/// Nothing if none begins at token `i`. English.
[[nodiscard]] std::optional<FeastDay> read_feast_day(const ClaimContext& c, std::size_t i);

struct MonthsOfYear {
  int first = 0;
  int months = 0;
  std::size_t length = 0;  ///< Tokens.
};

/// "The first six months of the year", "the last three months of"; nothing if there are none.
[[nodiscard]] std::optional<MonthsOfYear> read_months_of_year(const ClaimContext& c, std::size_t i);

/// A year that tells which of several texts or events is meant: "the 2009 readmission agreement",
/// "the 2011 referendum".
[[nodiscard]] bool year_of_thing(const ClaimContext& c, std::size_t i);
/// The same behind the text: "the fisheries accord of 2013".
[[nodiscard]] bool text_of_year(const ClaimContext& c, std::size_t i);
/// "Mid-2024", "in early 2024": a part of the year stands in front of the year at `i`.
[[nodiscard]] bool part_of_year_ahead(const ClaimContext& c, std::size_t i);

/// "The end of December", "early March", "mid-2024": the days or months that are meant of a month
/// or year that is given alone; true if there is such a part, which the mention then begins with.
/// REQUIRES: tokens of the mention counted from the claim's first.
bool narrow_to_part(const ClaimContext& c, DateMention& mention);

/// "From January to June", "between January and the end of June": what stands between the month or
/// year that begins at `first` and ends in front of `joint` and the next one at `next` makes them
/// one stretch.
[[nodiscard]] bool joins_periods(const ClaimContext& c, std::size_t first, std::size_t joint,
                                 std::size_t next);

}  // namespace parallax
