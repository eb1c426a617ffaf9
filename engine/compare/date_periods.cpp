/// How the times of two claims lie to each other: others, one moment, periods of other lengths.

#include <algorithm>

#include "engine/compare/date_values.hpp"
#include "engine/compare/diverge.hpp"

namespace parallax {
namespace {

/// Months and quarters differ by this many days and are periods of one length.
constexpr long kUnevenMonths = 3;

}  // namespace

bool other_dates(const Claim& left, const Claim& right) {
  const auto excludes = [](const DateMention& a, const DateMention& b) {
    return a.frame || b.frame || dates_apart(a, b).value_or(false);
  };
  const auto told = [](const DateMention& date) { return !date.frame; };
  return std::any_of(left.dates.begin(), left.dates.end(), told) &&
         std::any_of(right.dates.begin(), right.dates.end(), told) &&
         std::all_of(left.dates.begin(), left.dates.end(), [&](const DateMention& a) {
           return std::all_of(right.dates.begin(), right.dates.end(),
                              [&](const DateMention& b) { return excludes(a, b); });
         });
}

bool one_moment(const Claim& left, const Claim& right) {
  if (left.dates.size() != 1 || right.dates.size() != 1) {
    return false;
  }
  const DateValue& a = left.dates.front().value;
  const DateValue& b = right.dates.front().value;
  // "as of 31 December", "at the end of December"
  const auto month_end = [](const DateValue& d) { return d.day >= 20 && d.month != 0; };
  const bool one_end = month_end(a) && month_end(b) && (a.days > 1 || b.days > 1) &&
                       !dates_apart(left.dates.front(), right.dates.front()).value_or(true);
  return one_end || (a.year == b.year && a.month == b.month && a.day == b.day &&
                     a.weekday == b.weekday && a.minute_from == b.minute_from && a.days == b.days);
}

namespace {

/// "At the end of 2022", "in mid-2022": a part that no quarter or half is.
bool part_of_year(const DateValue& d) {
  constexpr int kHalf = 6;
  return d.day == 0 &&
         (d.months == 2 || d.months == 4 || d.months == 5 || (d.months == kHalf && d.month == 4));
}

}  // namespace

bool other_periods(const Claim& left, const Claim& right) {
  if (left.dates.size() != 1 || right.dates.size() != 1) {
    return false;
  }
  const DateValue& x = left.dates.front().value;
  const DateValue& y = right.dates.front().value;
  if (x.month != 0 && x.month == y.month && x.months == y.months && (x.day == 0 || y.day == 0)) {
    return false;  // "in June", "at the end of June"
  }
  // "in 2022", "at the end of 2022"
  const auto year = [](const DateValue& d) { return d.month == 0 && d.years == 0; };
  if (x.year != 0 && x.year == y.year && (year(x) || year(y)) &&
      (part_of_year(x) || part_of_year(y))) {
    return false;
  }
  const long a = days_covered(left.dates.front());
  const long b = days_covered(right.dates.front());
  return a > 1 && b > 1 && (a > b ? a - b : b - a) > kUnevenMonths;
}

}  // namespace parallax
