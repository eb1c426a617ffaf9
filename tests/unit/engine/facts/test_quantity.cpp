/// Quantities: value, bounds, unit, kind.

#include <cmath>
#include <limits>
#include <utility>

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"

namespace parallax {
namespace {

struct Case {
  const char* sentence;
  double low;
  double high;
  const char* unit;
};

bool same(double a, double b) {
  return a == b || std::abs(a - b) <= 1e-9 * std::abs(b);
}

TEST_CASE("a quantity has an interval and a unit") {
  constexpr double kNone = std::numeric_limits<double>::infinity();
  const Case cases[] = {
      {"The court freed 17 sailors.", 17, 17, ""},
      {"Seventy-three wells ran dry.", 73, 73, ""},
      {"The fund paid 2.5bn dollars.", 2.5e9, 2.5e9, "USD"},
      {"The fund paid two and a half million euros.", 2.5e6, 2.5e6, "EUR"},
      {"The quota is three lakh tonnes.", 3e8, 3e8, "kg"},
      {"The bridge is 4 kilometres long.", 4000, 4000, "m"},
      {"At least 30 farms burned.", 30, kNone, ""},
      {"Fewer than 12 seats are vacant.", -kNone, 12, ""},
      {"Between 10 and 15 boats left.", 10, 15, ""},
      {"Nearly 200 houses were flooded.", 180, 200, ""},
      {"About 40 goats died.", 36, 44, ""},
      {"Turnout reached 61 per cent.", 61, 61, "%"},
      {"The rate was raised by 25 basis points.", 0.25, 0.25, "pp"},
      {"The target is 1-3/4 percent.", 1.75, 1.75, "%"},
      {"A quarter of the beds are free.", 24, 26, "%"},
      {"One in five pupils was absent.", 19, 21, "%"},
      {"Half of the 80 turbines stopped.", 40, 40, ""},
      {"A 22-year-old sailor drowned.", 22, 22, "age"},
      {"A 36-hour strike began.", 129600, 129600, "s"},
      {"Dozens of boats sank.", 20, 200, ""},
      {"Several hundred workers walked out.", 200, 1000, ""},
  };
  for (const Case& c : cases) {
    INFO(c.sentence);
    test::ReadClaim r;
    test::read_into(r, c.sentence);
    REQUIRE(r.claim.quantities.size() == 1);
    const Quantity& q = r.claim.quantities.front();
    CHECK(same(q.value.low, c.low));
    CHECK(same(q.value.high, c.high));
    CHECK(q.unit == c.unit);
  }
}

TEST_CASE("numbers that are names or references are no quantities") {
  for (const char* sentence : {"The council adopted resolution 2254.", "Article 7 applies.",
                               "The T-72 was destroyed.", "Nobody was hurt.", "One must act."}) {
    INFO(sentence);
    test::ReadClaim r;
    test::read_into(r, sentence);
    CHECK(r.claim.quantities.empty());
  }
}

TEST_CASE("a change is told from a level and an origin") {
  test::ReadClaim r;
  test::read_into(r, "The fee rose by 5 per cent to 40 per cent.");
  REQUIRE(r.claim.quantities.size() == 2);
  CHECK(r.claim.quantities[0].aspect == QuantityAspect::kChange);
  CHECK(r.claim.quantities[1].aspect == QuantityAspect::kLevel);
}

TEST_CASE("the grain follows how a number is written") {
  const std::pair<const char*, double> cases[] = {{"Exports came to 1.2 million euros.", 1e5},
                                                  {"Exports came to 1,214,000 euros.", 1000},
                                                  {"The list has 87 names.", 1},
                                                  {"The list has 1,300 names.", 100},
                                                  {"The rate is 1-3/4 percent.", 0}};
  for (const auto& [sentence, step] : cases) {
    INFO(sentence);
    test::ReadClaim r;
    test::read_into(r, sentence);
    REQUIRE_FALSE(r.claim.quantities.empty());
    CHECK(r.claim.quantities.front().step == Approx(step));
  }
}

}  // namespace
}  // namespace parallax
