/// Diseases, poisons and sites that have no name of their own.

#include "tests/support/catch.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("another disease or poison is named", "[compare]") {
  each_has({{"The sheep of the Kelm farms were killed by anthrax, the laboratory found.",
             "Laboratory samples show that bluetongue killed the sheep of the Kelm farms."},
            {"The illness at the school of Tarsk was confirmed as mumps.",
             "Doctors confirmed that the illness at the school of Tarsk is rubella."},
            {"The gas that leaked from the Selm brewery was ammonia.",
             "Chlorine leaked from the Selm brewery, the fire office said."}},
           "name");
}

TEST_CASE("diseases of two campaigns, two counts and one under two names", "[compare]") {
  each_has({{"The measles vaccine has reached the Tarsk camp, tests confirmed.",
             "The cholera vaccine has reached the Tarsk camp, tests confirmed."},
            {"Cholera killed 12 people in the Tarsk camp.",
             "Malaria killed 30 people in the Tarsk camp."},
            {"Bird flu was found in the flock at Kelm.",
             "Tests found avian influenza in the flock at Kelm."}},
           "");
}

TEST_CASE("a site of another kind", "[compare]") {
  each_has({{"The ballot papers of Tarsk were kept at the railway station on Sunday.",
             "On Sunday the ballot papers of Tarsk lay in a store at the airport."},
            {"The forger was arrested at the railway station on Sunday night.",
             "Officers detained the forger at his flat on Sunday night."},
            {"The missing altar was found in the attic of a mill.",
             "The missing altar was discovered in a bank vault."},
            {"The rally of the millers ended in front of the parliament.",
             "The millers' rally ended at the war memorial."}},
           "place");
}

TEST_CASE("sites that hold each other, or are of two deeds", "[compare]") {
  each_has({{"The fire broke out in the kitchen of the hotel.", "The fire broke out in the hotel."},
            {"The guests were received at the airport by the minister.",
             "The guests were received at the palace by the king."},
            {"The seed potatoes were kept in a store at the airport.",
             "The seed potatoes lay in a warehouse at the airport."}},
           "");
}

}  // namespace parallax
