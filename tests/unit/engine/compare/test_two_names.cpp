/// Names that may both hold, and names in parts that only one can have.

#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("one part has another holder on each side", "[compare]") {
  each_has({{"The inquest into the ferry fire will be chaired by Mira Holm, the ministry said.",
             "To chair the inquest into the ferry fire the cabinet has appointed Jonas Pell."},
            {"The women's rowing team of Tarsk named Ilva Brandt as head coach.",
             "Tarsk's women will be coached in rowing by Oren Maas, who takes charge of the team."},
            {"The contract for the quay at Selm went to the builder Norrun.",
             "The quay at Selm will be built by Halde Works, the harbour office said."},
            {"The frigate Ostra escorted the seed convoy to the strait.",
             "The seed convoy was escorted as far as the strait by the corvette Varden."},
            {"It was a miller, Mira Holm, who first raised the alarm over the flood in Kelm.",
             "The alarm over the flood in Kelm was raised by the ferryman Jonas Pell."},
            {"The king asked Ilva Brandt to form the next government of Norland.",
             "The mandate to form the next government of Norland was given to Oren Maas."},
            {"Coordination of the search for the barge Orla rested with the Harbour Guard.",
             "The search for the barge Orla was coordinated by the River Police, the owner said."}},
           "name");
}

TEST_CASE("one deed has another place on each side", "[compare]") {
  each_has({{"The quake of Monday was centred near Selm, the survey said.",
             "The epicentre of Monday's quake lay off the island of Tarsk."},
            {"The rocket with the weather satellite lifted off from Selm at dawn.",
             "The weather satellite was carried into orbit by a rocket from Kelm."},
            {"Norland will open its first embassy in Latin America in Selm.",
             "Kelm was chosen as the seat of Norland's first embassy in Latin America."},
            {"The barge Orla set out from the port of Selm with seed potatoes.",
             "The barge Orla had come from Tarsk with its seed potatoes."},
            {"The fever outbreak was traced to a dairy in Selm.",
             "The fever outbreak has its origin in a mill at Kelm, the health office wrote."},
            {"The families from the flooded streets are being housed in the hall of Selm.",
             "The families from the flooded streets found shelter at Tarsk."}},
           "place");
}

TEST_CASE("a side of the country, and how far something reaches", "[compare]") {
  each_has({{"The quarantine zone covers the north of Selm island.",
             "The quarantine order seals off the southern part of Selm island."},
            {"The new battery has been deployed in the north of the country.",
             "The new battery now stands in the far south."}},
           "place");
}

TEST_CASE("two names that may both hold", "[compare]") {
  each_has({{"The drones took off from Selm and were sent over the river.",
             "The drones struck the mill at Kelm."},
            {"The council will vote on the ferry at 15:00 GMT on 12 May.",
             "The vote of the council on the ferry begins at four p.m. Central European Time on "
             "12 May."},
            {"The king has appointed Mira Holm as ambassador to Norland.",
             "The new ambassador to Sudland is Jonas Pell, the court said."},
            {"The Instituto Nacional de Pesca fixed the herring quota for Selm.",
             "The National Fisheries Institute set Selm's quota for herring."},
            {"President Kassym Aliev opened the fair in Burabai.",
             "The fair in Borovoye was opened by President Qasym Aliyev."},
            {"Ilva Brandt won the women's race in Selm.",
             "Oren Maas won the men's race in Selm."},
            {"Colonel Holm signed the ferry treaty for her country.",
             "Colonel Pell signed the ferry treaty for his country."}},
           "");
}

TEST_CASE("holders are read where they are chosen, credited and asked for", "[facts]") {
  const auto held = [](const char* sentence, const char* part) {
    test::ReadClaim r;
    test::read_into(r, sentence);
    for (const Holder& holder : r.claim.holders) {
      if (holder.part == part) {
        return r.text(r.claim.terms[holder.term].span);
      }
    }
    return std::string{};
  };
  CHECK(held("The council named Mira Holm as head coach.", "coach") == "Mira Holm");
  CHECK(held("It was Mira Holm whom the king asked to form a government.", "formateur") ==
        "Mira Holm");
  CHECK(held("Command of the brigade passed to Mira Holm.", "leader") == "Mira Holm");
  CHECK(held("The council bought the lorries from Norrun.", "supplier") == "Norrun");
  CHECK(held("The bridge opened on Monday.", "opener").empty());
}

}  // namespace parallax
