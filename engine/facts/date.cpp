/// Dates and times: written forms of the document's language, numeric forms, years, parts of the
/// day.

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "engine/facts/claim_context.hpp"
#include "engine/facts/clock_words.hpp"
#include "engine/facts/date_words.hpp"
#include "models/base/numerals.hpp"

namespace parallax {
namespace {

constexpr int kMinutesPerHour = 60;
constexpr int kNoon = 720;

struct Found {
  DateValue value;
  std::size_t length = 0;
  bool ambiguous = false;
  bool relative = false;
};

std::optional<int> whole_number(const ClaimContext& c, std::size_t i, int low, int high) {
  if (i >= c.size() || c.taken[i]) {
    return std::nullopt;
  }
  if (low == 1 && c.has(i, FunctionClass::kFirst)) {
    return 1;
  }
  std::string_view text = c.folded(i);
  for (const std::string_view suffix : {"st", "nd", "rd", "th", "er", "o"}) {
    if (text.size() > suffix.size() && text.ends_with(suffix) && text.size() <= 4) {
      text.remove_suffix(suffix.size());
      break;
    }
  }
  if (text.empty() || text.size() > 8 || text.find_first_of(".,") != std::string_view::npos) {
    return std::nullopt;
  }
  const double value = digits_value(text, "en");
  if (std::isnan(value) || value != std::floor(value) || value < low || value > high) {
    return std::nullopt;
  }
  return static_cast<int>(value);
}

std::optional<int> year_at(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kDigits = 4;
  if (i >= c.size() || (c.folded(i).size() != kDigits && c.folded(i).size() != 2 * kDigits)) {
    return std::nullopt;  // digits of other scripts take two bytes each
  }
  return whole_number(c, i, 1500, 2199);
}

int table_value(const ClaimContext& c, const FactTable& table, std::size_t i, std::size_t& length) {
  length = 0;
  if (i >= c.size()) {
    return 0;
  }
  const auto* row = c.look_up(table, i, length);
  return row == nullptr || length == 0 ? 0 : leading_int(row->front());
}

/// Month name; short or ambiguous words ("may", "mar") count only when written with a capital
/// letter.
int month_at(const ClaimContext& c, std::size_t i, std::size_t& length) {
  const int month = table_value(c, c.lexicon.month, i, length);
  const bool cased =
      c.lexicon.language == "en" || c.lexicon.language == "de" || c.lexicon.language == "tr";
  if (month != 0 && cased && c.tokens[i].shape == Shape::kLower) {
    return 0;
  }
  return month;
}

int month_at(const ClaimContext& c, std::size_t i) {
  std::size_t length = 0;
  return month_at(c, i, length);
}

/// Tokens of the same month's other name behind it: "aylul/sibtambar", "sibtambar (aylul)".
std::size_t second_name(const ClaimContext& c, std::size_t i, int month) {
  std::size_t length = 0;
  if (!c.is_any(i, {"/", "("}) || month_at(c, i + 1, length) != month) {
    return 0;
  }
  const std::size_t end = i + 1 + length;
  return end - i + (c.is(i, "(") && c.is(end, ")") ? 1 : 0);
}

/// Tokens of an optional year behind `i`: ", 2022", "2022", Russian "2022 goda", "de 2022".
std::size_t year_behind(const ClaimContext& c, std::size_t i, int& year) {
  std::size_t at = i;
  if (c.is_any(at, {",", "de", "del", "of"})) {
    ++at;
  }
  if (const auto found = year_at(c, at)) {
    year = *found;
    at += 1 + number_suffix(c, at + 1);
    const bool word = c.has(at, FunctionClass::kYearWord);
    return at - i + (word ? 1 : 0);
  }
  return 0;
}

std::optional<Found> day_month(const ClaimContext& c, std::size_t i) {
  const auto day = whole_number(c, i, 1, 31);
  if (!day) {
    return std::nullopt;
  }
  std::size_t at = i + 1 + number_suffix(c, i + 1);
  const std::size_t limit = at + 2;
  while ((c.is_any(at, {"of", "de", ".", "-"}) ||
          (c.lexicon.language == "ar" && c.has(at, FunctionClass::kNounLink))) &&
         at < limit) {
    ++at;
  }
  std::size_t length = 0;
  const int month = at < c.size() ? month_at(c, at, length) : 0;
  if (month == 0) {
    return std::nullopt;
  }
  Found found;
  found.value.day = *day;
  found.value.month = month;
  found.length = at + length - i;
  found.length += second_name(c, i + found.length, month);
  found.length += year_behind(c, i + found.length, found.value.year);
  return found;
}

/// A month without day or year: words that mean something else as well ("may", "sept", Spanish
/// "mar") need a preposition of time in front.
bool stands_alone(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kShort = 5;
  const bool led = i > 0 && (c.has(i - 1, FunctionClass::kYearLead) ||
                             c.is_any(i - 1, {"last", "next", "early", "late", "mid"}));
  if (c.lexicon.language == "en" && i > 0 && c.is(i, "may") &&
      c.is_any(i - 1, {"its", "the", "their", "his", "her", "this", "s"})) {
    return true;  // "in its May decision"
  }
  if (c.lexicon.language == "en") {
    const bool ranged = i > 1 && c.is_any(i - 1, {"and", "or", "to", "until", "through"}) &&
                        month_at(c, i - 2) != 0;  // "between January and March"
    const bool middle = i > 1 && c.is(i - 1, "-") && c.is(i - 2, "mid");  // "mid-May"
    return led || ranged || middle || !c.is_any(i, {"may", "march", "mar", "sat", "sun"});
  }
  std::size_t length = 0;
  const bool number = c.look_up(c.lexicon.number, i, length) != nullptr;
  return !number && (led || c.folded(i).size() > kShort);
}

std::optional<Found> month_first(const ClaimContext& c, std::size_t i) {
  std::size_t length = 0;
  const int month = month_at(c, i, length);
  if (month == 0) {
    return std::nullopt;
  }
  Found found;
  found.value.month = month;
  found.length = length + second_name(c, i + length, month);
  const std::size_t bare = found.length;
  std::size_t at = i + found.length;
  if (c.is(at, "the")) {
    ++at;
  }
  if (const auto day = whole_number(c, at, 1, 31)) {
    found.value.day = *day;
    found.length = at + 1 - i + number_suffix(c, at + 1);
  }
  found.length += year_behind(c, i + found.length, found.value.year);
  const bool alone = found.length == bare;
  if (alone && !stands_alone(c, i)) {
    return std::nullopt;
  }
  return found;
}

/// True if some other numeric date of an English document can only be month first ("09/16/2022").
bool document_month_first(const ClaimContext& c) {
  const std::string_view text = c.document.record.text;
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    const int second = leading_int(text.substr(at + 1));
    const bool digit = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
    const std::size_t next = text.find_first_not_of("0123456789", at + 1);
    if (digit && second > 12 && second <= 31 && next != std::string_view::npos &&
        text[next] == '/') {
      return true;
    }
  }
  return false;
}

/// Order of numeric dates: day first except where the number itself, or another one of the
/// document, says otherwise.
void set_day_month(const ClaimContext& c, Found& found, int first, int second) {
  const bool month_first = second > 12 || (first <= 12 && document_month_first(c));
  found.value.day = month_first ? second : first;
  found.value.month = month_first ? first : second;
  found.ambiguous = first <= 12 && second <= 12 && first != second;
}

std::optional<Found> numeric_triple(const ClaimContext& c, std::size_t i) {
  if (i + 4 >= c.size() || !c.is_any(i + 1, {"/", "-"}) || c.folded(i + 1) != c.folded(i + 3)) {
    return std::nullopt;
  }
  Found found;
  found.length = 5;
  if (const auto year = year_at(c, i)) {
    const auto month = whole_number(c, i + 2, 1, 12);
    const auto day = whole_number(c, i + 4, 1, 31);
    if (!month || !day) {
      return std::nullopt;
    }
    found.value.year = *year;
    found.value.month = *month;
    found.value.day = *day;
    return found;
  }
  const auto first = whole_number(c, i, 1, 31);
  const auto second = whole_number(c, i + 2, 1, 31);
  const auto year = year_at(c, i + 4);
  if (!first || !second || !year || (*first > 12 && *second > 12)) {
    return std::nullopt;
  }
  found.value.year = *year;
  set_day_month(c, found, *first, *second);
  return found;
}

/// "16.09.2022" is one token.
std::optional<Found> dotted(const ClaimContext& c, std::size_t i) {
  const std::string_view text = c.folded(i);
  std::array<int, 3> parts{};
  std::size_t part = 0;
  for (const char ch : text) {
    if (ch == '.') {
      ++part;
    } else if (ch >= '0' && ch <= '9' && part < 3) {
      parts.at(part) = std::min(parts.at(part) * 10 + (ch - '0'), 99999);
    } else {
      return std::nullopt;
    }
    if (part > 2) {
      return std::nullopt;
    }
  }
  if (part != 2 || parts[0] < 1 || parts[0] > 31 || parts[1] < 1 || parts[1] > 12 ||
      parts[2] < 1500 || parts[2] > 2199) {
    return std::nullopt;
  }
  Found found;
  found.value = {.year = parts[2], .month = parts[1], .day = parts[0]};
  found.length = 1;
  return found;
}

bool year_context(const ClaimContext& c, std::size_t i) {
  return c.has(i, FunctionClass::kYearLead) || c.is(i, "(");
}

std::optional<Found> bare_year(const ClaimContext& c, std::size_t i) {
  const auto year = year_at(c, i);
  if (!year || *year < 1800 || *year > 2100) {
    return std::nullopt;
  }
  const bool named = i + 1 < c.size() && c.tokens[i + 1].shape == Shape::kCapitalised;
  const std::size_t suffix = number_suffix(c, i + 1);
  const bool worded = c.has(i + 1 + suffix, FunctionClass::kYearWord);
  // "the deficit for 2021 came to"; "for 2000 people" counts
  const bool behind_for = c.lexicon.language == "en" && i > 0 && c.is(i - 1, "for") &&
                          (i + 1 >= c.size() || c.punctuation(i + 1) || c.word(i + 1).stop ||
                           c.is_any(i + 1, {"came", "stood", "amounted", "reached", "rose", "fell",
                                            "totalled", "totaled", "exceeded", "remained"}));
  if (!(i > 0 && year_context(c, i - 1)) && !named && !worded && suffix == 0 && !behind_for &&
      !part_of_year_ahead(c, i) && !year_of_thing(c, i) &&
      !(c.is(i + 1, "as") && c.is(i + 2, "the"))) {
    return std::nullopt;
  }
  Found found;
  found.value.year = *year;
  found.length = 1 + suffix + (suffix > 0 && worded ? 1 : 0);
  return found;
}

Found time_of(int hour, int minute, std::size_t length) {
  Found found;
  found.value.minute_from = found.value.minute_to = hour * kMinutesPerHour + minute;
  found.length = length;
  return found;
}

/// "20h30", "20h" in one token.
std::optional<Found> glued_clock(const ClaimContext& c, std::size_t i) {
  const std::string_view text = c.folded(i);
  const std::size_t mark = text.find('h');
  if (mark == 0 || mark == std::string_view::npos || mark > 2 || text.size() > mark + 3 ||
      text.find_first_not_of("0123456789h") != std::string_view::npos ||
      text.find('h', mark + 1) != std::string_view::npos || text.size() == mark + 2) {
    return std::nullopt;
  }
  const int hour = leading_int(text.substr(0, mark));
  const int minute = text.size() > mark + 1 ? leading_int(text.substr(mark + 1)) : 0;
  return hour > 24 || minute > 59 ? std::nullopt : std::optional(time_of(hour, minute, 1));
}

/// "20 Uhr 30", "20.30 Uhr", "a las 20 horas": an hour by the word behind or in front.
std::optional<Found> worded_clock(const ClaimContext& c, std::size_t i) {
  const std::string_view text = c.folded(i);
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos && point + 3 == text.size() && point <= 2 && point > 0 &&
      c.has(i + 1, FunctionClass::kHourWord)) {
    const int hour = leading_int(text.substr(0, point));
    const int minute = leading_int(text.substr(point + 1));
    return hour > 24 || minute > 59 ? std::nullopt : std::optional(time_of(hour, minute, 2));
  }
  const bool led = (i > 0 && c.has(i - 1, FunctionClass::kHourLead)) ||
                   c.lexicon.functions.has("uhr", FunctionClass::kHourWord);
  const auto hour = whole_number(c, i, 0, 24);
  if (!hour || !led || !c.has(i + 1, FunctionClass::kHourWord)) {
    return std::nullopt;
  }
  const auto minute = i + 2 < c.size() && c.folded(i + 2).size() == 2
                          ? whole_number(c, i + 2, 0, 59)
                          : std::nullopt;
  return time_of(*hour, minute.value_or(0), minute ? 3 : 2);
}

