#include "engine/compare/date_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string_view>

namespace parallax {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string two_digits(int n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

std::string weekday_text(int weekday) {
  return std::string(kDays[static_cast<std::size_t>(weekday - 1) % kDays.size()]);
}

std::string_view month_text(int month) {
  return kMonths[static_cast<std::size_t>(month - 1) % kMonths.size()];
}

void append(std::string& text, std::string_view separator, std::string_view part) {
  text.append(text.empty() ? "" : separator).append(part);
}

/// "03:50", "03:50..04:20".
std::string times_text(const DateValue& d, std::string_view to) {
  std::string text = clock_text(d.minute_from);
  if (d.minute_to > d.minute_from) {
    text.append(to).append(clock_text(d.minute_to));
  }
  return text;
}

/// The last day of a range of days. REQUIRES: a month and a day.
DateValue last_day(const DateValue& d) {
  constexpr int kLeapYear = 2000;  // so that 29 February exists where no year is given
  using std::chrono::year;
  const std::chrono::year_month_day first{year(d.year != 0 ? d.year : kLeapYear),
                                          std::chrono::month(static_cast<unsigned>(d.month)),
                                          std::chrono::day(static_cast<unsigned>(d.day))};
  const std::chrono::year_month_day last{std::chrono::sys_days(first) +
                                         std::chrono::days(d.days - 1)};
  DateValue out;
  out.year = d.year != 0 ? static_cast<int>(last.year()) : 0;
  out.month = static_cast<int>(static_cast<unsigned>(last.month()));
  out.day = static_cast<int>(static_cast<unsigned>(last.day()));
  return out;
}

/// The last month of a range of months.
DateValue last_month(const DateValue& d) {
  const int behind = d.month + d.months - 2;
  DateValue out;
  out.year = d.year != 0 ? d.year + behind / 12 : 0;
  out.month = behind % 12 + 1;
  return out;
}

std::string calendar_iso(const DateValue& d) {
  std::string text;
  if (d.year != 0 || d.month != 0) {
    text = d.year != 0 ? std::to_string(d.year) : "-";
  }
  if (d.month != 0) {
    text += "-" + two_digits(d.month);
  }
  if (d.day != 0) {
    text += "-" + two_digits(d.day);
  }
  return text;
}

std::string calendar_words(const DateValue& d) {
  std::string text = d.day != 0 ? std::to_string(d.day) : "";
  if (d.month != 0) {
    append(text, " ", month_text(d.month));
  }
  if (d.year != 0) {
    append(text, " ", std::to_string(d.year));
  }
  return text;
}

/// "3 to 5 June 2024", "30 June to 2 July", "December 2023 to January 2024", "1968 to 1973".
std::string range_words(const DateValue& d, const DateValue& last) {
  DateValue first = d;
  if (first.year == last.year) {
    first.year = 0;
    first.month = first.month == last.month ? 0 : first.month;
  }
  return calendar_words(first) + " to " + calendar_words(last);
}

std::string days_words(const DateValue& d) {
  if (d.month != 0 && d.day != 0 && d.days > 1) {
    return range_words(d, last_day(d));
  }
  if (d.month != 0 && d.day == 0 && d.months > 1) {
    return range_words(d, last_month(d));
  }
  if (d.month == 0 && d.year != 0 && d.years > 1) {
    return std::to_string(d.year) + " to " + std::to_string(d.year + d.years - 1);
  }
  return calendar_words(d);
}

}  // namespace

std::string clock_text(int minute) {
  return two_digits(minute / 60 % 24) + ":" + two_digits(minute % 60);
}

std::string date_iso(const DateValue& date) {
  std::string text = calendar_iso(date);
  if (date.month != 0 && date.day != 0 && date.days > 1) {
    const DateValue last = last_day(date);
    text += ".." + (last.month == date.month ? two_digits(last.day) : calendar_iso(last));
  }
  if (date.minute_from >= 0) {
    append(text, " ", times_text(date, ".."));
  }
  return text.empty() && date.weekday != 0 ? weekday_text(date.weekday) : text;
}

std::string date_words(const DateValue& date) {
  std::string text = days_words(date);
  if (text.empty() && date.weekday != 0) {
    text = weekday_text(date.weekday);
  }
  if (date.minute_from >= 0) {
    append(text, ", ", times_text(date, " to "));
  }
  return text;
}

std::string mention_words(const DateMention& date) {
  return (date.use == DateUse::kBefore      ? "before "
          : date.use == DateUse::kAfter     ? "after "
          : date.use == DateUse::kNotBefore ? "not before "
                                            : "") +
         date_words(date.value);
}

Value date_value(const DateValue& date) {
  Value value{{"date", date_iso(date)}};
  if (date.minute_from >= 0) {
    value.emplace_back("from", clock_text(date.minute_from));
    value.emplace_back("to", clock_text(std::max(date.minute_to, date.minute_from)));
  }
  return value;
}

}  // namespace parallax
