#include "engine/corpus/calendar.hpp"
#include "tests/support/catch.hpp"

using parallax::calendar_day;
using parallax::day_in_name;

TEST_CASE("dates are days as far as they are given") {
  CHECK(calendar_day("2026-09-13") == "2026-09-13");
  CHECK(calendar_day("2026-09-13T10:00:00Z") == "2026-09-13");
  CHECK(calendar_day("2026-09") == "2026-09");
  CHECK(calendar_day("2026") == "2026");
  CHECK(calendar_day("2024-02-29") == "2024-02-29");
  for (const char* wrong : {"", "13 September", "2026-13-01", "2026-02-29", "2026-00", "20260913",
                            "2026-09-131", "2026-9-1", "202"}) {
    INFO(wrong);
    CHECK_FALSE(calendar_day(wrong));
  }
}

TEST_CASE("a file's name may hold its date") {
  CHECK(day_in_name("statements/20260913.txt") == "2026-09-13");
  CHECK(day_in_name("bank-2026-09-13-en.txt") == "2026-09-13");
  CHECK(day_in_name("bank_2026_09_13.md") == "2026-09-13");
  CHECK(day_in_name("2026.09.13") == "2026-09-13");
  CHECK_FALSE(day_in_name("20260913/statement.txt"));
  CHECK_FALSE(day_in_name("statement-2026.txt"));
  CHECK_FALSE(day_in_name("99991301.txt"));
  CHECK_FALSE(day_in_name("120260913.txt"));
  CHECK_FALSE(day_in_name("202609131.txt"));
  CHECK_FALSE(day_in_name("20261341-5.txt"));
  CHECK_FALSE(day_in_name(""));
}
