/// The place of one deed that two claims tell in two ways, and the side of a thing.

#include "tests/support/catch.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("one deed told by two verbs has one place", "[compare]") {
  each_has({{"Composer Ilse Brandt was born in Krumau, the music academy says.",
             "Ilse Brandt, the composer, came into the world in Linz, her biographer writes."},
            {"The kidnapped engineers were released in the town of Wadi Nur, the company said.",
             "The kidnapped engineers regained their freedom in Tel Amar, the mediators reported."},
            {"The Lake Commission has its seat in Entebbe, its charter says.",
             "The seat of the Lake Commission is Kisumu, the host government said."}},
           "place");
}

TEST_CASE("one side of a thing is not the other", "[compare]") {
  each_has({{"The ferry Alma sank off the northern tip of Kelm Island, the coast guard said.",
             "The Alma went down off the southern tip of Kelm Island, survivors told the court."}},
           "place");
}

TEST_CASE("another deed, or a side that is spoken of, has a place of its own", "[compare]") {
  each_has({{"The ferry Alma left the northern tip of Kelm Island, the coast guard said.",
             "The ferry Alma sank off the southern tip of Kelm Island, the coast guard said."},
            {"The engineers were kidnapped in Wadi Nur, the company said.",
             "The engineers were released in Tel Amar, the company said."},
            {"Police in Selm arrested three smugglers, the ministry said.",
             "Police in Dorn arrested three smugglers, the ministry said."},
            {"The minister opened a school in Tora, her office said.",
             "The minister opened a hospital in Essen, her office said."},
            {"A bus overturned near Ahmar, the governor said.",
             "A bus overturned near Selm, the governor said."}},
           "");
}

}  // namespace parallax
