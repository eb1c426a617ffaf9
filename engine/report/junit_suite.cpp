#include "engine/report/junit_suite.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/report/gate_writers.hpp"
#include "engine/report/phrasing.hpp"
#include "models/base/utf8.hpp"

namespace parallax {

std::string junit_suite(const std::string& name, const std::vector<JunitCase>& tests) {
  const auto failed =
      std::count_if(tests.begin(), tests.end(), [](const JunitCase& t) { return t.failed; });
  const auto skipped =
      std::count_if(tests.begin(), tests.end(), [](const JunitCase& t) { return t.skipped; });
  std::string out = fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n",
      xml_escaped(name), tests.size(), failed, skipped);
  for (const JunitCase& t : tests) {
    out += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", xml_escaped(t.class_name),
                       xml_escaped(t.name));
    out += t.body.empty() ? "/>\n" : ">\n      " + t.body + "\n    </testcase>\n";
  }
  return out + "  </testsuite>\n";
}

std::string junit_file(const std::string& suites) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"parallax\">\n" + suites +
         "</testsuites>\n";
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

}  // namespace parallax
