#include <string>
#include <vector>

#include "models/text/display.hpp"
#include "tests/support/catch.hpp"

using parallax::display_width;
using parallax::printable;
using parallax::wrap;

TEST_CASE("display width counts what a terminal draws") {
  struct Row {
    const char* text;
    std::size_t width;
  };
  const Row row = GENERATE(values<Row>({
      {"", 0},
      {"ministry", 8},
      {"\u201CMinist\u00E8re\u201D \u2013 \u041C\u0418\u0414", 17},
      {"\u4E2D\u56FD", 4},
      {"\uFF21", 2},
      {"e\u0301", 1},                                                     // combining acute
      {"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466", 2},  // family
      {"\U0001F1E6\U0001F1FF", 2},                                        // flag
      {"\U0001F1E6\U0001F1FF\U0001F1E6\U0001F1F2", 4},                    // two flags
      {"\u2764\uFE0F", 2},                                                // emoji presentation
      {"\u0645\u0631\u062D\u0628\u0627", 5},
      {"\uD55C\uAD6D", 4},
      {"\u1112\u1161\u11AB", 2},  // conjoining jamo
      {"\x01[a]\x02", 3},         // marks take no room
  }));
  CAPTURE(row.text);
  CHECK(display_width(row.text) == row.width);
}

TEST_CASE("wrapping breaks at blanks, dashes and hyphens and keeps every word") {
  CHECK(wrap("", 10).empty());
  CHECK(wrap("   ", 10).empty());
  CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("one two three", 13) == std::vector<std::string>{"one two three"});
  CHECK(wrap("one  two", 3) == std::vector<std::string>{"one", "two"});
  CHECK(wrap("  one", 5) == std::vector<std::string>{"one"});
  CHECK(wrap("cease-fire line", 8) == std::vector<std::string>{"cease-", "fire", "line"});
  CHECK(wrap("run --format json", 6) == std::vector<std::string>{"run", "--form", "at", "json"});
  CHECK(wrap("abcdefghij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
  CHECK(wrap("ab abcdefghij k", 4) == std::vector<std::string>{"ab", "abcd", "efgh", "ij k"});
}

TEST_CASE("wrapping respects wide characters and clusters") {
  CHECK(wrap("\u4E2D\u56FD\u5916\u4EA4\u90E8", 4) ==
        std::vector<std::string>{"\u4E2D\u56FD", "\u5916\u4EA4", "\u90E8"});
  CHECK(wrap("ae\u0301ae\u0301ae\u0301", 4) ==
        std::vector<std::string>{"ae\u0301ae\u0301", "ae\u0301"});
  CHECK(wrap("one \U0001F1E6\U0001F1FF two", 6) ==
        std::vector<std::string>{"one \U0001F1E6\U0001F1FF", "two"});
}

TEST_CASE("no line is wider than asked and no byte but blanks is lost") {
  const std::string texts[] = {
      "The ministry\u2019s statement \u2013 issued on 13 September \u2013 said that well-known "
      "facts were "
      "left out, see https://example.org/a/very/long/address/that/does/not/break.",
      "\u5916\u4EA4\u90E8\u53D1\u8A00\u4EBA\u8868\u793A, the talks (\u7B2C3\u8F6E) go on\u3002",
      "[\x01[a]\x02 b] \x01[c d e f g h]\x02 i"};
  const auto without_blanks = [](std::string s) {
    std::erase(s, ' ');
    return s;
  };
  for (const std::string& text : texts) {
    for (std::size_t width = 2; width < 60; ++width) {
      std::string joined;
      for (const std::string& line : wrap(text, width)) {
        CAPTURE(line, width);
        CHECK(display_width(line) <= width);
        joined += line;
      }
      CHECK(without_blanks(joined) == without_blanks(text));
    }
  }
}

TEST_CASE("an opening mark moves to the next line with its word") {
  CHECK(wrap("one \x01[two]\x02", 5) == std::vector<std::string>{"one", "\x01[two]\x02"});
}

TEST_CASE("printable text cannot steer a terminal") {
  CHECK(printable("\x1b[31mred") == "\u241B[31mred");
  CHECK(printable("a\nb\r\nc\td") == "a b  c d");
  CHECK(printable(std::string("a\0b\x7f", 4)) == "a\u2400b\u2421");
  CHECK(printable("a\u202Eb\u2066c\u0085d\u009Be") == "a\uFFFDb\uFFFDc d\uFFFDe");
  CHECK(printable("hy\u00ADphen") == "hyphen");
  CHECK(printable("bad \xff\xc3") == "bad \uFFFD\uFFFD");
  CHECK(printable("\u00E9\u4E2D") == "\u00E9\u4E2D");
}
