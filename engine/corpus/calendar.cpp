#include "engine/corpus/calendar.hpp"

#include <algorithm>
#include <array>

namespace parallax {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Value of `count` digits at `at`, -1 if there are fewer.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) {
    return -1;
  }
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit(text[i])) {
      return -1;
    }
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool is_day(int year, int month, int day) {
  static constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 0 || month < 1 || month > 12 || day < 1 ||
      day > kDays.at(static_cast<std::size_t>(month) - 1)) {
    return false;
  }
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month != 2 || day < 29 || leap;
}

constexpr std::size_t kYear = 4;
constexpr std::size_t kMonth = 7;  ///< Length of "2026-09".
constexpr std::size_t kDay = 10;   ///< Length of "2026-09-13".
constexpr int kFirstYear = 1600;
constexpr int kLastYear = 2199;

}  // namespace

std::optional<std::string> calendar_day(std::string_view date) {
  const int year = digits(date, 0, kYear);
  if (year < 0) {
    return std::nullopt;
  }
  if (date.size() == kYear) {
    return std::string(date);
  }
  const int month = digits(date, kYear + 1, 2);
  if (date[kYear] != '-' || month < 1 || month > 12) {
    return std::nullopt;
  }
  if (date.size() == kMonth) {
    return std::string(date);
  }
  const bool ends = date.size() == kDay || (date.size() > kDay && !is_digit(date[kDay]));
  if (date[kMonth] != '-' || !ends || !is_day(year, month, digits(date, kMonth + 1, 2))) {
    return std::nullopt;
  }
  return std::string(date.substr(0, kDay));
}

std::optional<std::string> day_in_name(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  for (std::size_t at = 0; at < name.size(); ++at) {
    const int year = digits(name, at, kYear);
    if ((at > 0 && is_digit(name[at - 1])) || year < kFirstYear || year > kLastYear) {
      continue;
    }
    for (const std::string_view mark :
         {std::string_view("-"), std::string_view("_"), std::string_view(".")}) {
      if (name.substr(at + kYear, 1) != mark || name.substr(at + kMonth, 1) != mark) {
        continue;
      }
      std::string day(name.substr(at, kDay));
      std::replace(day.begin(), day.end(), mark.front(), '-');
      const bool ends = at + kDay >= name.size() || !is_digit(name[at + kDay]);
      if (ends && calendar_day(day)) {
        return day;
      }
    }
    constexpr std::size_t kPacked = 8;  // "20260913"
    const bool ends = at + kPacked >= name.size() || !is_digit(name[at + kPacked]);
    if (ends && is_day(year, digits(name, at + kYear, 2), digits(name, at + kYear + 2, 2))) {
      return std::string(name.substr(at, kYear)) + "-" + std::string(name.substr(at + kYear, 2)) +
             "-" + std::string(name.substr(at + kYear + 2, 2));
    }
  }
  return std::nullopt;
}

}  // namespace parallax
