#include <string>

#include "models/text/latin.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

TEST_CASE("Names keep their letters across spellings and scripts", "[text]") {
  struct Case {
    const char* a;
    const char* b;
    bool same;
  };
  const Case cases[] = {
      {"Moustafaïev", "Mustafayev", true}, {"Мустафаев", "Mustafayev", true},
      {"Kharkiv", "Харків", true},         {"Lukaschenko", "Лукашенко", true},
      {"Lawrow", "Lavrov", true},          {"Sokolow", "Соколов", true},
      {"Petrov", "Ivanov", false},         {"Berger", "Keller", false},
      {"Söderlund", "Soderlund", true},    {"", "Keller", false},
  };
  for (const Case& c : cases) {
    INFO(c.a << " / " << c.b);
    CHECK((name_skeleton(c.a) == name_skeleton(c.b)) == c.same);
  }
}

TEST_CASE("A final -a is told apart in every script", "[text]") {
  CHECK(feminine_ending("Petrova"));
  CHECK(feminine_ending("Петрова"));
  CHECK_FALSE(feminine_ending("Petrov"));
  CHECK_FALSE(feminine_ending(""));
}

TEST_CASE("The ASCII path and the long one agree", "[text]") {
  CHECK(latin("Keller-Weber") == "keller-weber");
  CHECK(latin("É") == "e");
  CHECK(latin("Ж") == "z");
}

}  // namespace
}  // namespace parallax
