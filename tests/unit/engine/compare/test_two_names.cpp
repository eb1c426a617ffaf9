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
            {"The fencing school of Tarsk named Ilva Brandt as head coach.",
             "The fencing school of Tarsk will be coached by Oren Maas, its board said."},
            {"The order for the lock gates of Selm went to the firm Norrun.",
             "The lock gates of Selm will be built by Halde Works, the canal office said."},
            {"The tug Ostra accompanied the barge Orla to the lock.",
             "The barge Orla was accompanied as far as the lock by the tug Varden."},
            {"It was a miller, Mira Holm, who first raised the alarm over the flood in Kelm.",
             "The alarm over the flood in Kelm was raised by the ferryman Jonas Pell."},
            {"The regent invited Ilva Brandt to form a new cabinet in Norland.",
             "The mandate to form a new cabinet in Norland was given to Oren Maas."},
            {"Command of the dredging fleet on the Rima passed to the Harbour Guard.",
             "The dredging fleet on the Rima is commanded by the River Police, its crews said."}},
           "name");
}

TEST_CASE("one deed has another place on each side", "[compare]") {
  each_has({{"The quake of Monday was centred near Selm, the survey said.",
             "The epicentre of Monday's quake lay off the island of Tarsk."},
            {"The sounding rocket of the weather office was launched from Selm.",
             "The weather office's sounding rocket blasted off at Kelm."},
            {"The new school of glass will have its seat in Selm.",
             "Kelm was chosen as the seat of the new school of glass."},
            {"The barge Orla set out from the port of Selm with seed potatoes.",
             "The barge Orla had come from Tarsk with its seed potatoes."},
            {"The ringworm outbreak among the goats was traced to a market in Selm.",
             "The ringworm outbreak among the goats began at Kelm, the shepherds said."},
            {"The families from the flooded streets are being housed in the hall of Selm.",
             "The families from the flooded streets found shelter at Tarsk."}},
           "place");
}

TEST_CASE("a side of the country, and how far something reaches", "[compare]") {
  each_has({{"The curfew covers the north of Selm island.",
             "The curfew applies to the southern part of Selm island."},
            {"The new radar has been deployed in the east of the country.",
             "The new radar now stands in the far west."}},
           "place");
}

TEST_CASE("two names that may both hold", "[compare]") {
  each_has(
      {{"The balloons were launched from Selm.", "The balloons landed at Kelm."},
       {"The lock at Selm opens at 06:00 GMT on 12 May.",
        "The opening of the lock at Selm is at seven a.m. Central European Time on 12 May."},
       {"The king has appointed Mira Holm as ambassador to Norland.",
        "The new ambassador to Sudland is Jonas Pell, the court said."},
       {"The Instituto Nacional de Cultura lowered the museum fee in Selm.",
        "The National Culture Institute lowered the museum fee in Selm."},
       {"The fair in Kavirgan was opened on Monday.", "The fair in Kabyrgan was opened on Monday."},
       {"Ilva Brandt won the women's race in Selm.", "Oren Maas won the men's race in Selm."},
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
