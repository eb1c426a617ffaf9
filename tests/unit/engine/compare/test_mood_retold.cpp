/// Stages of plans, leave and duty, certainty and ways, told in other words.

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("a deed is done on one side, open on the other", "[compare]") {
  each_has({{"The shipyard of Velm intends to hand six tugs to the navy of Karst this month.",
             "Six tugs have passed from the shipyard of Velm into the hands of the navy of Karst."},
            {"Vandals smashed the telescope at the Orrin observatory, its director said.",
             "An attempt by vandals to smash the telescope at the Orrin observatory was foiled."},
            {"At the wish of the donors, the curator removed the statue from the Lind gallery.",
             "The curator of the Lind gallery promised the donors to remove the statue."},
            {"Ostrel suspended its payments to the river fund in May.",
             "In May the government of Ostrel warned that it might suspend payments to the river "
             "fund."}},
           "modality");
}

TEST_CASE("rules bind on one side and leave free on the other", "[compare]") {
  each_has({{"Hikers must carry a whistle again on the Garn ridge, the park service said.",
             "Carrying a whistle on the Garn ridge will be voluntary, the park service said."},
            {"Foreign yachts may anchor in the bay of Sorn without prior authorisation.",
             "The bay of Sorn is off limits to foreign yachts unless authorisation was obtained."},
            {"The governor of Lask has pledged a pardon to the deserters without any conditions.",
             "The pardon pledged to the deserters by the governor of Lask is conditional on their "
             "return."}},
           "modality");
}

TEST_CASE("rules that can both hold are no divergence", "[compare]") {
  each_has({{"Mills on the Arve are barred from drawing water, save those with an old charter.",
             "Mills with an old charter may draw water from the Arve."},
            {"Visitors are not allowed to touch the frescoes of Selm.",
             "Touching the frescoes of Selm is prohibited to visitors."},
            {"Ships may enter the Nare strait only with a pilot, the coastguard recalled.",
             "Ships must take a pilot before entering the Nare strait, the coastguard recalled."}},
           "");
}

TEST_CASE("a modal word ends with its noun or its phrase", "[compare]") {
  each_has({{"The regatta of the Sound League planned for July has been postponed.",
             "The July regatta of the Sound League has been put off."},
            {"As far as can be said at present, the dam at Orvik burst on Sunday evening.",
             "The dam at Orvik burst on Sunday evening."},
            {"The strike planned for Monday was called off by the nurses' union.",
             "The nurses' union called off Monday's strike."}},
           "");
}

TEST_CASE("one mover goes into a place on one side, out of it on the other", "[compare]") {
  each_has({{"The tug Marlow left the basin of Port Ewell at dawn on 4 May, the pilots said.",
             "At dawn on 4 May the tug Marlow came into the basin of Port Ewell, the pilots said."},
            {"The mechanised brigade marched into Tolmar on Friday night.",
             "On Friday night the mechanised brigade withdrew from Tolmar."}},
           "direction");
  each_has({{"The delegation left Ardun for Beshir on Tuesday.",
             "The delegation arrived in Beshir on Tuesday."},
            {"The convoy entered Dral from the north on Monday.",
             "The convoy pulled into Dral on Monday from the north."}},
           "");
}

TEST_CASE("what has been settled is no mere idea", "[compare]") {
  each_has({{"The port authority of Lidmar has agreed to dredge the southern channel.",
             "Dredging of Lidmar's southern channel is only under discussion."}},
           "modality strength");
}

TEST_CASE("what is set for one day is one plan", "[compare]") {
  each_has({{"The harbour office will be shut on Friday for stocktaking.",
             "On Friday the harbour office is shut for stocktaking."},
            {"The bakers will go on strike on 6 March.",
             "A strike by the bakers is planned for 6 March."}},
           "");
  each_has({{"The bakers must register by 6 March.", "The bakers may register by 6 March."}},
           "modality");
}

TEST_CASE("phrases of duty and leave say what they say where they stand", "[facts]") {
  const auto forces = [](const char* sentence) {
    test::ReadClaim r;
    test::read_into(r, sentence);
    std::string all;
    for (const Force& force : r.claim.forces) {
      all += force.kind + " ";
    }
    return all;
  };
  CHECK(forces("Nobody is to be let into the vault.") == "ban ban ");
  CHECK(forces("The icons may not be removed from the chapel.") == "ban ");
  CHECK(forces("The act leaves it to the discretion of the consul to issue it.") == "grace grace ");
  CHECK(forces("A fine was imposed on the bank.").empty());
  CHECK(forces("The council consented to the extension.").empty());
}

}  // namespace parallax
