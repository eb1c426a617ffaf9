/// One part in one matter, held by another party on each side.

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("another party owns, runs, wrote or won it on each side", "[compare]") {
  each_has({{"The ferry line between Selm and Tarsk is operated by Norrun.",
             "Halde Shipping runs the ferry line between Selm and Tarsk, the harbour office said."},
            {"The granary that burned down in Kelm is the property of Ostermark Mills.",
             "Owner of the burned granary in Kelm is the Varden Group, the fire office wrote."},
            {"The study of river salt in Kelm was written by Mira Holm.",
             "It was Jonas Pell who wrote the study of river salt in Kelm."},
            {"The poetry prize of Tarsk was won by Ilva Brandt, the jury said.",
             "Oren Maas is the winner of the poetry prize of Tarsk."}},
           "name");
}

TEST_CASE("one thing is where it cannot be on both sides", "[compare]") {
  each_has(
      {{"The wreck of the barge Orla, which sank in May, lies off Port Kelm; it sank near Kelm.",
        "The barge Orla sank near Tarsk in May."},
       {"The freighter Varna docked at Selm with 40 tonnes of seed potatoes.",
        "With its seed potatoes the freighter Varna moored at Tarsk."},
       {"The final of the rowing cup will be played in Selm.",
        "Tarsk is to stage the final of the rowing cup."}},
      "place");
}

TEST_CASE("other parts, other matters and one party under two names are no divergence",
          "[compare]") {
  each_has({{"The ferry line between Selm and Tarsk is operated by Norrun.",
             "The ferries between Selm and Tarsk were built by Halde Shipping."},
            {"The ferry line between Selm and Tarsk is operated by Norrun Lines.",
             "Norrun runs the ferry line between Selm and Tarsk."},
            {"The granary in Kelm is owned by Ostermark Mills, the land office wrote.",
             "The tramway between Selm and Tarsk is owned by the Varden Group."},
            {"The poetry prize of Tarsk was not won by Ilva Brandt.",
             "Oren Maas is the winner of the poetry prize of Tarsk."}},
           "");
}

TEST_CASE("holders are read in front of, behind and beside the words", "[facts]") {
  const auto held = [](const char* sentence) {
    test::ReadClaim r;
    test::read_into(r, sentence);
    std::string all;
    for (const Holder& holder : r.claim.holders) {
      all += holder.part + "/" + r.text(r.claim.terms[holder.term].span) + " ";
    }
    return all;
  };
  CHECK(held("The quay is operated by Norrun.") == "operator/Norrun ");
  CHECK(held("Norrun operates the quay.") == "operator/Norrun ");
  CHECK(held("The operator of the quay is Norrun.") == "operator/Norrun ");
  CHECK(held("Norrun is the operator of the quay.") == "operator/Norrun ");
  CHECK(held("The quay is not operated by Norrun.").empty());
  CHECK(held("The quay is operated by the city.").empty());
}

}  // namespace parallax
