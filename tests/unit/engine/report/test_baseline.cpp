#include "engine/report/baseline.hpp"
#include "engine/report/report_view.hpp"
#include "engine/report/writers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

ComparisonReport example() {
  return test::compared(
      "Nine men died in the fire at the mill. The ministry condemned the strike in Gorin.",
      "Ten men died in the fire at the mill. The ministry welcomed the strike in Gorin.");
}

std::string error_of(const std::string& text) {
  const Result<Baseline> parsed = parse_baseline(text, "base.json");
  return parsed ? "" : parsed.error().to_string();
}

std::string entry(const std::string& fingerprint, const std::string& kind) {
  return R"({"fingerprint":")" + fingerprint + R"(","kind":")" + kind +
         R"(","left":"a","right":"b"})";
}

std::string file(const std::string& entries) {
  return R"({"schema":"parallax.baseline/1","findings":[)" + entries + "]}";
}

}  // namespace

TEST_CASE("a written baseline accepts every finding of its report") {
  ComparisonReport report = example();
  const std::size_t all = report.comparisons.at(0).divergences.size();
  REQUIRE(all >= 2);
  const Baseline baseline = parse_baseline(write_baseline(report), "base.json").value();
  CHECK(baseline.entries.size() == all);
  apply_baseline(baseline, "base.json", report);
  CHECK(count_accepted(report.comparisons.at(0)) == all);
  CHECK(count_severity(report.comparisons.at(0), Severity::kConflict) == 0);
  CHECK(report.baseline->stale.empty());
  CHECK(write_terminal(report).find("ACCEPTED") != std::string::npos);
  CHECK(write_markdown(report).find("### Accepted") != std::string::npos);
  CHECK(write_json(report).find("\"accepted\": true") != std::string::npos);
}

TEST_CASE("notes outlive a renewed baseline, what is not found is stale") {
  ComparisonReport report = example();
  Baseline baseline = parse_baseline(write_baseline(report), "base.json").value();
  baseline.entries.at(0).note = "seen by the press office";
  baseline.entries.push_back({"0123456789abcdef", "date", "old left", "old right", ""});
  apply_baseline(baseline, "base.json", report);
  REQUIRE(report.baseline->stale.size() == 1);
  CHECK(report.baseline->stale.at(0).left == "old left");
  CHECK(write_terminal(report).find("STALE") != std::string::npos);
  CHECK(write_markdown(report).find("Stale") != std::string::npos);
  const Baseline again = parse_baseline(write_baseline(report), "base.json").value();
  CHECK(again.entries.size() + 1 == baseline.entries.size());
  CHECK(again.entries.at(0).note == "seen by the press office");
}

TEST_CASE("an entry of another kind accepts nothing") {
  ComparisonReport report = example();
  const std::string fingerprint = report.comparisons.at(0).divergences.at(0).fingerprint;
  apply_baseline(parse_baseline(file(entry(fingerprint, "label")), "base.json").value(),
                 "base.json", report);
  CHECK(count_accepted(report.comparisons.at(0)) == 0);
  CHECK(report.baseline->stale.size() == 1);
}

TEST_CASE("broken baselines are told with their place") {
  CHECK(error_of("{\n\"schema\": }").find("base.json:2: is not valid JSON") == 0);
  CHECK(error_of("[]").find("base.json: is not a baseline") == 0);
  CHECK(error_of(R"({"schema":"parallax.comparison/1"})").find("base.json: is not a baseline") ==
        0);
  CHECK(error_of(R"({"schema":"parallax.baseline/1"})").find("base.json: has no list") == 0);
  CHECK(error_of(file("7")).find("base.json: findings[0]: is not an object") == 0);
  CHECK(error_of(file(R"({"fingerprint":"0123456789abcdef"})")).find("has no field 'kind'") !=
        std::string::npos);
  CHECK(error_of(file(entry("xyz", "date"))).find("not 16 lower-case hex digits") !=
        std::string::npos);
  CHECK(error_of(file(entry("0123456789abcdef", "mood"))).find("no kind 'mood'") !=
        std::string::npos);
  const std::string good = entry("0123456789abcdef", "date");
  CHECK(error_of(file(good + "," + good)).find("findings[1]: repeats") != std::string::npos);
  CHECK(error_of(std::string(100, '[')).find("nested too deep") != std::string::npos);
  CHECK(error_of(file(good)).empty());
}

}  // namespace parallax
