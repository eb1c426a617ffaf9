#include "engine/compare/source_names.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

bool same(const char* a, const char* b) {
  const bool forward = same_source({a, ""}, {b, ""});
  REQUIRE(forward == same_source({b, ""}, {a, ""}));
  return forward;
}

}  // namespace

TEST_CASE("names of one source") {
  CHECK(same("the ministry", "Ministry of Defence of Arvenia"));
  CHECK(same("Arvenia's defence ministry", "Ministry of Defence of Arvenia"));
  CHECK(same("Elena Marsh", "Ambassador Marsh"));
  CHECK(same("the foreign minister", "Foreign Minister of Norland"));
}

TEST_CASE("names of different sources") {
  CHECK_FALSE(same("Ministry of Defence of Arvenia", "Ministry of Defence of Belmar"));
  CHECK_FALSE(same("Elena Marsh", "Tomas Vell"));
  CHECK_FALSE(same("the ambassador", "Ministry of Defence of Arvenia"));
  CHECK_FALSE(same("", "the ministry"));
  CHECK_FALSE(same_source({"Ministry of Defence", "FR"}, {"Ministry of Defence", "DE"}));
  CHECK_FALSE(
      same_source({"Ministry of Transport of Arvenia", ""}, {"Ministry of Health of Arvenia", ""}));
  CHECK(same_source({"Ministry of Defence of Arvenia", ""}, {"Arvenia's Ministry of Defense", ""}));
  CHECK(same_source({"Ministry of Foreign Affairs of Arvenia", ""},
                    {"Arvenia's Foreign Ministry", ""}));
}

}  // namespace parallax
