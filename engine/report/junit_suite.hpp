#pragma once

/// What all JUnit files of parallax share. Internal to engine/report.

#include <string>
#include <vector>

namespace parallax {

/// One <testcase>; `body` is markup, everything else is text.
struct JunitCase {
  std::string class_name, name, body;
  bool failed = false, skipped = false;
};

/// A suite with its counts.
[[nodiscard]] std::string junit_suite(const std::string& name, const std::vector<JunitCase>& tests);

/// The file around its suites.
[[nodiscard]] std::string junit_file(const std::string& suites);

}  // namespace parallax
