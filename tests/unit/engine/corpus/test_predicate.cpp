#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/corpus/predicate.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

DocumentFacts facts(const char* source, const char* date, const char* id = "x") {
  Record record;
  record.id = id;
  record.language = "en";
  if (source != nullptr) {
    record.source = source;
  }
  if (date != nullptr) {
    record.date = date;
  }
  return facts_of(record);
}

bool holds(std::string_view text, const DocumentFacts& a, const DocumentFacts& b) {
  const Result<PairPredicate> parsed = PairPredicate::parse(text, "--where");
  INFO(text);
  INFO((parsed ? "" : parsed.error().to_string()));
  REQUIRE(parsed);
  return parsed.value().holds(a, b);
}

std::string refusal(std::string_view text) {
  const Result<PairPredicate> parsed = PairPredicate::parse(text, "--where");
  INFO(text);
  REQUIRE_FALSE(parsed);
  const std::string message = parsed.error().to_string();
  CHECK(message.find('\n') == std::string::npos);
  return message;
}

}  // namespace

TEST_CASE("predicates compare texts, dates and days") {
  const DocumentFacts a = facts("Ministry", "2024-02-27", "a");
  const DocumentFacts b = facts("Union", "2024-03-01", "b");
  CHECK(holds("a.source != b.source", a, b));
  CHECK_FALSE(holds("a.source == b.source", a, b));
  CHECK(holds("a.source == \"Ministry\" && b.source == 'Union'", a, b));
  CHECK(holds("a.source < b.source", a, b));
  CHECK(holds("a.id >= 'a' and not a.id > 'a'", a, b));
  CHECK(holds("a.lang == b.lang", a, b));
  CHECK(holds("days(a.date, b.date) == 3", a, b));  // a leap year
  CHECK(holds("days(b.date,a.date)<=3", a, b));
  CHECK_FALSE(holds("days(a.date, b.date) < 2.5", a, b));
  CHECK(holds("days(a.date, '2024-02-20') == 7", a, b));
  CHECK(holds("a.date < b.date", a, b));
  CHECK(holds("a.date >= '2024' && a.date < '2024-03'", a, b));
  CHECK(holds("'2024-02-27' == a.date", a, b));
  CHECK(holds("1 < 2 || a.id == 'z'", a, b));
  CHECK(holds("-1.5 < 0", a, b));
}

TEST_CASE("predicates bind not before and before or, and brackets override") {
  const DocumentFacts f;
  CHECK(holds("1 == 1 || 1 == 2 && 1 == 3", f, f));
  CHECK_FALSE(holds("(1 == 1 || 1 == 2) && 1 == 3", f, f));
  CHECK(holds("!1 == 2 && 1 == 1", f, f));  // the whole comparison is negated
  CHECK_FALSE(holds("!(1 == 2 || 1 == 1)", f, f));
  CHECK(holds("!!(1 == 1)", f, f));
  CHECK(holds("not not 1 == 1", f, f));
}

TEST_CASE("what is missing makes a comparison false, and its negation true") {
  const DocumentFacts known = facts("Ministry", "2024-05");
  const DocumentFacts unknown = facts(nullptr, nullptr);
  const DocumentFacts vague = facts("Union", "next Tuesday");
  CHECK_FALSE(holds("a.source == b.source", unknown, unknown));
  CHECK_FALSE(holds("a.source != b.source", known, unknown));
  CHECK(holds("!(a.source == b.source)", known, unknown));
  CHECK_FALSE(holds("days(a.date, b.date) >= 0", known, vague));
  CHECK_FALSE(holds("a.date < b.date", vague, known));
  CHECK_FALSE(holds("a.title == ''", known, known));
}