/// "11.40 p.m."
std::optional<Found> dotted_clock(const ClaimContext& c, std::size_t i) {
  const std::string_view text = c.folded(i);
  const std::size_t point = text.find('.');
  const bool half = c.is_any(i + 1, {"p.m", "pm"});
  if (point == std::string_view::npos || point == 0 || point > 2 || point + 3 != text.size() ||
      !(half || c.is_any(i + 1, {"a.m", "am"})) ||
      text.find_first_not_of("0123456789.") != std::string_view::npos) {
    return std::nullopt;
  }
  const int hour = leading_int(text.substr(0, point));
  const int minute = leading_int(text.substr(point + 1));
  if (hour < 1 || hour > 12 || minute > 59) {
    return std::nullopt;
  }
  return time_of(hour % 12 + (half ? 12 : 0), minute, 2);
}

/// "nine o'clock in the evening", "at nine o'clock on Tuesday morning": the part of the day must
/// be given.
std::optional<Found> oclock(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 5;
  std::size_t length = 0;
  const double hour = read_number(c, i, length);
  if (std::isnan(hour) || length != 1 || hour < 1 || hour > 12 || !c.is(i + 1, "o'clock")) {
    return std::nullopt;
  }
  for (std::size_t at = i + 2; at < std::min(c.size(), i + 2 + kReach); ++at) {
    const bool late = c.is_any(at, {"afternoon", "evening", "night"});
    if (late || c.is(at, "morning")) {
      return time_of(static_cast<int>(hour) % 12 + (late ? 12 : 0), 0, 2);
    }
  }
  return std::nullopt;
}

