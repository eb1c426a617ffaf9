#include "engine/facts/clock_words.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "models/base/numerals.hpp"
#include "models/text/word_list.hpp"

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

/// "14.00 GMT", "02.15 local time", "18.30 hours", "09.10 Moscow time": tokens of what says that
/// the figure in front is a time of day; 0 if nothing does.
std::size_t zone_behind(const ClaimContext& c, std::size_t i) {
  if (c.is_any(i, {"gmt", "utc", "zulu", "cet", "cest", "eet", "eest", "msk", "bst", "est", "edt",
                   "cst", "pst", "pdt", "wat", "eat", "ist", "hrs", "o'clock"}) ||
      (c.is(i, "hours") && !c.is_any(i + 1, {"of", "later", "earlier", "after", "before"}))) {
    return 1;
  }
  return c.is(i + 1, "time") && (c.is(i, "local") || c.tokens[i].shape == Shape::kCapitalised) ? 2
                                                                                               : 0;
}

/// "on Friday", "on 3 May", "yesterday": the day of a time in front.
bool day_behind(const ClaimContext& c, std::size_t i) {
  if (c.is_any(i, {"yesterday", "today", "tomorrow", "sharp", "precisely"}) ||
      weekday_behind(c, i)) {
    return true;
  }
  std::size_t length = 0;
  return c.is(i, "on") && i + 2 < c.size() &&
         (c.look_up(c.lexicon.month, i + 1, length) != nullptr ||
          c.look_up(c.lexicon.month, i + 2, length) != nullptr);
}

/// "at", "from", "until": leads to a time of day.
bool leads_to_time(const ClaimContext& c, std::size_t i) {
  return i > 0 && c.is_any(i - 1, {"at", "until", "before", "after", "by", "from", "since",
                                   "around", "about", "till", "towards"});
}

/// "Rose by 3.40 on Sunday", "fell from 3.40 on Monday": by how much and from where, not when.
bool measures(const ClaimContext& c, std::size_t i) {
  static constexpr WordList kMoves = {
      "rose",   "rise",   "rises",    "risen",     "rising",    "fell",     "fall",   "falls",
      "fallen", "up",     "down",     "gained",    "gains",     "lost",     "loses",  "climbed",
      "slid",   "grew",   "grown",    "increased", "decreased", "declined", "jumped", "dropped",
      "raised", "cut",    "lowered",  "reduced",   "higher",    "lower",    "moved",  "changed",
      "eased",  "dipped", "advanced", "slipped",   "widened",   "narrowed", "rate",   "index"};
  constexpr std::size_t kFront = 4;
  for (std::size_t back = 2; back <= kFront && back <= i; ++back) {
    if (kMoves.contains(c.folded(i - back))) {
      return true;
    }
  }
  return false;
}

/// "Lost contact at 11.47,", not "closed at 11.47": a time that nothing measures.
bool bare_time(const ClaimContext& c, std::size_t i) {
  if (i < 2 || !c.is(i - 1, "at") ||
      !(i + 1 >= c.size() || c.is_any(i + 1, {",", ".", ";", "and"}))) {
    return false;
  }
  if (c.is_any(i - 2, {"closed",  "traded", "stood",  "stands",   "stand",      "remained",
                       "remains", "put",    "priced", "valued",   "estimated",  "unchanged",
                       "settled", "fixed",  "rate",   "rated",    "set",        "quoted",
                       "index",   "ended",  "opened", "sold",     "calculated", "measured",
                       "held",    "kept",   "pegged", "assessed", "recorded",   "trading"})) {
    return false;
  }
  for (std::size_t at = 0; at < c.size(); ++at) {
    if (c.is_any(at,
                 {"%",      "percent", "cent",      "euros",     "dollars",   "crowns", "index",
                  "points", "shares",  "share",     "inflation", "currency",  "rate",   "average",
                  "ratio",  "section", "paragraph", "article",   "magnitude", "scale",  "price"})) {
      return false;
    }
  }
  return true;
}

/// "at 3.40 on Sunday morning", "at 14.00 GMT": digits with a stop, in front of a day, a part of it
/// or a zone; "at 02.15" says it by its nought.
std::optional<ClockWords> stopped(const ClaimContext& c, std::size_t i) {
  const std::string_view text = c.folded(i);
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || point == 0 || point > 2 || point + 3 != text.size() ||
      text.find_first_not_of("0123456789.") != std::string_view::npos) {
    return std::nullopt;
  }
  const int hour = leading_int(text.substr(0, point));
  const int minute = leading_int(text.substr(point + 1));
  const bool zone = i + 1 < c.size() && zone_behind(c, i + 1) > 0;
  const auto half = half_behind(c, i + 1, hour);
  const bool nought = point == 2 && text[0] == '0' && i > 0 && c.is(i - 1, "at");
  const bool told = zone || nought || bare_time(c, i) ||
                    (leads_to_time(c, i) && !measures(c, i) && (half || day_behind(c, i + 1)));
  if (hour > 23 || minute >= kHour || !told) {
    return std::nullopt;
  }
  return hour > kNoonHour ? ClockWords{hour * kHour + minute, 1} : clock(c, hour, minute, i, 1);
}

/// "at four in the afternoon", "shortly before ten at night": a full hour by the part of the day
/// right behind it.
std::optional<ClockWords> full_hour(const ClaimContext& c, std::size_t i) {
  std::size_t length = 0;
  const auto hour = hour_at(c, i, length);
  if (!hour || !(leads_to_time(c, i) || (i > 1 && c.is(i - 1, "was") && c.is(i - 2, "it")))) {
    return std::nullopt;
  }
  const std::size_t behind = i + length;
  const bool part = (c.is(behind, "in") && c.is(behind + 1, "the") &&
                     c.is_any(behind + 2, {"morning", "afternoon", "evening"})) ||
                    (c.is(behind, "at") && c.is(behind + 1, "night"));
  return part ? std::optional(clock(c, *hour, 0, i, length)) : std::nullopt;
}

}  // namespace

std::optional<ClockWords> read_clock_words(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en") {
    return std::nullopt;
  }
  if (const auto found = spoken(c, i)) {
    return found;
  }
  const auto found = stopped(c, i);
  return found ? found : full_hour(c, i);
}

}  // namespace parallax
