#include "engine/facts/reckoned_dates.hpp"

#include <chrono>
#include <cmath>

namespace parallax {
namespace {

constexpr int kWeek = 7;

/// So many days before the day of saying; whole weeks are no exact days.
struct Offset {
  int days = 0;
  bool weeks = false;
  std::size_t length = 0;  ///< Tokens.
};

/// "Two weeks ago", "three days earlier".
std::optional<Offset> counted_back(const ClaimContext& c, std::size_t i) {
  std::size_t length = 0;
  const double number = c.is_any(i, {"a", "one"}) ? 1.0 : read_number(c, i, length);
  length = c.is_any(i, {"a", "one"}) ? 1 : length;
  const bool days = c.is_any(i + length, {"day", "days"});
  const bool weeks = c.is_any(i + length, {"week", "weeks"});
  constexpr double kMost = 60.0;
  if (length == 0 || std::isnan(number) || number < 1.0 || number > kMost || !(days || weeks) ||
      !c.is_any(i + length + 1, {"ago", "earlier"})) {
    return std::nullopt;
  }
  const int count = static_cast<int>(number);
  return Offset{weeks ? count * kWeek : count, weeks, length + 2};
}

/// "Yesterday", "the day before", "the day before yesterday", "the previous day".
std::optional<Offset> day_before(const ClaimContext& c, std::size_t i) {
  if (c.is(i, "yesterday")) {
    return Offset{1, false, 1};
  }
  if (!c.is(i, "the")) {
    return std::nullopt;
  }
  if (c.is_any(i + 1, {"previous", "preceding"}) && c.is(i + 2, "day")) {
    return Offset{1, false, 3};
  }
  if (!c.is(i + 1, "day") || !c.is(i + 2, "before")) {
    return std::nullopt;
  }
  if (c.is(i + 3, "yesterday")) {
    return Offset{2, false, 4};
  }
  const bool last = i + 3 >= c.size() || c.punctuation(i + 3);  // not "the day before the vote"
  return last ? std::optional(Offset{1, false, 3}) : std::nullopt;
}

DateValue weekday_back(const DateValue& said, int days) {
  return {.weekday = (said.weekday - 1 - days % kWeek + kWeek) % kWeek + 1};
}

/// The day so far back; a week to choose from where weeks are counted.
DateValue day_back(const DateValue& said, const Offset& offset) {
  constexpr int kAnyYear = 2001;
  const int back = offset.days + (offset.weeks ? kWeek / 2 : 0);
  const std::chrono::sys_days day =
      std::chrono::sys_days(std::chrono::year(said.year != 0 ? said.year : kAnyYear) /
                            std::chrono::month(static_cast<unsigned>(said.month)) /
                            std::chrono::day(static_cast<unsigned>(said.day))) -
      std::chrono::days(back);
  const std::chrono::year_month_day found(day);
  return {.year = said.year != 0 ? static_cast<int>(found.year()) : 0,
          .month = static_cast<int>(static_cast<unsigned>(found.month())),
          .day = static_cast<int>(static_cast<unsigned>(found.day())),
          .days = offset.weeks ? kWeek : 0};
}

/// The one day on which the claim is said; nullptr if there is none, or another day is told.
const DateMention* day_said(const Claim& claim) {
  const bool one = claim.dates.size() == 1 && claim.dates.front().frame;
  return one ? &claim.dates.front() : nullptr;
}

}  // namespace

std::optional<DateMention> reckoned_date(const ClaimContext& c, const Claim& claim) {
  const DateMention* said = day_said(claim);
  const bool weekday = said != nullptr && said->value.weekday != 0 && said->value.day == 0;
  const bool day = said != nullptr && said->value.month != 0 && said->value.day != 0;
  if (!weekday && !day) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < c.size(); ++i) {
    auto offset = day_before(c, i);
    offset = offset ? offset : counted_back(c, i);
    if (!offset || (weekday && !day && (offset->weeks || offset->days >= kWeek))) {
      continue;
    }
    DateMention mention;
    mention.value = day ? day_back(said->value, *offset) : weekday_back(said->value, offset->days);
    mention.first_token = static_cast<std::uint32_t>(i) + c.first_token;
    mention.last_token = mention.first_token + static_cast<std::uint32_t>(offset->length) - 1;
    mention.span = c.span(i, i + offset->length - 1);
    return mention;
  }
  return std::nullopt;
}

}  // namespace parallax
