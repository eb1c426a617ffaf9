#include "engine/compare/date_text.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

DateValue day(int year, int month, int day_of_month) {
  DateValue d;
  d.year = year;
  d.month = month;
  d.day = day_of_month;
  return d;
}

}  // namespace

TEST_CASE("dates are written for programs and for people") {
  CHECK(date_iso(day(2024, 6, 3)) == "2024-06-03");
  CHECK(date_words(day(2024, 6, 3)) == "3 June 2024");
  CHECK(date_iso(day(0, 12, 31)) == "--12-31");
  CHECK(date_words(day(0, 12, 31)) == "31 December");
  CHECK(date_iso(day(2024, 1, 0)) == "2024-01");
  CHECK(date_words(day(2024, 1, 0)) == "January 2024");
  CHECK(date_iso(day(1999, 0, 0)) == "1999");
  CHECK(date_words(day(1999, 0, 0)) == "1999");
  CHECK(date_iso({}).empty());
  CHECK(date_words({}).empty());
}

TEST_CASE("ranges and times are told in words") {
  DateValue days = day(0, 6, 3);
  days.days = 3;
  CHECK(date_iso(days) == "--06-03..05");
  CHECK(date_words(days) == "3 to 5 June");
  DateValue months = day(2023, 11, 0);
  months.months = 3;
  CHECK(date_words(months) == "November 2023 to January 2024");
  months.year = 0;
  CHECK(date_words(months) == "November to January");
  DateValue over = day(2024, 6, 30);
  over.days = 3;
  CHECK(date_iso(over) == "2024-06-30..2024-07-02");
  CHECK(date_words(over) == "30 June to 2 July 2024");
  DateValue years = day(1968, 0, 0);
  years.years = 6;
  CHECK(date_words(years) == "1968 to 1973");

  DateValue time = day(2024, 6, 3);
  time.minute_from = 3 * 60 + 50;
  time.minute_to = time.minute_from;
  CHECK(date_iso(time) == "2024-06-03 03:50");
  CHECK(date_words(time) == "3 June 2024, 03:50");
  DateValue night;
  night.weekday = 1;
  night.minute_from = 22 * 60;
  night.minute_to = 28 * 60;
  CHECK(date_iso(night) == "22:00..04:00");
  CHECK(date_words(night) == "Monday, 22:00 to 04:00");
}

}  // namespace parallax
