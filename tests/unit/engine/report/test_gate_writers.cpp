#include <string>

#include "engine/report/csv.hpp"
#include "engine/report/gate_writers.hpp"
#include "engine/report/sarif_rules.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {

TEST_CASE("cells of a spreadsheet are quoted where they must be") {
  CHECK(csv_cell("plain") == "plain");
  CHECK(csv_cell("").empty());
  CHECK(csv_cell("a,b") == "\"a,b\"");
  CHECK(csv_cell("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(csv_cell("two\r\nlines") == "two lines");
  CHECK(csv_record({"a", "", "b,c"}) == "a,,\"b,c\"\r\n");
}

TEST_CASE("no cell is a formula") {
  for (const std::string start : {"=", "+", "-", "@", "\xef\xbc\x9d", "\xef\xbc\x8b"}) {
    CHECK(csv_cell(start + "1") == "'" + start + "1");
    CHECK(csv_cell("\t" + start + "1") == "'" + start + "1");
    CHECK(csv_cell("\r" + start + "1") == "'" + start + "1");
  }
  CHECK(csv_cell("=1,2") == "\"'=1,2\"");
  CHECK(csv_cell("1-2") == "1-2");
}

TEST_CASE("XML holds nothing that it forbids") {
  CHECK(xml_escaped("<a href=\"x\" b='y'>&</a>") ==
        "&lt;a href=&quot;x&quot; b=&apos;y&apos;&gt;&amp;&lt;/a&gt;");
  CHECK(xml_escaped("]]>") == "]]&gt;");
  CHECK(xml_escaped(std::string("a\0b", 3)) ==
        "a\xe2\x90\x80"
        "b");
  CHECK(xml_escaped("\x1b[31m") == "\xe2\x90\x9b[31m");
  CHECK(xml_escaped("\xef\xbf\xbe\xef\xbf\xbf") == "\xef\xbf\xbd\xef\xbf\xbd");
  CHECK(xml_escaped("\xff") == "\xef\xbf\xbd");
  CHECK(xml_escaped("\xe2\x80\xae") == "\xef\xbf\xbd");
}

TEST_CASE("gates look at kind, severity and similarity, and pass what is accepted") {
  ReportDivergence d;
  d.kind = "number";
  d.severity = Severity::kConflict;
  Comparison c;
  c.overlap.similarity = 0.5;
  CHECK_FALSE(Gate{}.fails(d));
  CHECK_FALSE(Gate{}.fails(c));
  CHECK(Gate{{"conflict"}, -1.0}.fails(d));
  CHECK(Gate{{"date", "number"}, -1.0}.fails(d));
  CHECK_FALSE(Gate{{"note", "date"}, -1.0}.fails(d));
  CHECK_FALSE(Gate{{}, 0.5}.fails(c));
  CHECK(Gate{{}, 0.51}.fails(c));
  d.accepted = true;
  CHECK_FALSE(Gate{{"conflict"}, -1.0}.fails(d));
}

TEST_CASE("every kind that is found has its rule") {
  const ComparisonReport report =
      test::compared("At Rudnik, 14 miners were killed.", "At Rudnik, 17 miners were killed.");
  REQUIRE_FALSE(report.comparisons.front().divergences.empty());
  const std::string sarif = write_sarif(report);
  CHECK(sarif == write_sarif(report));
  CHECK(sarif.find("\"ruleIndex\": 0") != std::string::npos);
  CHECK(kinds_with_help().size() == 13);
}

}  // namespace parallax
