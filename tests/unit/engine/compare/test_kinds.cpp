/// What a thing is said to be.

#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::compared;
using test::each_has;
using test::labels;

TEST_CASE("kinds of things that exclude each other deny each other", "[compare]") {
  each_has({{"The Orvel accord is a treaty, the foreign ministry of Norland said.",
             "The Orvel accord is a memorandum of understanding, the ministry in Selm replied."},
            {"The vessel is a frigate.", "The vessel is a fishing boat."},
            {"The building in Marsk Street was a primary school.",
             "The building in Marsk Street was a military depot."},
            {"Lattice is a rock band from Oslo.", "Lattice is a website founded in 2009."},
            {"Oren Luis Pell (born 4 May 1961) is a Norwegian singer.", "Oren Pell is a horse."},
            {"Ardel, Arizona is a county.", "Ardel (pronounced 'ard-l') is a city in Arizona."}},
           "negation");
  // trades that hardly go together
  each_has({{"Mira Tolland is a senator.", "Mira Tolland is a fashion model and actress."},
            {"Jon Vael (born 1970) is a footballer.", "Jon Vael is a pianist."}},
           "negation");
}

TEST_CASE("things that may be both are left in peace", "[compare]") {
  for (const auto& [left, right] : std::initializer_list<test::Case>{
           {"Mira Tolland is a lawyer.", "Mira Tolland is a politician."},
           {"Mira Tolland is a singer.", "Mira Tolland is an actress and drummer."},
           {"Tarsk is an island.", "Tarsk is a state in the Pacific Ocean."},
           {"Tarsk is a region.", "Tarsk is a province."},
           {"Tarsk University is a school.", "Tarsk University is a building."},
           {"The head of the mission is a lawyer.", "The mission is an army."},
           {"Selm is a town.", "Selm Bay is a bay."},
           {"Tarsk could be a city.", "Tarsk is a county."},
           {"Oren Pell is not a rock singer.", "Oren Pell is a singer."},
           {"A fire was seen in Lima.", "A fire was seen in Quito."}}) {
    INFO(left << " | " << right);
    CHECK(labels(compared(left, right)).empty());
    CHECK(labels(compared(right, left)).empty());
  }
}

TEST_CASE("a denied kind denies the words of that kind", "[compare]") {
  each_has({{"Oren Pell is not a musician.", "Oren Pell is the drummer of Lattice."},
            {"Tarsk is something other than a city.", "Tarsk is a city in Norland."}},
           "negation");
}

TEST_CASE("one thing lies in one place", "[compare]") {
  each_has({{"Valdor is in Thailand.", "Valdor is a city located in Peru."},
            {"Valdor is a country in Europe.",
             "Valdor is a country in North Africa, bordered by Egypt to the east."},
            {"Valdor is in Asia.", "Valdor is the third largest city in Spain."}},
           "place");
  CHECK(labels(compared("Valdor is in Europe.", "Valdor is a town in Spain.")).empty());
  CHECK(labels(compared("Valdor is in Asia.", "Valdor is a town in Turkey.")).empty());
  // who travels is here today and there tomorrow
  CHECK(labels(compared("The delegation is in Kenya.", "The delegation is a committee in Peru."))
            .empty());
  CHECK(labels(compared("Ada Lorn is in Kenya.", "Ada Lorn is in Peru.")).empty());
}

TEST_CASE("a definition has its names, kinds and traits", "[facts]") {
  test::ReadClaim r;
  test::read_into(r,
                  "Ana Sorel (born 1970), known professionally as Ox, is a fictional Dutch singer "
                  "and painter in a film.");
  const Definition& d = r.claim.definition;
  REQUIRE(d.names.size() == 2);
  CHECK(d.names[0].size() == 2);
  REQUIRE(d.kinds.size() == 2);
  CHECK(d.kinds[0].name == "musician");
  REQUIRE(d.traits.size() == 1);
  CHECK(d.traits[0].category == "reality");
  REQUIRE(d.origins.size() == 1);
  CHECK(r.text(r.claim.terms[d.origins[0]].span) == "Dutch");
  CHECK_FALSE(d.negated);
}

}  // namespace parallax
