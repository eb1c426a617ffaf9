/// Dates and times: values, what stands in front of them, relative ones.

#include <utility>

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"

namespace parallax {
namespace {

struct Case {
  const char* sentence;
  int year, month, day;
  DateUse use;
};

TEST_CASE("dates are read as far as they are given") {
  const Case cases[] = {
      {"The treaty was signed on 4 May 2019.", 2019, 5, 4, DateUse::kOn},
      {"The treaty was signed on May 4, 2019.", 2019, 5, 4, DateUse::kOn},
      {"The treaty was signed on 2019-05-04.", 2019, 5, 4, DateUse::kOn},
      {"The treaty was signed on 14/05/2019.", 2019, 5, 14, DateUse::kOn},
      {"The treaty was signed in May 2019.", 2019, 5, 0, DateUse::kOn},
      {"The embargo has been in force since 2016.", 2016, 0, 0, DateUse::kSince},
      {"The mine must close by 1 June 2030.", 2030, 6, 1, DateUse::kBy},
      {"The lease runs until 2031.", 2031, 0, 0, DateUse::kUntil},
      {"The dam was built before 1998.", 1998, 0, 0, DateUse::kBefore},
      {"The dam was built after 1998.", 1998, 0, 0, DateUse::kAfter},
      {"The dam gave way in the spring of 2015.", 2015, 3, 0, DateUse::kOn},
      {"Output fell in the third quarter of 2023.", 2023, 7, 0, DateUse::kOn},
  };
  for (const Case& c : cases) {
    INFO(c.sentence);
    test::ReadClaim r;
    test::read_into(r, c.sentence);
    REQUIRE(r.claim.dates.size() == 1);
    const DateMention& d = r.claim.dates.front();
    CHECK(d.value.year == c.year);
    CHECK(d.value.month == c.month);
    CHECK(d.value.day == c.day);
    CHECK(d.use == c.use);
  }
}

TEST_CASE("times are read in words") {
  const std::pair<const char*, int> cases[] = {
      {"The quake struck at ten past five on Sunday.", 310},
      {"The train left at half past six in the evening.", 18 * 60 + 30},
      {"The train left at a quarter to nine in the evening.", 20 * 60 + 45},
      {"The train left at twenty minutes to six.", 5 * 60 + 40},
      {"The train left at ten to six in the morning.", 5 * 60 + 50},
      {"The quake struck at 3.40 on Sunday morning.", 220},
      {"The quake struck at 3.40 on Sunday afternoon.", 15 * 60 + 40},
      {"The quake struck at 17.05 on Sunday.", 17 * 60 + 5},
      {"The bells rang at half past ten at night.", 22 * 60 + 30},
      {"The bells rang at 12.40 on Sunday.", 12 * 60 + 40},
      {"The bells rang at a quarter past twelve in the afternoon.", 12 * 60 + 15}};
  for (const auto& [sentence, minute] : cases) {
    INFO(sentence);
    test::ReadClaim r;
    test::read_into(r, sentence);
    REQUIRE(r.claim.dates.size() == 1);
    CHECK(r.claim.dates.front().value.minute_from == minute);
  }
  for (const char* sentence :
       {"Output rose from ten to five hundred.", "Five to six ships left.",
        "The index rose by 3.40 on Sunday.", "The rate stood at 3.40 per cent.",
        "The rent was cut by a quarter to twelve per cent.", "Prices fell by half to 5 dinars.",
        "The wait was cut from 30 minutes to 10 minutes.",
        "The rate fell from 3.40 on Monday to 3.35."}) {
    INFO(sentence);
    test::ReadClaim r;
    test::read_into(r, sentence);
    for (const DateMention& d : r.claim.dates) {
      CHECK(d.value.minute_from < 0);
    }
  }
}

TEST_CASE("relative days are reckoned from the date of publication") {
  const std::pair<const char*, int> cases[] = {{"The line was cut yesterday.", 13},
                                               {"The line was cut on Monday.", 11},
                                               {"The line will be cut on Monday.", 18},
                                               {"The line will be cut tomorrow.", 15}};
  for (const auto& [sentence, day] : cases) {
    INFO(sentence);
    test::ReadClaim r;
    test::read_into(r, sentence, "2024-03-14");  // a Thursday
    REQUIRE(r.claim.dates.size() == 1);
    CHECK(r.claim.dates.front().value.month == 3);
    CHECK(r.claim.dates.front().value.day == day);
    CHECK(r.claim.dates.front().relative);
  }
}

TEST_CASE("times of the day stand alone or with their day") {
  test::ReadClaim r;
  test::read_into(r, "The shelling began at 20:15 on 3 April.");
  REQUIRE(r.claim.dates.size() == 1);
  CHECK(r.claim.dates.front().value.minute_from == 20 * 60 + 15);
  CHECK(r.claim.dates.front().value.day == 3);
  test::ReadClaim dawn;
  test::read_into(dawn, "The dam gave way at dawn.");
  REQUIRE(dawn.claim.dates.size() == 1);
  CHECK(dawn.claim.dates.front().value.minute_from == 240);
}

}  // namespace
}  // namespace parallax
