#include <cmath>
#include <limits>

#include "engine/report/rounding.hpp"
#include "engine/report/writers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {

TEST_CASE("rounding again changes nothing") {
  for (double value = 0.0000001; value < 1e12; value *= 1.7) {
    CHECK(rounded(rounded(value)) == rounded(value));
    CHECK(rounded(-value) == -rounded(value));
  }
  CHECK(!std::signbit(rounded(-1e-9)));
  CHECK(std::isinf(rounded(std::numeric_limits<double>::infinity())));
}

TEST_CASE("only 0 and 1 become 0 and 1") {
  CHECK(rounded_score(0.0) == 0.0);
  CHECK(rounded_score(1.0) == 1.0);
  CHECK(rounded_score(1e-12) == 0.000001);
  CHECK(rounded_score(1.0 - 1e-12) == 0.999999);
  CHECK(rounded_score(0.1234564999) == 0.123456);
  for (double score = 1e-7; score < 1.0; score *= 1.01) {
    CHECK(rounded_score(rounded_score(score)) == rounded_score(score));
  }
}

TEST_CASE("a rounded report is the same in JSON") {
  ComparisonReport report = test::compared("Nine men died in Orlec. The road to Gorin is open.",
                                           "Ten men died in Orlec. The road to Gorin is closed.");
  const std::string before = write_json(report);
  round_scores(report);
  CHECK(write_json(report) == before);
  CHECK(report.claims.at(0).weight == rounded(report.claims.at(0).weight));
}

}  // namespace parallax