TEST_CASE("texts in predicates take both marks and escapes") {
  const DocumentFacts a = facts("Dockers' \"Union\" \\ Lorland", nullptr);
  CHECK(holds(R"(a.source == 'Dockers\' "Union" \\ Lorland')", a, a));
  CHECK(holds(R"(a.source == "Dockers' \"Union\" \\ Lorland")", a, a));
}

TEST_CASE("mistakes in predicates are told with their column") {
  const std::vector<std::pair<const char*, const char*>> kCases = {
      {"", "not the end at column 1"},
      {"a.source", "one of == != < <= > >= was expected, not the end at column 9"},
      {"a.source = b.source", "not '=' at column 10"},
      {"a.colour == b.colour",
       "source, date, id, title or lang was expected, not 'colour' at "
       "column 3"},
      {"c.source == b.source", "not 'c' at column 1"},
      {"a.source == b.source)", "'&&', '||' or the end was expected, not ')' at column 21"},
      {"(a.source == b.source", "')' was expected, not the end at column 22"},
      {"a.source == 'open", "a text without its closing mark begins at column 13"},
      {"a.source == 'a\\n'", "only \\\" \\' and \\\\ may follow a backslash at column 15"},
      {"a.source == 3", "a text cannot be compared with a number at column 10"},
      {"a.date == 3", "a date cannot be compared with a number at column 8"},
      {"a.date == 'soon'", "no date such as 2020-05-31 at column 8"},
      {"a.date > '2023-02-29'", "no date such as 2020-05-31 at column 8"},
      {"days(a.id, b.date) < 3", "this is none, at column 6"},
      {"days(a.date b.date) < 3", "',' was expected, not 'b' at column 13"},
      {"days a.date", "'(' was expected, not 'a' at column 6"},
      {"a.id == b.id && ", "not the end at column 17"},
      {"a.id == b.id & a.id == b.id", "not '&' at column 14"},
      {"a.id == '\xc3\xa9\xc3\xa9' ?", "not '?' at column 14"},
      {"1 == -", "a number was expected at column 6"},
      {"1 == 1 \x01", "a control character at column 8"},
  };
  for (const auto& [text, message] : kCases) {
    const std::string got = refusal(text);
    CHECK(got.starts_with("--where: "));
    INFO(got << "\nwanted " << message);
    CHECK(got.find(message) != std::string::npos);
  }
  CHECK(refusal(std::string(101, '(') + "1 == 1").find("nested deeper than 100") !=
        std::string::npos);
  CHECK(refusal(std::string(70000, ' ')).find("64 KiB") != std::string::npos);
  CHECK(refusal("a.id == '\xff'").find("UTF-8") != std::string::npos);
}

TEST_CASE("long chains need no deep recursion") {
  std::string chain = "1 == 2";
  for (int i = 0; i < 5000; ++i) {
    chain += " || 1 == 2";
  }
  CHECK_FALSE(holds(chain, {}, {}));
  CHECK(holds(chain + " || 2 == 2", {}, {}));
}

TEST_CASE("days are counted in the Gregorian calendar") {
  CHECK(day_of("1970-01-01") == 0);
  CHECK(day_of("1969-12-31") == -1);
  CHECK(day_of("2000-03-01") == 11017);
  CHECK(day_of("2024") == day_of("2024-01-01"));
  CHECK(day_of("2024-02") == day_of("2024-02-01"));
  CHECK(day_of("2024-02-29T10:00:00Z") == *day_of("2024-03-01") - 1);
  CHECK(*day_of("0001-01-01") - *day_of("0000-12-31") == 1);
  CHECK(*day_of("0000-03-01") - *day_of("0000-02-29") == 1);
  for (const char* none : {"", "24", "2024-13", "2024-00-10", "2023-02-29", "2024-2-3", "2024x",
                           "2024-02-03x", "2024-02T", "today"}) {
    INFO(none);
    CHECK_FALSE(day_of(none));
  }
  std::int64_t last = *day_of("1899-12-31");
  for (const char* next : {"1900-01-01", "1900-01-02"}) {
    CHECK(*day_of(next) == ++last);
  }
  CHECK_FALSE(day_of("1900-02-29"));
}

}  // namespace parallax
