/// JUnit XML of a comparison, in the form that CI servers read.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/gate_writers.hpp"
#include "engine/report/junit_suite.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"

namespace parallax {
namespace {

std::string side_line(const ComparisonReport& report, const SideInfo& side, const Evidence& e) {
  return fmt::format("{} {} {}: \"{}\"", side.letter, side.file, place(report, e.claim), e.text);
}

JunitCase finding_case(const ComparisonReport& report, const Comparison& comparison,
                       const ReportDivergence& d, const Gate& gate) {
  JunitCase test;
  test.class_name = "parallax." + d.kind;
  test.name = d.id + " " + d.kind + (d.slot.empty() ? "" : ": " + d.slot);
  const std::string details =
      xml_escaped(side_line(report, side_info(report, comparison, Side::kLeft), d.left)) + "\n" +
      xml_escaped(side_line(report, side_info(report, comparison, Side::kRight), d.right)) + "\n" +
      xml_escaped("because " + d.comparable_because) + "\n" +
      xml_escaped("fingerprint " + d.fingerprint);
  test.failed = gate.fails(d);
  test.skipped = d.accepted;
  if (d.accepted) {
    test.body = fmt::format("<skipped message=\"{}\"/>",
                            xml_escaped("accepted" + (d.note.empty() ? "" : ": " + d.note)));
  } else if (test.failed) {
    test.body =
        fmt::format("<failure message=\"{}\" type=\"{}\">{}</failure>",
                    xml_escaped(told_of(report, comparison, d)), name_of(d.severity), details);
  } else {
    test.body = "<system-out>" + details + "</system-out>";
  }
  return test;
}

JunitCase similarity_case(const Comparison& comparison, const Gate& gate) {
  JunitCase test;
  test.class_name = "parallax.similarity";
  test.name = fmt::format("similarity of {} and more", score(gate.fail_under));
  test.failed = gate.fails(comparison);
  if (test.failed) {
    test.body =
        fmt::format("<failure message=\"similarity {} is lower than {}\" type=\"similarity\"/>",
                    score(comparison.overlap.similarity), score(gate.fail_under));
  }
  return test;
}

std::vector<JunitCase> cases_of(const ComparisonReport& report, const Comparison& comparison,
                                const Gate& gate) {
  std::vector<JunitCase> tests;
  for (const ReportDivergence& d : comparison.divergences) {
    tests.push_back(finding_case(report, comparison, d, gate));
  }
  if (gate.fail_under >= 0.0) {
    tests.push_back(similarity_case(comparison, gate));
  }
  if (tests.empty()) {
    tests.push_back({"parallax", "no findings", "", false, false});
  }
  return tests;
}

}  // namespace

bool Gate::fails(const ReportDivergence& d) const {
  return !d.accepted && std::any_of(fail_on.begin(), fail_on.end(), [&](const std::string& name) {
    return name == d.kind || name == name_of(d.severity);
  });
}

bool Gate::fails(const Comparison& c) const {
  return fail_under >= 0.0 && c.overlap.similarity < fail_under;
}

std::string write_junit(const ComparisonReport& report, const Gate& gate) {
  check_evidence(report);
  std::string suites;
  for (const Comparison& c : report.comparisons) {
    const std::string name =
        side_info(report, c, Side::kLeft).name + " | " + side_info(report, c, Side::kRight).name;
    suites += junit_suite(name, cases_of(report, c, gate));
  }
  return junit_file(suites);
}

}  // namespace parallax