/// "20:00", "8 p.m.", "8pm", "0005 hours".
std::optional<Found> clock_time(const ClaimContext& c, std::size_t i) {
  const auto hour = whole_number(c, i, 0, 24);
  if (!hour) {
    return std::nullopt;
  }
  std::size_t at = i + 1;
  int minute = 0;
  bool given = false;
  if (c.is_any(at, {":", "h"}) && at + 1 < c.size() && c.folded(at + 1).size() == 2) {
    if (const auto minutes = whole_number(c, at + 1, 0, 59)) {
      minute = *minutes;
      at += 2;
      given = true;
    }
  }
  int from = *hour * kMinutesPerHour + minute;
  if (c.is_any(at, {"p.m", "pm"})) {
    from += *hour < 12 ? kNoon : 0;
    ++at;
    given = true;
  } else if (c.is_any(at, {"a.m", "am"})) {
    from -= *hour == 12 ? kNoon : 0;
    ++at;
    given = true;
  }
  if (!given) {
    return std::nullopt;
  }
  Found found;
  found.value.minute_from = from;
  found.value.minute_to = from;
  found.length = at - i;
  return found;
}

/// "ten past five", "at 3.40 on Sunday morning".
std::optional<Found> clock_in_words(const ClaimContext& c, std::size_t i) {
  const auto clock = read_clock_words(c, i);
  return clock ? std::optional(time_of(0, clock->minute, clock->length)) : std::nullopt;
}

