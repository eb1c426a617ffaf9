#include "engine/facts/clock_words.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "models/base/numerals.hpp"

namespace parallax {
namespace {

constexpr int kHour = 60;
constexpr int kNoonHour = 12;
/// Tokens behind a time in which the part of the day may stand: "at 3.40 on Sunday morning".
constexpr std::size_t kReach = 4;

/// Minutes of "five", "a quarter", "half", "twenty-five minutes"; `length` their tokens.
std::optional<int> minutes_at(const ClaimContext& c, std::size_t i, std::size_t& length) {
  std::size_t at = i;
  if (c.is(at, "a") && c.is(at + 1, "quarter")) {
    ++at;
  }
  if (c.is_any(at, {"quarter", "half"})) {
    length = at + 1 - i;
    return c.is(at, "half") ? kHour / 2 : kHour / 4;
  }
  std::size_t words = 0;
  const double number = read_number(c, i, words);
  if (std::isnan(number) || number < 1 || number >= kHour || number != std::trunc(number)) {
    return std::nullopt;
  }
  length = words + (c.is_any(i + words, {"minutes", "minute"}) ? 1 : 0);
  return static_cast<int>(number);
}

std::optional<int> hour_at(const ClaimContext& c, std::size_t i, std::size_t& length) {
  if (i >= c.size()) {
    return std::nullopt;
  }
  const double number = read_number(c, i, length);
  const bool hour = !std::isnan(number) && length == 1 && number >= 1 && number <= kNoonHour &&
                    number == std::trunc(number);
  return hour ? std::optional(static_cast<int>(number)) : std::nullopt;
}

/// A part of the day behind the time: 12 for the later half, 0 for the earlier one; nothing if none
/// is given.
std::optional<int> half_behind(const ClaimContext& c, std::size_t i, int hour) {
  constexpr int kEvening = 6;  // "at ten at night", "at two at night"
  for (std::size_t at = i; at < std::min(c.size(), i + kReach); ++at) {
    if (c.is_any(at, {"afternoon", "evening", "p.m", "pm"})) {
      return kNoonHour;
    }
    if (c.is_any(at, {"morning", "a.m", "am"})) {
      return 0;
    }
    if (c.is(at, "night")) {
      return hour >= kEvening && hour < kNoonHour ? kNoonHour : 0;
    }
    std::size_t length = 0;
    if (!c.is_any(at, {"on", "in", "the", "this", "at"}) &&
        c.look_up(c.lexicon.weekday, at, length) == nullptr) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

bool weekday_behind(const ClaimContext& c, std::size_t i) {
  if (!c.is(i, "on")) {
    return false;
  }
  std::size_t length = 0;
  return i + 1 < c.size() && c.look_up(c.lexicon.weekday, i + 1, length) != nullptr;
}

ClockWords clock(const ClaimContext& c, int hour, int minute, std::size_t i, std::size_t length) {
  constexpr int kDay = 24 * kHour;
  const auto half = half_behind(c, i + length, hour);
  const int from = half ? hour % kNoonHour + *half : hour;  // "at 12.40 on Sunday" is past noon
  return {(from * kHour + minute + kDay) % kDay, length};
}

/// "ten past five", "quarter to nine".
std::optional<ClockWords> spoken(const ClaimContext& c, std::size_t i) {
  std::size_t words = 0;
  const auto minutes = minutes_at(c, i, words);
  if (!minutes || !c.is_any(i + words, {"past", "to"})) {
    return std::nullopt;
  }
  const bool to = c.is(i + words, "to");
  std::size_t hour_words = 0;
  const auto hour = hour_at(c, i + words + 1, hour_words);
  // "from ten to five", "cut by a quarter to twelve per cent": no time of day
  const std::size_t length = words + 1 + hour_words;
  const bool led =
      i > 0 && c.is_any(i - 1, {"at", "until", "before", "after", "around", "about", "since"});
  const bool told = hour && (led || half_behind(c, i + length, *hour));
  if (!hour || (to && (!told || c.is(i + words - 1, "half"))) ||
      c.is_any(i + length,
               {"%", "per", "percent", "minutes", "hours", "days", "months", "years"})) {
    return std::nullopt;
  }
  return clock(c, *hour, to ? -*minutes : *minutes, i, length);
}

/// "at 3.40 on Sunday morning": digits with a stop, in front of a day or a part of it.
std::optional<ClockWords> stopped(const ClaimContext& c, std::size_t i) {
  const std::string_view text = c.folded(i);
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || point == 0 || point > 2 || point + 3 != text.size() ||
      text.find_first_not_of("0123456789.") != std::string_view::npos || i == 0 ||
      !c.is_any(i - 1, {"at", "until", "before", "after"})) {
    return std::nullopt;
  }
  const int hour = leading_int(text.substr(0, point));
  const int minute = leading_int(text.substr(point + 1));
  const auto half = half_behind(c, i + 1, hour);
  if (hour > 23 || minute >= kHour || !(half || weekday_behind(c, i + 1))) {
    return std::nullopt;
  }
  return hour > kNoonHour ? ClockWords{hour * kHour + minute, 1} : clock(c, hour, minute, i, 1);
}

}  // namespace

std::optional<ClockWords> read_clock_words(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en") {
    return std::nullopt;
  }
  const auto found = spoken(c, i);
  return found ? found : stopped(c, i);
}

}  // namespace parallax
