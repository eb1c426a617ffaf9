#include "engine/compare/importance.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

ReportDivergence finding(Severity severity, const char* kind, double confidence) {
  ReportDivergence d;
  d.severity = severity;
  d.kind = kind;
  d.confidence = confidence;
  return d;
}

Claim with_key_term(double weight) {
  Claim claim;
  if (weight > 0.0) {
    claim.key_terms.push_back({{0, 1}, weight});
  }
  return claim;
}

}  // namespace

TEST_CASE("severity comes first, then kind, then key terms and confidence") {
  std::vector<ReportDivergence> list = {
      finding(Severity::kNote, "number", 1.0), finding(Severity::kDifference, "number", 1.0),
      finding(Severity::kConflict, "stance", 0.9), finding(Severity::kConflict, "number", 0.6),
      finding(Severity::kConflict, "number", 0.9)};
  for (ReportDivergence& d : list) {
    weigh(with_key_term(0.0), with_key_term(0.0), d);
  }
  rank(list);
  CHECK(list[0].confidence == 0.9);
  CHECK(list[0].kind == "number");
  CHECK(list[1].confidence == 0.6);
  CHECK(list[2].kind == "stance");
  CHECK(list[3].severity == Severity::kDifference);
  CHECK(list[4].severity == Severity::kNote);
  CHECK(list[0].id == "D1");
  CHECK(list[4].id == "D5");
}

TEST_CASE("a key term lifts a finding over other kinds, never over a severity") {
  ReportDivergence lifted = finding(Severity::kConflict, "stance", 0.8);
  ReportDivergence plain = finding(Severity::kConflict, "number", 0.8);
  ReportDivergence note = finding(Severity::kNote, "number", 1.0);
  weigh(with_key_term(0.0), with_key_term(1.0), lifted);
  weigh(with_key_term(0.0), with_key_term(0.0), plain);
  weigh(with_key_term(1.0), with_key_term(1.0), note);
  std::vector<ReportDivergence> list = {note, plain, lifted};
  rank(list);
  CHECK(list[0].kind == "stance");
  CHECK(list[2].severity == Severity::kNote);
  CHECK(note.importance <= 1.0);
}

TEST_CASE("tolls come before tariffs in a report") {
  const ComparisonReport report = test::compared(
      "The tariff on steel is 12 percent. In the shelling 12 civilians were killed.",
      "The tariff on steel is 15 percent. In the shelling 15 civilians were killed.");
  const auto& found = report.comparisons.at(0).divergences;
  REQUIRE(found.size() == 2);
  CHECK(found[0].left.text.find("12") != std::string::npos);
  CHECK(report.claim(found[0].left.claim).sentence == 2);
  CHECK_FALSE(found[0].left.key_terms.empty());
}

}  // namespace parallax