int ordinal_word(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kOrdinals = {"first", "1st", "second", "2nd",
                                                                "third", "3rd", "fourth", "4th"};
  const auto it = std::find(kOrdinals.begin(), kOrdinals.end(), word);
  return it == kOrdinals.end() ? 0 : static_cast<int>(it - kOrdinals.begin()) / 2 + 1;
}

/// "first quarter of 2023", "second half of 2020".
std::optional<Found> part_of_year(const ClaimContext& c, std::size_t i) {
  if (const auto months = read_months_of_year(c, i)) {
    Found found;
    found.value.month = months->first;
    found.value.months = months->months;
    found.length = months->length;
    const std::size_t year = c.is(i + found.length, "of") ? i + found.length + 1 : i + found.length;
    if (const auto given = year_at(c, year)) {
      found.value.year = *given;
      found.length = year + 1 - i;
    }
    return found;
  }
  const int number = c.lexicon.language == "en" ? ordinal_word(c.folded(i)) : 0;
  const bool quarter = c.is(i + 1, "quarter");
  if (number == 0 || !(quarter || (c.is(i + 1, "half") && number <= 2))) {
    return std::nullopt;
  }
  Found found;
  found.value.months = quarter ? 3 : 6;
  found.value.month = (number - 1) * found.value.months + 1;
  found.length = 2;
  std::size_t at = i + 2;
  while (c.is_any(at, {"of", "the", "year"}) && at < i + 5) {
    ++at;
  }
  if (const auto year = year_at(c, at)) {
    found.value.year = *year;
    found.length = at + 1 - i;
  } else if (!quarter && !c.is(i + 3, "year") && !c.is(i + 4, "year")) {
    return std::nullopt;  // "the first half of the match"
  }
  return found;
}

/// "Of next year", "last year" behind a season: tokens; 0 if there is none.
std::size_t year_beside(const ClaimContext& c, std::size_t i) {
  const std::size_t at = c.is(i, "of") ? i + 1 : i;
  if (c.is_any(at, {"this", "next", "last", "that"}) && c.is(at + 1, "year")) {
    return at + 2 - i;
  }
  const bool such = c.is(at, "the") && c.is(at + 2, "year") &&
                    c.is_any(at + 1, {"same", "following", "coming", "previous", "current"});
  return such ? at + 3 - i : 0;
}

/// "in the spring of 2015", "in the spring of next year", "this summer". Winter has no months of
/// one year.
std::optional<Found> season(const ClaimContext& c, std::size_t i) {
  const int first = c.lexicon.language != "en"        ? 0
                    : c.is(i, "spring")               ? 3
                    : c.is(i, "summer")               ? 6
                    : c.is_any(i, {"autumn", "fall"}) ? 9
                                                      : 0;
  if (first == 0) {
    return std::nullopt;
  }
  const std::size_t at = c.is(i + 1, "of") ? i + 2 : i + 1;
  const auto year = year_at(c, at);
  const std::size_t beside = year ? 0 : year_beside(c, i + 1);
  const bool one = i > 0 && c.is_any(i - 1, {"this", "last", "next"});
  if (!year && beside == 0 && !one) {
    return std::nullopt;
  }
  Found found;
  found.value.year = year.value_or(0);
  found.value.month = first;
  found.value.months = 3;
  found.length = year ? at + 1 - i : 1 + beside;
  return found;
}

/// "the 1990s", "14th century".
std::optional<Found> stretch_of_years(const ClaimContext& c, std::size_t i) {
  const std::string_view text = c.folded(i);
  Found found;
  found.length = 1;
  if (text.size() == 5 && text.ends_with("0s") && (text[0] == '1' || text[0] == '2')) {
    found.value.year = leading_int(text);
    found.value.years = 10;
    return found;
  }
  if (const auto number = whole_number(c, i, 2, 22); number && text.size() >= 3) {
    const std::size_t at = c.is(i + 1, "-") ? i + 2 : i + 1;
    if (c.is_any(at, {"century", "centuries"})) {
      found.value.year = (*number - 1) * 100 + 1;
      found.value.years = 100;
      found.length = at + 1 - i;
      return found;
    }
  }
  return std::nullopt;
}

/// Day of publication; nothing if the document gives none.
std::optional<DateValue> publication(const ClaimContext& c) {
  if (!c.document.record.date || c.document.record.date->size() < 10) {
    return std::nullopt;
  }
  const std::string& iso = *c.document.record.date;
  DateValue d{.year = leading_int(iso),
              .month = leading_int(std::string_view(iso).substr(5)),
              .day = leading_int(std::string_view(iso).substr(8))};
  const bool valid = d.year > 0 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 31;
  return valid ? std::optional(d) : std::nullopt;
}

/// The day `days` after `from` (Hinnant, "chrono-compatible low-level date algorithms").
DateValue shifted(const DateValue& from, int days) {
  const std::chrono::sys_days day =
      std::chrono::sys_days(std::chrono::year(from.year) /
                            std::chrono::month(static_cast<unsigned>(from.month)) /
                            std::chrono::day(static_cast<unsigned>(from.day))) +
      std::chrono::days(days);
  const std::chrono::year_month_day d(day);
  return {.year = static_cast<int>(d.year()),
          .month = static_cast<int>(static_cast<unsigned>(d.month())),
          .day = static_cast<int>(static_cast<unsigned>(d.day()))};
}

