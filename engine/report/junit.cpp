/// JUnit XML of a comparison, in the form that CI servers read.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/report/gate_writers.hpp"
#include "engine/report/phrasing.hpp"
#include "engine/report/report_view.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

/// One <testcase>; `body` is markup.
struct TestCase {
  std::string class_name, name, body;
  bool failed = false, skipped = false;
};

std::string side_line(const ComparisonReport& report, const SideInfo& side, const Evidence& e) {
  return fmt::format("{} {} {}: \"{}\"", side.letter, side.file, place(report, e.claim), e.text);
}

TestCase finding_case(const ComparisonReport& report, const Comparison& comparison,
                      const ReportDivergence& d, const Gate& gate) {
  TestCase test;
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

TestCase similarity_case(const Comparison& comparison, const Gate& gate) {
  TestCase test;
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

std::vector<TestCase> cases_of(const ComparisonReport& report, const Comparison& comparison,
                               const Gate& gate) {
  std::vector<TestCase> tests;
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

std::string suite(const std::string& name, const std::vector<TestCase>& tests) {
  const auto failed =
      std::count_if(tests.begin(), tests.end(), [](const TestCase& t) { return t.failed; });
  const auto skipped =
      std::count_if(tests.begin(), tests.end(), [](const TestCase& t) { return t.skipped; });
  std::string out = fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n",
      xml_escaped(name), tests.size(), failed, skipped);
  for (const TestCase& t : tests) {
    out += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", xml_escaped(t.class_name),
                       xml_escaped(t.name));
    out += t.body.empty() ? "/>\n" : ">\n      " + t.body + "\n    </testcase>\n";
  }
  return out + "  </testsuite>\n";
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

std::string xml_escaped(std::string_view text) {
  const std::string clean = one_line(text);
  std::string out;
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(clean, at);
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      case U'\'':
        out += "&apos;";
        break;
      case 0xFFFE:
      case 0xFFFF:
        out += "\xef\xbf\xbd";
        break;
      default:
        out += clean.substr(begin, at - begin);
    }
  }
  return out;
}

std::string write_junit(const ComparisonReport& report, const Gate& gate) {
  check_evidence(report);
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"parallax\">\n";
  for (const Comparison& c : report.comparisons) {
    const std::string name =
        side_info(report, c, Side::kLeft).name + " | " + side_info(report, c, Side::kRight).name;
    out += suite(name, cases_of(report, c, gate));
  }
  return out + "</testsuites>\n";
}

}  // namespace parallax
