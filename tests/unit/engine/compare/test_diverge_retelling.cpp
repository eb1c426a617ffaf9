/// Rules for what two institutions tell of one matter in sentences of their own: blame, bans,
/// leave, limits of time, members of a series; each pair is told both ways round.

#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("one deed is laid to two parties") {
  each_has({{"The council blamed Ostria for the raid on the depot.",
             "Responsibility for the raid on the depot lies with Kelland."},
            {"The ministry holds the rebels responsible for the blast at the mill.",
             "The blast at the mill was caused by soldiers of the garrison."},
            {"The tanker Elvira was boarded by marines.",
             "According to the owner, it was pirates who boarded the tanker Elvira."},
            {"Militants burned the mill at Sorne.", "The mill at Sorne was burned by soldiers."}},
           "role");
}

TEST_CASE("deeds of their own, and one party by two names, are no other blame") {
  each_has({{"The army captured two militants.", "Militants captured two soldiers."},
            {"Kelland is not responsible for the fire at the mill.",
             "Ostria is responsible for the fire at the mill."},
            {"The guards blamed the storm for the outage.", "The outage was caused by the storm."},
            {"The council praised the work of the police at the mill.",
             "The council praised the work of the soldiers at the mill."}},
           "");
}

TEST_CASE("not until and not before say when") {
  each_has({{"The mill did not reopen until 9 May.", "The mill reopened on 2 May."},
            {"The road will not close before 4 June.", "The road will close on 1 June."},
            {"The envoys left before 3 May.", "The envoys left on 8 May."}},
           "date");
  each_has({{"The mill did not reopen until 9 May.", "The mill reopened on 9 May."},
            {"The road will not close before 4 June.", "The road will close on 11 June."},
            {"The truce did not last until Friday.", "The truce did not last until Friday night."}},
           "");
}

TEST_CASE("before on one side and after on the other") {
  each_has({{"The guards left the bridge before the truce began.",
             "The guards left the bridge after the truce had begun."}},
           "date");
  each_has({{"The guards left the bridge before the truce began.",
             "The guards left the bridge before the truce took effect."}},
           "");
}

TEST_CASE("what is done by one day is done by the next") {
  each_has({{"By Monday divers had recovered the bell of the ferry.",
             "By Thursday divers had recovered the bell of the ferry."},
            {"The ministry undertook to publish the list no later than 5 May.",
             "The ministry published the list on 2 May."}},
           "");
  each_has({{"The ministry will publish the list by 5 May.",
             "The ministry will publish the list by 9 May."}},
           "date");
}

TEST_CASE("days of the week with a clock") {
  each_has(
      {{"The gate was opened on Monday at 6 a.m.", "The gate was opened on Thursday at 6 a.m."}},
      "date");
  each_has({{"The gate was opened on Monday night.", "The gate was opened on Tuesday at 2 a.m."}},
           "");
}

TEST_CASE("another one of a series is another place or thing") {
  each_has({{"The lorry was stopped at checkpoint 9.", "The lorry was stopped at checkpoint 11."}},
           "place");
  each_has({{"The tremor had magnitude 6.", "The tremor had magnitude 7."}}, "number");
}

TEST_CASE("hosts and venues say where") {
  each_has({{"The talks will be held in Geneva.", "Vienna will host the talks."},
            {"The talks will be held in Geneva.", "The venue for the talks will be Vienna."},
            {"The museum opens a branch in Italy in Turin.",
             "The museum opens a branch in Italy in Naples."}},
           "place");
  each_has({{"The talks will be held in Geneva.", "Geneva will host the talks."}}, "");
}

TEST_CASE("leave, duty and ban in other words") {
  each_has(
      {{"Owners are obliged to sell the pond.", "The act permits owners to sell the pond."},
       {"Clubs must release their players.", "Clubs may refuse to release their players."},
       {"Drones may be flown over the lake.", "A ban on flying drones over the lake is in force."},
       {"Foreign boats may enter the bay without a permit.",
        "Foreign boats must obtain a permit before they enter the bay."},
       {"Chemists may sell the drug without a prescription.",
        "A prescription is required for the drug at all chemists."},
       {"Labels are compulsory for honey.", "Labels are optional for honey."},
       {"Lorries may use the old bridge.", "Lorries may not use the old bridge."}},
      "modality");
  each_has({{"Boats are forbidden to enter the bay.", "A boat entered the bay on Sunday."}}, "");
}