/// "yesterday", "last year", reckoned from the day of publication.
std::optional<Found> relative_date(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en" ||
      !c.is_any(i, {"today", "yesterday", "tomorrow", "tonight", "last", "this", "next"})) {
    return std::nullopt;
  }
  const auto day = publication(c);
  if (!day) {
    return std::nullopt;
  }
  Found found;
  found.length = 1;
  found.relative = true;
  if (c.is_any(i, {"today", "tonight", "yesterday", "tomorrow"})) {
    found.value = shifted(*day, c.is(i, "yesterday") ? -1 : c.is(i, "tomorrow") ? 1 : 0);
    return found;
  }
  const int step = c.is(i, "last") ? -1 : c.is(i, "next") ? 1 : 0;
  found.length = 2;
  if (c.is(i + 1, "year")) {
    found.value.year = day->year + step;
    return found;
  }
  if (c.is(i + 1, "month")) {
    const int months = day->year * 12 + day->month - 1 + step;
    found.value.year = months / 12;
    found.value.month = months % 12 + 1;
    return found;
  }
  return std::nullopt;
}

/// Asserted of the future, so that "on Monday" is the next Monday.
bool speaks_of_future(const ClaimContext& c) {
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (c.is_any(i, {"will", "shall", "expected", "scheduled", "due", "plans", "next", "would"})) {
      return true;
    }
  }
  return false;
}

/// The day that a weekday means in a dated document: at most six days from publication.
void resolve_weekday(const ClaimContext& c, DateMention& date) {
  const auto day = date.value.day == 0 && date.value.weekday != 0 && c.lexicon.language == "en"
                       ? publication(c)
                       : std::nullopt;
  if (!day) {
    return;
  }
  const std::chrono::weekday published(std::chrono::sys_days(
      std::chrono::year(day->year) / std::chrono::month(static_cast<unsigned>(day->month)) /
      std::chrono::day(static_cast<unsigned>(day->day))));
  const int ahead = (date.value.weekday - static_cast<int>(published.iso_encoding()) + 7) % 7;
  const DateValue resolved = shifted(*day, speaks_of_future(c) || ahead == 0 ? ahead : ahead - 7);
  date.value.year = resolved.year;
  date.value.month = resolved.month;
  date.value.day = resolved.day;
  date.relative = true;
}

/// "In 1492", "the ninth century".
std::optional<Found> far_back(const ClaimContext& c, std::size_t i) {
  const auto years = read_far_years(c, i);
  if (!years) {
    return std::nullopt;
  }
  Found found;
  found.value.year = years->first;
  found.value.years = years->years;
  found.length = years->length;
  return found;
}

/// "The end of the year", "by the end of this year": its last two months, whichever year it is.
std::optional<Found> end_of_year(const ClaimContext& c, std::size_t i) {
  constexpr int kNovember = 11;
  const bool end = c.lexicon.language == "en" && c.is(i, "the") && c.is(i + 1, "end") &&
                   c.is(i + 2, "of") && c.is_any(i + 3, {"the", "this"}) && c.is(i + 4, "year");
  if (!end) {
    return std::nullopt;
  }
  Found found;
  found.value.month = kNovember;
  found.value.months = 2;
  found.length = 5;
  return found;
}

/// "Christmas Eve 1888", "New Year's Day".
std::optional<Found> feast_day(const ClaimContext& c, std::size_t i) {
  const auto feast = read_feast_day(c, i);
  if (!feast) {
    return std::nullopt;
  }
  Found found;
  found.value.month = feast->month;
  found.value.day = feast->day;
  found.value.days = feast->days;
  found.length = feast->length;
  const std::size_t at = c.is(i + found.length, "of") ? i + found.length + 1 : i + found.length;
  if (const auto year = year_at(c, at)) {
    found.value.year = *year;
    found.length = at + 1 - i;
  }
  return found;
}

