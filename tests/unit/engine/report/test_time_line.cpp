#include <catch2/catch.hpp>

#include "engine/report/time_line.hpp"

namespace parallax {
namespace {

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TimeRow row(const char* label, bool begun, std::initializer_list<const char*> days) {
  TimeRow made{label, {}, begun};
  for (const char* day : days) {
    made.points.push_back({day, std::string(day) + ": somebody"});
  }
  return made;
}

}  // namespace

TEST_CASE("a time line runs from the first day to the last of all rows") {
  const std::string svg = time_line(
      {row("F1", true, {"2024-01-01", "2024-01-11"}), row("F2", false, {"2024-01-06"})}, "t", "d");
  CHECK(svg.find("<circle class=\"first\" cx=\"76.0\"") != std::string::npos);
  CHECK(svg.find("M600.0 60h0") != std::string::npos);  // the last day, in the first row
  CHECK(svg.find("M338.0 92h0") != std::string::npos);  // the middle, in the second
  CHECK(count_of(svg, "class=\"first\"") == 1);
  CHECK(count_of(svg, "<title id=\"time-title\">t</title>") == 1);
}

TEST_CASE("a day stands once in its row, coarse dates at their beginning, no date nowhere") {
  const std::string svg =
      time_line({row("F1", false, {"2024", "2024-01-01T08:00", "soon", "2024-02"})}, "t", "d");
  CHECK(count_of(svg, "h0M") == 2);  // two points, drawn wide and once more in the middle
  CHECK(svg.find("1 Jan 2024") != std::string::npos);
  CHECK(svg.find("1 Feb 2024") != std::string::npos);
}

TEST_CASE("one day, or none, makes no time line") {
  CHECK(time_line({}, "t", "d").empty());
  CHECK(time_line({row("F1", true, {"2024-01-01"}), row("F2", true, {"2024-01-01"})}, "t", "d")
            .empty());
  CHECK(time_line({row("F1", true, {"soon", "later"})}, "t", "d").empty());
}

TEST_CASE("words of a time line are escaped") {
  TimeRow made = row("F<1>", true, {"2024-01-01", "2024-01-02"});
  made.points[0].words = "</title><script>";
  const std::string svg = time_line({made}, "<t>", "<d>");
  CHECK(svg.find("<script>") == std::string::npos);
  CHECK(svg.find("F&lt;1&gt;") != std::string::npos);
}

}  // namespace parallax