TEST_CASE("advice against is a position") {
  each_has({{"The agency recommends the vaccine for infants.",
             "The agency advises doctors against the vaccine for infants."}},
           "stance");
}

TEST_CASE("two parties change places around verbs of one kin") {
  each_has({{"The barge rammed the ferry Aster.", "The ferry Aster ran into the barge."},
            {"Ostria leased the islet to Kelland.", "Ostria leases the islet from Kelland."},
            {"The Bank of Ostria lent gold to the Bank of Kelland.",
             "The Bank of Kelland said that it had lent gold to the Bank of Ostria."}},
           "role");
}

TEST_CASE("two negations, hedged possibility and questions are no denial") {
  each_has(
      {{"It is not true that the lorry did not reach the camp.", "The lorry reached the camp."},
       {"It is not impossible that the talks will resume.", "The talks may resume."},
       {"Hardly anybody failed to register.", "Nearly everybody registered."},
       {"Did the guards fire, the judge wanted to know.", "The guards did not fire."},
       {"Kelland denied that it had shelled the pier.",
        "Witnesses say Kelland shelled the pier, a claim which Kelland has rejected."}},
      "");
}

TEST_CASE("a rule holds beside one case") {
  each_has({{"Hearings are generally held in Brenn.", "The hearing of 4 May was held in Solk."}},
           "");
}

TEST_CASE("bounds of one side that are far apart") {
  each_has({{"The fund sold more than 30 flats.", "The fund sold more than 20 flats."}}, "number");
  each_has({{"The fund sold at least 30 flats.", "The fund sold at least 20 flats."},
            {"The fund sold more than 30 flats.", "The fund sold more than 28 flats."}},
           "");
}

TEST_CASE("parts of a total are of its kind, and near it") {
  each_has({{"The board runs more than 25 schools in fewer than 15 towns.",
             "The board runs 23 schools in 19 towns."}},
           "number");
  each_has({{"The fire killed 17 people.", "The fire killed 12 men and 5 women."},
            {"The blast injured 90 people.", "The blast injured 30 children."}},
           "");
}

TEST_CASE("some were harmed, or nobody was") {
  each_has({{"Two sailors of the crew were injured and taken ashore.",
             "The captain reported that nobody was hurt on board."}},
           "negation");
  each_has({{"No civilians were killed in the raid.", "Three soldiers were killed in the raid."},
            {"Nobody was hurt in the fire.", "Three people were hurt in the crash."}},
           "");
}

TEST_CASE("the only claims on one outcome find each other") {
  const ComparisonReport report = test::compared(
      "The barge struck the pier at dawn. Two sailors were injured. The pier is closed.",
      "Our barge touched the mole early in the day. Nobody was hurt. An inquiry has begun.");
  CHECK(test::labels(report).find("negation") != std::string::npos);
}

TEST_CASE("partners that name each other have one agreement") {
  each_has({{"The pact with Kelland enters into force on 1 May, Ostria said.",
             "The pact with Ostria enters into force on 9 May, Kelland said."}},
           "date");
}

TEST_CASE("no agreement where each side tells another cause") {
  const ComparisonReport report =
      test::compared("The union blamed the operator for the delays at the harbour.",
                     "The delays at the harbour were caused by heavy seas.");
  for (const auto& pair : report.comparisons.at(0).pairs) {
    CHECK(pair.relation != Relation::kAgree);
  }
}

TEST_CASE("no agreement where each side names somebody else") {
  const ComparisonReport report = test::compared("The assembly chose Ada Lund as the new speaker.",
                                                 "The gazette names Ivo Kern as the new speaker.");
  for (const auto& pair : report.comparisons.at(0).pairs) {
    CHECK(pair.relation != Relation::kAgree);
  }
}

}  // namespace parallax
