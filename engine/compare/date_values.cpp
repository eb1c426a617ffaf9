#include "engine/compare/date_values.hpp"

#include <algorithm>
#include <utility>

namespace parallax {
namespace {

constexpr long kMinutesPerDay = 1440;
/// Stands for the year where neither side gives one (a leap year, so that 29 February exists).
constexpr int kAnyYear = 2000;

/// Days since 1970-01-01 (proleptic Gregorian; Hinnant, "chrono-compatible low-level date
/// algorithms").
long days_from_civil(int year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const long era = (year >= 0 ? year : year - 399) / 400;
  const long year_of_era = year - era * 400;
  const long day_of_year = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

struct Minutes {
  long from = 0;
  long to = 0;  ///< Exclusive.
};

/// The stretch of time a date covers, at the grain that it is given at.
Minutes stretch(const DateValue& d, int year, bool with_time) {
  if (d.month == 0) {
    return {days_from_civil(year, 1, 1) * kMinutesPerDay,
            days_from_civil(year + std::max(1, d.years), 1, 1) * kMinutesPerDay};
  }
  if (d.day == 0) {
    const int behind = d.month - 1 + std::max(1, d.months);
    return {days_from_civil(year, d.month, 1) * kMinutesPerDay,
            days_from_civil(year + behind / 12, behind % 12 + 1, 1) * kMinutesPerDay};
  }
  const long day = days_from_civil(year, d.month, d.day) * kMinutesPerDay;
  if (with_time && d.minute_from >= 0 && d.days <= 1) {
    return {day + d.minute_from, day + std::max(d.minute_to, d.minute_from + 1)};
  }
  // A night belongs to both of its days.
  const long extra = d.minute_to > kMinutesPerDay ? kMinutesPerDay : 0;
  return {day, day + kMinutesPerDay * std::max(1, d.days) + extra};
}

bool time_only(const DateValue& d) {
  return d.minute_from >= 0 && d.weekday == 0 && d.day == 0 && d.month == 0 && d.year == 0;
}
bool weekday_only(const DateValue& d) {
  return d.weekday != 0 && d.day == 0 && d.month == 0;
}
bool full_day(const DateValue& d) {
  return d.year != 0 && d.month != 0 && d.day != 0;
}

/// 1 = Monday.
int weekday_of(const DateValue& d) {
  const long days = days_from_civil(d.year, d.month, d.day);
  return static_cast<int>(((days + 3) % 7 + 7) % 7) + 1;
}

/// No minute of the day lies in both.
bool times_apart(const DateValue& a, const DateValue& b) {
  return std::max(a.minute_from, b.minute_from) >=
         std::max(1, std::min(std::max(a.minute_to, a.minute_from + 1),
                              std::max(b.minute_to, b.minute_from + 1)));
}

/// True if two calendar dates, of which each has a month or both have a year, cannot both hold.
bool calendar_apart(const DateValue& a, const DateValue& b) {
  const int known = a.year != 0 ? a.year : b.year != 0 ? b.year : kAnyYear;
  const bool with_time = a.minute_from >= 0 && b.minute_from >= 0;
  const Minutes x = stretch(a, a.year != 0 ? a.year : known, with_time);
  const Minutes y = stretch(b, b.year != 0 ? b.year : known, with_time);
  return x.to <= y.from || y.to <= x.from;
}

/// Two days of the week; a night belongs to both of its days, and on one day the hours decide.
bool weekdays_apart(const DateValue& a, const DateValue& b) {
  if (a.weekday == b.weekday) {
    return a.minute_from >= 0 && b.minute_from >= 0 && times_apart(a, b);
  }
  const auto runs_into = [](const DateValue& night, const DateValue& day) {
    const long into = night.minute_to - kMinutesPerDay;  // minutes of the day behind it
    return into > 0 && night.weekday % 7 + 1 == day.weekday && day.minute_from < into;
  };
  return !runs_into(a, b) && !runs_into(b, a);
}

/// True if the two cannot both hold; nothing where they cannot be compared.
std::optional<bool> cannot_both_hold(const DateValue& a, const DateValue& b) {
  if (time_only(a) && time_only(b)) {
    return times_apart(a, b);
  }
  if (weekday_only(a) && weekday_only(b)) {
    return weekdays_apart(a, b);
  }
  if (weekday_only(a) && full_day(b)) {
    return a.weekday != weekday_of(b);
  }
  if (weekday_only(b) && full_day(a)) {
    return b.weekday != weekday_of(a);
  }
  if (time_only(a) || time_only(b) || weekday_only(a) || weekday_only(b)) {
    return std::nullopt;
  }
  if ((a.month == 0 && b.year == 0) || (b.month == 0 && a.year == 0)) {
    return std::nullopt;
  }
  return calendar_apart(a, b);
}

/// "before 2008" against "in February 2008": the stretch in front of a date excludes it.
std::optional<bool> outside(const DateMention& bound, const DateMention& on) {
  const DateValue& edge_value = bound.value;
  const bool years = edge_value.year != 0 && on.value.year != 0;
  const bool months = edge_value.month != 0 && on.value.month != 0;
  if ((!years && !months) || on.use != DateUse::kOn) {
    return std::nullopt;
  }
  const int known = edge_value.year != 0 ? edge_value.year
                    : on.value.year != 0 ? on.value.year
                                         : kAnyYear;
  const Minutes edge = stretch(edge_value, known, false);
  const Minutes time = stretch(on.value, on.value.year != 0 ? on.value.year : known, false);
  switch (bound.use) {
    case DateUse::kBefore:
      return time.from >= edge.from;
    case DateUse::kNotBefore:
      return time.to <= edge.from;
    default:
      return time.to <= edge.to;
  }
}

/// "before 1970" against "after 1975": nothing lies in both.
std::optional<bool> outside_both(const DateMention& before, const DateMention& after) {
  if (before.value.year == 0 || after.value.year == 0) {
    return std::nullopt;
  }
  const Minutes end = stretch(before.value, before.value.year, false);
  const Minutes begin = stretch(after.value, after.value.year, false);
  return end.from <= (after.use == DateUse::kAfter ? begin.to : begin.from);
}

/// The other reading of 09/10/2022.
DateMention swapped(DateMention date) {
  std::swap(date.value.day, date.value.month);
  date.ambiguous = false;
  return date;
}

}  // namespace

bool is_bound(const DateMention& date) {
  return date.use == DateUse::kBefore || date.use == DateUse::kAfter ||
         date.use == DateUse::kNotBefore;
}

long days_covered(const DateMention& date) {
  const DateValue& d = date.value;
  if (d.weekday != 0 || d.minute_from >= 0 || (d.year == 0 && d.month == 0)) {
    return 1;
  }
  const Minutes m = stretch(d, d.year != 0 ? d.year : kAnyYear, false);
  return (m.to - m.from) / kMinutesPerDay;
}

namespace {

/// Of two dates, one at least with a bound.
std::optional<bool> bounds_exclude(const DateMention& a, const DateMention& b) {
  if (!is_bound(b)) {
    return outside(a, b);
  }
  if (!is_bound(a)) {
    return outside(b, a);
  }
  // "before 1970", "before 1965": the one may hold with the other
  return a.use == b.use              ? std::nullopt
         : a.use == DateUse::kBefore ? outside_both(a, b)
         : b.use == DateUse::kBefore ? outside_both(b, a)
                                     : std::nullopt;
}

}  // namespace

std::optional<bool> dates_apart(const DateMention& a, const DateMention& b) {
  if (a.ambiguous != b.ambiguous) {
    DateMention plain = a.ambiguous ? a : b;
    plain.ambiguous = false;
    const DateMention& other = a.ambiguous ? b : a;
    const auto first = dates_apart(plain, other);
    const auto second = dates_apart(swapped(plain), other);
    return first && second ? std::optional(*first && *second) : std::nullopt;
  }
  return is_bound(a) || is_bound(b) ? bounds_exclude(a, b) : cannot_both_hold(a.value, b.value);
}

std::uint8_t clause_of(const Claim& claim, const DateMention& date) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token + term.tokens > date.first_token;
  });
  return it == claim.terms.end() ? 0 : it->clause;
}

}  // namespace parallax