/// "The first of January", "the twenty-first of May 1990".
std::optional<Found> worded_day(const ClaimContext& c, std::size_t i) {
  static constexpr std::array<std::string_view, 20> kDays = {
      "first",     "second",      "third",      "fourth",     "fifth",
      "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
      "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
      "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  const auto it = std::find(kDays.begin(), kDays.end(), c.folded(i));
  const bool led = c.lexicon.language == "en" && i > 0 && c.is(i - 1, "the");
  if (it == kDays.end() || !led || !c.is(i + 1, "of") || i + 2 >= c.size() ||
      month_at(c, i + 2) == 0) {
    return std::nullopt;
  }
  Found found;
  found.value.day = static_cast<int>(it - kDays.begin()) + 1;
  found.value.month = month_at(c, i + 2);
  found.length = 3;
  if (const auto year = year_at(c, i + 3)) {
    found.value.year = *year;
    found.length = 4;
  }
  return found;
}

std::optional<Found> find_at(const ClaimContext& c, std::size_t i) {
  for (const auto reader :
       {numeric_triple, dotted, feast_day, worded_day, day_month, month_first, clock_time,
        dotted_clock, oclock, clock_in_words, glued_clock, worded_clock, part_of_year, season,
        stretch_of_years, end_of_year, relative_date, bare_year, far_back}) {
    if (auto found = reader(c, i)) {
      return found;
    }
  }
  std::size_t length = 0;
  if (const int weekday = table_value(c, c.lexicon.weekday, i, length);
      weekday != 0 && c.folded(i).size() > 3) {
    Found found;
    found.value.weekday = weekday;
    found.length = length;
    return found;
  }
  return std::nullopt;
}

/// The use that the word at `at` gives a date behind it.
DateUse use_of_word(const ClaimContext& c, std::size_t at) {
  if (const auto use = use_of_phrase(c, at)) {
    return *use;
  }
  return c.has(at, FunctionClass::kSince)   ? DateUse::kSince
         : c.has(at, FunctionClass::kBy)    ? DateUse::kBy
         : c.has(at, FunctionClass::kUntil) ? DateUse::kUntil
                                            : DateUse::kOn;
}

/// "No later than 31 December", "at the latest on 1 May": the words in front of `i`. English.
bool last_day_ahead(const ClaimContext& c, std::size_t i) {
  return c.lexicon.language == "en" && i > 1 &&
         ((c.is(i - 1, "than") && c.is_any(i - 2, {"later", "after"})) || c.is(i - 1, "latest") ||
          (i > 2 && c.is(i - 2, "latest")));
}

DateUse use_before(const ClaimContext& c, std::size_t i) {
  std::size_t before = i;
  while (before > 0 && i - before < 2 &&
         (c.has(before - 1, FunctionClass::kArticle) || c.is(before - 1, "1"))) {
    --before;
  }
  if (before > 0 && c.is_any(before - 1, {"before", "after"})) {
    const bool near = before > 1 && c.is_any(before - 2, {"shortly", "just", "soon", "immediately",
                                                          "minutes", "moments", "little"});
    return near ? DateUse::kOn : c.is(before - 1, "after") ? DateUse::kAfter : DateUse::kBefore;
  }
  if (last_day_ahead(c, before)) {
    return DateUse::kBy;
  }
  for (const std::size_t at : {before, before + 1}) {
    const DateUse use = at == 0 || at > i ? DateUse::kOn : use_of_word(c, at - 1);
    if (use != DateUse::kOn) {
      return use;
    }
  }
  return DateUse::kOn;
}

/// Languages whose postpositions stand behind the date: "16 Eylul'den beri".
DateUse use_of(const ClaimContext& c, std::size_t i, std::size_t length) {
  if (!c.lexicon.functions.has("-", FunctionClass::kVerbFinal)) {
    return use_before(c, i);
  }
  const std::size_t behind = i + length;
  return c.has(behind, FunctionClass::kSince)   ? DateUse::kSince
         : c.has(behind, FunctionClass::kBy)    ? DateUse::kBy
         : c.has(behind, FunctionClass::kUntil) ? DateUse::kUntil
                                                : DateUse::kOn;
}

bool name_part(const ClaimContext& c, std::size_t i, const Found& found) {
  if (found.value.month != 0 || found.value.year == 0) {
    return false;
  }
  if (c.is(i + 1, ")") || year_of_thing(c, i) || text_of_year(c, i)) {
    return true;
  }
  const bool behind = i >= 2 && c.has(i - 1, FunctionClass::kNameLink) &&
                      c.tokens[i - 2].shape == Shape::kCapitalised;
  const bool ahead = i + 1 < c.size() && c.tokens[i + 1].shape == Shape::kCapitalised &&
                     !(i > 0 && year_context(c, i - 1));
  return behind || ahead;
}

/// Part of the day that ends right before `i` ("on the night of", "in the early hours of"); its row
/// or nullptr.
const std::vector<std::string>* part_of_day_near(const ClaimContext& c, std::size_t i,
                                                 std::size_t length, std::size_t& first,
                                                 std::size_t& last) {
  const std::size_t low = i > 6 ? i - 6 : 0;
  for (std::size_t at = i; at-- > low;) {
    std::size_t n = 0;
    const auto* row = c.look_up(c.lexicon.day_part, at, n);
    if (row != nullptr && !c.taken[at]) {
      first = at;
      last = at + n - 1;
      return row;
    }
    if (c.is_any(at, {",", ";", "."})) {
      break;
    }
  }
  for (std::size_t at = i + length; at < std::min(c.size(), i + length + 4); ++at) {
    std::size_t n = 0;
    const auto* row = c.look_up(c.lexicon.day_part, at, n);
    if (row != nullptr && !c.taken[at]) {
      first = at;
      last = at + n - 1;
      return row;
    }
  }
  return nullptr;
}

/// "leading to 13", "to 13", "-13" behind a night: tokens to take along.
std::size_t night_end(const ClaimContext& c, std::size_t i) {
  std::size_t at = i;
  if (c.is_any(at, {"leading", "going"})) {
    ++at;
  }
  if (c.is_any(at, {"-", "/", "\xe2\x80\x93"}) || c.has(at, FunctionClass::kRangeJoint) ||
      c.has(at, FunctionClass::kNumberJoint)) {
    ++at;
  }
  if (at == i) {
    return 0;
  }
  if (month_at(c, std::min(at, c.size() - 1)) != 0) {
    ++at;
  }
  return whole_number(c, at, 1, 31) ? at + 1 - i : 0;
}

/// "12 to 13 September": the first day takes the month of the second. Tokens in front, 0 if none.
std::size_t range_before(const ClaimContext& c, std::size_t i, int& first_day) {
  std::size_t at = i;
  bool joint = false;
  while (at > 0 && i - at < 4 &&
         (c.is_any(at - 1, {"-", ".", "\xe2\x80\x93"}) || c.has(at - 1, FunctionClass::kArticle) ||
          c.has(at - 1, FunctionClass::kRangeJoint) ||
          c.has(at - 1, FunctionClass::kNumberJoint))) {
    joint = joint || !(c.is(at - 1, ".") || c.has(at - 1, FunctionClass::kArticle));
    --at;
  }
  if (at > 2 && number_suffix(c, at - 2) == 2) {
    at -= 2;  // "12-den 13-ne"
    joint = true;
  }
  if (const auto day = at > 0 && joint ? whole_number(c, at - 1, 1, 31) : std::nullopt) {
    first_day = *day;
    return i - at + 1;
  }
  return 0;
}

void add_part_of_day(ClaimContext& c, DateMention& mention, std::size_t i, std::size_t length) {
  std::size_t first = 0;
  std::size_t last = 0;
  const auto* row = part_of_day_near(c, i, length, first, last);
  const bool of_day = mention.value.day != 0 || mention.value.weekday != 0;
  if (row == nullptr || mention.value.minute_from >= 0 || !of_day) {
    return;
  }
  mention.value.minute_from = leading_int((*row)[0]);
  mention.value.minute_to = leading_int((*row)[1]);
  const bool night = mention.value.minute_to > 1440;
  std::size_t end = i + length - 1;
  std::size_t begin = std::min(first, i);
  if (night && mention.value.day != 0) {
    int first_day = 0;
    if (range_before(c, i, first_day) != 0 && first_day < mention.value.day) {
      mention.value.day = first_day;
    } else {
      end += night_end(c, i + length);
    }
  }
  end = std::max(end, last);
  mention.first_token = static_cast<std::uint32_t>(begin);
  mention.last_token = static_cast<std::uint32_t>(end);
}

bool is_time(const DateValue& d) {
  return d.minute_from >= 0 && d.day == 0 && d.weekday == 0;
}

/// Puts the parts that stand in `b` into the mention `a` before it; false if the two are two dates.
bool join_parts(DateMention& a, const DateMention& b) {
  const bool near = b.first_token <= a.last_token + 4;
  const bool a_time = is_time(a.value);
  const bool b_weekday = b.value.weekday != 0 && b.value.day == 0;
  const bool a_weekday = a.value.weekday != 0 && a.value.day == 0 && a.value.minute_from < 0;
  const bool a_year = a.value.year != 0 && a.value.month == 0 && b.value.month != 0 &&
                      b.value.year == 0 && b.first_token == a.last_token + 1;
  DateValue joined = b.value;
  if (near && (a_time != is_time(b.value))) {
    joined = a_time ? b.value : a.value;
    joined.minute_from = a_time ? a.value.minute_from : b.value.minute_from;
    joined.minute_to = a_time ? a.value.minute_to : b.value.minute_to;
  } else if (near && a_weekday && !b_weekday && b.value.day != 0) {
    joined.weekday = a.value.weekday;
  } else if (a_year) {
    joined.year = a.value.year;
    a.use = b.use;
  } else {
    return false;
  }
  a.value = joined;
  a.last_token = b.last_token;
  a.span = a.span.join(b.span);
  return true;
}

/// A time beside a day ("at 20:00 on September 14") belongs to it, and so does a year right in
/// front of a month ("2022-ci il sentyabrin 16-da").
void join_times(std::vector<DateMention>& dates) {
  for (std::size_t i = 0; i + 1 < dates.size();) {
    if (join_parts(dates[i], dates[i + 1])) {
      dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else {
      ++i;
    }
  }
}

/// "Saturday's final will kick off at 20:30": the day in front of a noun is the day of the time.
void join_day_of_noun(const ClaimContext& c, std::vector<DateMention>& dates) {
  if (dates.size() != 2 || c.lexicon.language != "en" || !is_time(dates[1].value)) {
    return;
  }
  DateMention& day = dates[0];
  const bool whole_day =
      day.value.minute_from < 0 && (day.value.weekday != 0 || day.value.day != 0);
  const std::string_view word = c.folded(day.last_token);
  if (whole_day && (word.ends_with("'s") || word.ends_with("\xe2\x80\x99s"))) {
    day.value.minute_from = dates[1].value.minute_from;
    day.value.minute_to = dates[1].value.minute_to;
    day.span = dates[1].span;
    day.first_token = dates[1].first_token;
    day.last_token = dates[1].last_token;
    day.use = dates[1].use;
    dates.pop_back();
  }
}

/// Parts of the day where no date stands: "at dawn", "in the evening".
void read_day_parts(ClaimContext& c, Claim& claim) {
  if (!claim.dates.empty()) {
    return;
  }
  for (std::size_t i = 0; i < c.size(); ++i) {
    std::size_t length = 0;
    const auto* row = c.taken[i] ? nullptr : c.look_up(c.lexicon.day_part, i, length);
    const bool placed = i > 0 && c.is_any(i - 1, {"at", "in", "the", "by", "around", "during"});
    const bool name = i > 0 && c.tokens[i].shape == Shape::kCapitalised;  // "the Dawn Front"
    if (row == nullptr || name || !(placed || length > 1)) {
      continue;
    }
    DateMention mention;
    mention.value.minute_from = leading_int((*row)[0]);
    mention.value.minute_to = leading_int((*row)[1]);
    mention.first_token = static_cast<std::uint32_t>(i);
    mention.last_token = static_cast<std::uint32_t>(i + length - 1);
    mention.span = c.span(i, i + length - 1);
    c.take(i, i + length - 1);
    claim.dates.push_back(mention);
    return;
  }
}

/// Verbs that move something from one date to another: "postponed from 3 to 10 March".
bool moves_date(const ClaimContext& c) {
  for (std::size_t i = 0; i < c.size(); ++i) {
    const std::string& stem = c.word(i).stem;
    for (const std::string_view verb :
         {"postpon", "move", "shift", "chang", "delay", "reschedul", "extend", "push", "brought",
          "advanc", "prolong", "revis", "correct", "rose", "fell", "rise", "fall", "increas"}) {
      if (stem == verb) {
        return true;
      }
    }
  }
  return false;
}

/// "from 24 to 26 March", "21 and 22 March", "3-5 March": the days in front belong to the date.
void add_range(const ClaimContext& c, DateMention& mention, std::size_t i) {
  int first_day = 0;
  const bool plain = mention.value.day != 0 && mention.value.minute_from < 0 &&
                     mention.value.month != 0 && c.lexicon.language == "en";
  const std::size_t tokens = plain ? range_before(c, i, first_day) : 0;
  if (tokens == 0 || first_day >= mention.value.day || moves_date(c)) {
    return;
  }
  mention.value.days = mention.value.day - first_day + 1;
  mention.value.day = first_day;
  std::size_t first = i - tokens;
  if (first > 0 && c.is_any(first - 1, {"from", "between"})) {
    --first;
  }
  mention.first_token = static_cast<std::uint32_t>(first);
  mention.use = use_before(c, first);
}

/// Puts "January" and "July" of "from January to July" together, and the years of "1968 to 1973".
void join_periods(const ClaimContext& c, std::vector<DateMention>& dates) {
  const auto month_only = [](const DateValue& d) {
    return d.month != 0 && d.day == 0 && d.months == 0 && d.minute_from < 0;
  };
  const auto year_only = [](const DateValue& d) {
    return d.year != 0 && d.month == 0 && d.years == 0;
  };
  for (std::size_t i = 0; i + 1 < dates.size();) {
    DateMention& a = dates[i];
    const DateMention& b = dates[i + 1];
    const std::size_t joint = a.last_token + 1;
    const bool joined = joins_periods(c, a.first_token, joint, b.first_token);
    // "to the end of June"
    const bool to_end = b.value.month != 0 && b.value.months == 0 && b.value.days > 1 &&
                        c.is_any(b.first_token + 1, {"end", "close"});
    const bool months = month_only(a.value) && (to_end || month_only(b.value)) &&
                        b.value.month > a.value.month &&
                        (a.value.year == 0 || a.value.year == b.value.year);
    const bool years = year_only(a.value) && year_only(b.value) && b.value.year > a.value.year;
    if (!joined || !(months || years) || moves_date(c)) {
      ++i;
      continue;
    }
    if (months) {
      a.value.months = b.value.month - a.value.month + 1;
      a.value.year = b.value.year;
    } else {
      a.value.years = b.value.year - a.value.year + 1;
    }
    a.use = DateUse::kOn;
    a.last_token = b.last_token;
    a.span = a.span.join(b.span);
    dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

/// "about 02:40", "shortly after 6 a.m.": a stretch around the minute.
void widen_clock(const ClaimContext& c, DateMention& mention) {
  constexpr int kAbout = 15;
  constexpr int kShortly = 30;
  DateValue& d = mention.value;
  if (d.minute_from < 0 || d.minute_from != d.minute_to || c.lexicon.language != "en") {
    return;
  }
  std::size_t at = mention.first_token;
  while (at > 0 && c.is_any(at - 1, {"at", "the"})) {
    --at;
  }
  if (at == 0) {
    return;
  }
  const bool close = at > 1 && c.is_any(at - 2, {"shortly", "just", "soon", "immediately",
                                                 "minutes", "moments", "little"});
  if (c.is_any(at - 1, {"about", "around", "approximately", "roughly", "circa", "near", "some"})) {
    d.minute_from = std::max(0, d.minute_from - kAbout);
    d.minute_to += kAbout;
  } else if (close && c.is(at - 1, "after")) {
    d.minute_to += kShortly;
  } else if (close && c.is(at - 1, "before")) {
    d.minute_from = std::max(0, d.minute_from - kShortly);
  }
}

}  // namespace

void read_dates(ClaimContext& c, Claim& claim) {
  for (std::size_t i = 0; i < c.size();) {
    const auto found = c.taken[i] ? std::nullopt : find_at(c, i);
    if (!found) {
      ++i;
      continue;
    }
    DateMention mention;
    mention.value = found->value;
    mention.ambiguous = found->ambiguous;
    mention.relative = found->relative;
    mention.first_token = static_cast<std::uint32_t>(i);
    mention.last_token = static_cast<std::uint32_t>(i + found->length - 1);
    mention.use = name_part(c, i, *found) ? DateUse::kNamePart : use_of(c, i, found->length);
    widen_clock(c, mention);
    if (narrow_to_part(c, mention)) {
      mention.use = use_of(c, mention.first_token, mention.last_token + 1 - mention.first_token);
    }
    add_part_of_day(c, mention, i, found->length);
    add_range(c, mention, i);
    mention.span = c.span(mention.first_token, mention.last_token);
    c.take(mention.first_token, mention.last_token);
    i = mention.last_token + 1;
    claim.dates.push_back(mention);
  }
  join_periods(c, claim.dates);
  join_times(claim.dates);
  join_day_of_noun(c, claim.dates);
  read_day_parts(c, claim);
  for (DateMention& date : claim.dates) {
    resolve_weekday(c, date);
    date.first_token += c.first_token;
    date.last_token += c.first_token;
  }
}

}  // namespace parallax
