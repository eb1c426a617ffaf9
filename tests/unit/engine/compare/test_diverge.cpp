/// The rule families on pairs of sentences, as tables; each pair is told both ways round.

#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::Case;
using test::each_has;
namespace {

TEST_CASE("numbers that cannot both hold") {
  each_has({{"The mine employs 410 workers.", "The mine employs 140 workers."},
            {"At least 60 goats survived.", "Fewer than 40 goats survived."},
            {"A quarter of the wells are dry.", "Three quarters of the wells are dry."},
            {"The line is 120 kilometres long.", "The line is 120 miles long."},
            {"Two judges resigned and five abstained.", "Five judges resigned and two abstained."}},
           "number");
}

TEST_CASE("numbers that agree or are not comparable") {
  each_has({{"The loss is 1.2 million euros.", "The loss is 1,214,000 euros."},
            {"Nearly 50 barns burned.", "48 barns burned."},
            {"Half of the 80 turbines stopped.", "Forty of the 80 turbines stopped."},
            {"Thirty guards were hurt.", "Forty pupils were hurt."},
            {"In March 300 cases were counted.", "In April 240 cases were counted."},
            {"So far 14 bodies have been found.", "Nine bodies had been found by noon."}},
           "");
}

TEST_CASE("dates that cannot both hold") {
  each_has(
      {{"The tunnel was opened on 7 July.", "The tunnel was opened on 17 July."},
       {"The tunnel was opened in May 2020.", "The tunnel was opened in November 2020."},
       {"The dam burst shortly before 06:00.", "The dam burst at about 21:30."},
       {"The embargo has been in force since 2016.", "The embargo has been in force since 2018."},
       {"The dam was built before 1998.", "The dam was built in March 2001."}},
      "date");
}

TEST_CASE("dates of other events, or coarser ones") {
  each_has({{"The reform takes effect in 2025.", "The reform takes effect on 1 January 2025."},
            {"The prison was built in 1974.", "The prison was renovated in 2009."},
            {"Inspectors visited the mine on Tuesday.", "The mine was visited again on Friday."}},
           "");
}

TEST_CASE("an irregular past goes by its verb") {
  each_has({{"The customs office kept the crates.", "The customs office did not keep the crates."},
            {"The agency withheld the report.", "The agency did not withhold the report."},
            {"The bank froze the accounts.", "The bank did not freeze the accounts."},
            {"The envoy sent the letter.", "The envoy did not send the letter."}},
           "negation");
}

TEST_CASE("denied here, asserted there") {
  each_has({{"The guards fired on the boat.", "The guards did not fire on the boat."},
            {"The board approved the merger.", "The board did not approve the merger."},
            {"No seals were broken.", "Seals were broken."},
            {"The crew informed the port.", "The crew failed to inform the port."},
            {"The clerk was present at the hearing.", "The clerk was absent from the hearing."},
            {"The results of the vote are valid.", "The results of the vote are invalid."},
            {"The company stopped using the mark.", "The company kept using the mark."}},
           "negation");
}

TEST_CASE("denials that agree") {
  each_has({{"The airline denied that the pilot was drunk.", "The pilot was not drunk."},
            {"There is no doubt that the seal was broken.", "The seal was broken."},
            {"The clerk did not fail to sign.", "The clerk signed."},
            {"If the talks fail, the union will strike.", "The talks failed."},
            {"The plant must cut its emissions.", "The plant did not cut its emissions."}},
           "");
}

TEST_CASE("opposite positions and steps of a ladder") {
  each_has({{"The union welcomed the reform.", "The union rejected the reform."},
            {"The party voted in favour of the levy.", "The party voted against the levy."}},
           "stance");
  each_has({{"The board condemns the shutdown of the press.",
             "The board expresses concern about the shutdown of the press."},
            {"Norvia demands the release of the crew.", "Norvia requests the release of the crew."},
            {"Member states must report the disease.", "Member states should report the disease."}},
           "strength");
}

TEST_CASE("parties that change places") {
  each_has({{"The trawler rammed the ferry.", "The ferry rammed the trawler."},
            {"Kestria sold gas to Norvia.", "Norvia sold gas to Kestria."},
            {"The mayor was sued by the builder.", "The builder was sued by the mayor."}},
           "role");
  each_has({{"The storm destroyed the pier.", "The pier was destroyed by the storm."}}, "");
}

TEST_CASE("movements in opposite directions") {
  each_has(
      {{"Unemployment declined in the second quarter.", "Unemployment rose in the second quarter."},
       {"The crossing was opened to freight.", "The crossing was closed to freight."}},
      "direction");
  each_has({{"Inflation rose in the first quarter.", "Inflation fell in the second quarter."}}, "");
}

TEST_CASE("names in one slot") {
  each_has({{"The charter was signed by Oren Halvik.", "The charter was signed by Daria Sollum."},
            {"The recorder was found by the Atomic Energy Authority.",
             "The recorder was found by the Maritime Safety Agency."}},
           "name");
  each_has({{"The World Health Organization sent a team.", "The WHO sent a team."},
            {"Chile, Peru and Ecuador took part.", "Ecuador, Chile and Peru took part."},
            {"Poland ratified the pact in 1998.", "Hungary ratified the pact in 2001."}},
           "");
}

std::string note_kinds(const ComparisonReport& report) {
  std::string kinds;
  for (const ReportDivergence& d : report.comparisons.at(0).divergences) {
    kinds += d.severity == Severity::kNote ? d.kind + " " : "";
  }
  return kinds;
}

TEST_CASE("addressees and labels are notes") {
  CHECK(note_kinds(test::compared("The board calls on the fishermen to respect the quota.",
                                  "The board calls on the government to respect the quota.")) ==
        "addressee ");
  CHECK(note_kinds(test::compared("The aggression against the port killed two sailors.",
                                  "The military operation against the port killed two sailors.")) ==
        "label ");
}

TEST_CASE("parts of a clause answer each other in both voices") {
  each_has({{"The Orlen Trust repaired the old lighthouse.",
             "The old lighthouse was repaired by the Vesta Fund."}},
           "name");
  each_has({{"The senate backs the reform of the port law.",
             "The reform of the port law was rejected by the senate."}},
           "stance");
}

TEST_CASE("one event told in other words") {
  each_has({{"The epidemic originated in the port of Sallow, the health agency concluded.",
             "Doctors traced the origin of the epidemic to the port of Garrow."}},
           "place");
  each_has({{"The release of the hostages was brokered by Tavria, said the Secretary-General.",
             "It was Molbia that mediated the release of the hostages, its embassy recalled."}},
           "name");
  each_has({{"The governor has not declared a state of emergency in the northern valleys.",
             "The governor placed the northern valleys under a state of emergency."}},
           "negation");
}

TEST_CASE("other words without one certain event stay quiet") {
  each_has({{"A tremor was felt in Sallow.", "A tremor was felt in Garrow."},
            {"The mayor arrived in Sallow by train.", "The mayor left for Garrow by train."},
            {"Instead of closing the camp at Sallow, the council enlarged it in spring.",
             "In spring the council enlarged the camp at Sallow."},
            {"The team will leave no stone unturned to find the two climbers.",
             "The team will do everything to find the two climbers."}},
           "");
}

TEST_CASE("an evaluation is a position on what the claim tells") {
  each_has({{"The weir on the Orl is a blessing for the valley, the energy agency said.",
             "The farmers of the valley see in the weir on the Orl a grave threat."},
            {"The conduct of the count in Sallow was exemplary, the observers said.",
             "The way in which the count in Sallow was conducted was a disgrace."}},
           "stance");
}

TEST_CASE("two words of movement speak of one thing") {
  each_has({{"Inflation slowed in August, the central bank writes.",
             "The statistics office recorded an acceleration of inflation in August."}},
           "direction");
  each_has(
      {{"Exports of timber fell in January.", "Exports of timber rose in the year as a whole."}},
      "");
}

TEST_CASE("a deed told as a noun says nothing of the parties beside it") {
  each_has({{"The republic offered its good offices to both parties.",
             "Both parties were offered the good offices of the republic."},
            {"The driver was arrested after the crash that killed three people.",
             "Three people died in the crash, and the driver was arrested."}},
           "");
  each_has({{"The invitation to the talks came from Sulvia and was addressed to Tamar.",
             "Tamar invited Sulvia to the talks."}},
           "role");
}

TEST_CASE("where something stands open, no agreement is told") {
  const Case cases[] = {{"The crew of the cutter refused to give any assistance for two hours.",
                         "The crew of the cutter immediately provided first aid to the injured."},
                        {"14 March 2026", "15 March 2026"},
                        {"The cutter stopped about 14 nautical miles off the island of Kesten.",
                         "The cutter sank about 9 nautical miles from the island of Kesten."}};
  for (const Case& c : cases) {
    INFO(c.left << " | " << c.right);
    const ComparisonReport report = test::compared(c.left, c.right);
    for (const ReportPair& pair : report.comparisons.at(0).pairs) {
      CHECK(pair.relation != Relation::kAgree);
    }
  }
}

TEST_CASE("states that exclude each other whatever the words beside them") {
  each_has({{"The 1998 grazing agreement remains valid.",
             "The grazing agreement of 1998 is null and void."},
            {"The licence of the Tarn mine is valid.", "The licence of the Tarn mine has expired."},
            {"The ceasefire along the Orva is still in force.",
             "The ceasefire along the Orva has lapsed."}},
           "negation");
}

TEST_CASE("related words and deeds told as nouns are one event") {
  each_has({{"The signing of the water treaty took place on 4 May.",
             "The water treaty was signed on 9 May."},
            {"Negotiations on the canal began on 3 June.", "The canal talks opened on 13 June."}},
           "date");
  each_has({{"A loan of 450 million dollars was agreed for the port of Tarn.",
             "The port of Tarn will receive a credit of 300 million dollars."}},
           "number");
  each_has({{"Norland was the host of the grain conference.",
             "The grain conference was hosted by Belmar."}},
           "name");
}

TEST_CASE("for one thing and against another: no finding and no agreement") {
  for (const Case& c : {Case{"The envoy voiced support for the ceasefire plan.",
                             "The envoy expressed opposition to the partition plan."},
                        Case{"The council backed the harbour project.",
                             "The council rejected the airport project."}}) {
    INFO(c.left << " | " << c.right);
    const ComparisonReport report = test::compared(c.left, c.right);
    CHECK(test::labels(report) == "");
    for (const ReportPair& pair : report.comparisons.at(0).pairs) {
      CHECK(pair.relation != Relation::kAgree);
    }
  }
}

TEST_CASE("a step on a ladder names the side and the distance") {
  const ComparisonReport report = test::compared("The board condemns the raid on the mill.",
                                                 "The board regrets the raid on the mill.");
  REQUIRE(report.comparisons.at(0).divergences.size() == 1);
  CHECK(report.comparisons.at(0).divergences.front().explanation.find(
            "left side is 8 steps stronger on the ladder \"disapproval\"") != std::string::npos);
}

TEST_CASE("parts of one total, and counts whatever the verb") {
  each_has(
      {{"Twelve of the 15 wells were drained.", "Nine of the 15 wells were drained."},
       {"All 40 lorries on the ferry were unloaded.", "The ferry was carrying 52 lorries."},
       {"The load never exceeded 20 tonnes.", "The load reached 31 tonnes."},
       {"The office registered 80 cases of rabies.", "The office registered 95 rabies cases."}},
      "number");
  each_has({{"Fifteen wells were drilled.", "Of the 15 wells drilled, nine hold water."},
            {"The office received 80 letters from pupils.",
             "The office also received 30 letters from teachers."},
            {"About a third of the wells are dry.", "Thirty-five per cent of the wells are dry."}},
           "");
}

TEST_CASE("ranges of days, clocks with a hedge, opposite deeds") {
  each_has({{"The fair was held from 3 to 5 May.", "The fair was held from 8 to 10 May."},
            {"The mill burned at about 04:20.", "The mill burned at 05:15."},
            {"The ferry sank at noon on Friday.", "The ferry sank at midnight on Friday."}},
           "date");
  each_has({{"The fair was held from 3 to 5 May.", "The fair was held on 4 May."},
            {"The mill burned at about 04:20.", "The mill burned at 04:30."},
            {"The envoy arrived in Sanda on 4 May.", "The envoy left Sanda on 7 May."}},
           "");
}

TEST_CASE("converse verbs tell one deed from two sides") {
  each_has({{"The order for the cranes was awarded to Sund Shipyards.",
             "Polar Marine won the order for the cranes."}},
           "name");
  each_has({{"Orvia sold the cranes to Belmark.", "Orvia bought the cranes from Belmark."},
            {"Kessel owes Tarn 30 million dollars.", "Tarn owes Kessel 30 million dollars."}},
           "role");
  each_has(
      {{"Orvia sold the cranes to Belmark.", "Belmark bought the cranes from Orvia."},
       {"Both sides were offered the help of Orvia.", "Orvia offered its help to both sides."}},
      "");
}

TEST_CASE("kinds of things that exclude each other") {
  each_has({{"Harlow is a county in the north.", "Harlow is a town in the north."},
            {"The Long Watch is a novel.", "The Long Watch is a film."},
            {"Mira Solen is a painter and critic.", "Mira Solen is not a critic."}},
           "negation");
  each_has({{"Harlow is a large city.", "Harlow is a town."},
            {"Mira Solen is a painter and critic.", "Mira Solen is a writer."}},
           "");
}

TEST_CASE("denials at the front, of existence and of manner") {
  each_has({{"At no time after the fire was the mill open.", "After the fire the mill was open."},
            {"There are no wolves in the valley of Harn.", "Wolves live in the valley of Harn."},
            {"The captain refused to hand over the log.", "The captain handed over the log."}},
           "negation");
  each_has({{"The board rejected the claim that the mill was built without a permit.",
             "The mill was built with a permit."},
            {"The chairman dismissed rumours of his resignation.",
             "The chairman is not going to resign."}},
           "");
}

TEST_CASE("one word said of two things is no denial") {
  each_has(
      {{"The harvest has not recovered from the frost.", "Orvia recovered its harbour in 1990."},
       {"There is no court in Harlow older than the court of the mayor.",
        "The court of the mayor is the oldest court in Harlow."},
       {"The embargo will be lifted once the mill reopens.", "The embargo has not been lifted."},
       {"Without a new bridge there can be no market in Harlow.",
        "We seek a market in Harlow with a new bridge."}},
      "");
  each_has({{"The embargo will be lifted.", "The embargo will not be lifted."},
            {"The harvest has not recovered from the frost.",
             "The harvest has recovered from the frost."}},
           "negation");
}

TEST_CASE("saying so in the first person does it") {
  each_has({{"I wish to stress that the mill is ours.", "I stress that the mill is ours."},
            {"Allow me to express our thanks to the mayor of Harlow for his work.",
             "We express our thanks to the mayor of Harlow for his work."}},
           "");
}

TEST_CASE("words that only describe a thing take no position") {
  each_has({{"The legitimate council of the county must be restored.",
             "We condemn the overthrow of the council of the county."},
            {"The new harbour is a matter of interest and concern to all.",
             "We support the new harbour."}},
           "");
  each_has({{"The new harbour is a cause for concern.", "We support the new harbour."}}, "stance");
}

TEST_CASE("rates, ages and groups are no other counts") {
  each_has({{"The mill makes 500 wheels a day.", "The mill has made 90,000 wheels."},
            {"Unemployment among fishermen stands at 17 per cent.",
             "Unemployment stands at 6 per cent."},
            {"Infant mortality fell to 9 per 1,000 births.",
             "Mortality of children under five fell to 14 per 1,000 births."}},
           "");
  each_has({{"The mill makes 500 wheels a day.", "The mill makes 700 wheels a day."}}, "number");
}

TEST_CASE("regions, organs and lists of examples") {
  each_has({{"The situation in the Sahel is a cause for concern.",
             "The situation in Mali is a cause for concern."},
            {"The question of Cyprus is on the agenda of the Security Council.",
             "The question of Cyprus is on the agenda of the United Nations."},
            {"Floods persist in countries such as Peru, Chile, Kenya and Mali.",
             "Floods persist in countries such as Peru, Chile, Ghana and Norway."},
            {"Peru supports the extension of the treaty.",
             "Chile supports the extension of the treaty."}},
           "");
}

TEST_CASE("names of documents, courtesies and unnamed subjects are no values") {
  each_has({{"Peace must rest on two principles.",
             "Peace must rest on resolutions 242 (1967), 338 (1973) and 425 (1978)."},
            {"I congratulate Mr. Oren Pell on his election at this forty-fifth session.",
             "We congratulate Mr. President on his election at this forty-sixth session."},
            {"It poses a grave threat to the harbour of Harlow.",
             "Orvia is a pillar of the harbour of Harlow and of the whole coast."},
            {"The mill is no longer in danger of falling into the wrong hands.",
             "The mill is a growing enterprise in the best hands."}},
           "");
}

TEST_CASE("a list of names between semicolons is one claim") {
  CHECK(test::labels(test::compared(
            "Voting for the action were: Mira Solen, Chair; Oren Pell; Tove Lind; Ansel Roth; Juno "
            "Marsh; Idris Kane; and Petra Voss.",
            "Voting for the action were: Mira Solen, Chair; Oren Pell; Tove Lind; Ansel Roth; Juno "
            "Marsh; Idris Kane; and Hanna Brook.")) == "name");
}

}  // namespace
TEST_CASE("objects denied by no, nobody at all, and denials of the whole") {
  each_has({{"The divers found cracks.", "The divers found no cracks."},
            {"No one was hurt.", "Three sailors were hurt."},
            {"Supplies were affected.", "Supplies were not affected."},
            {"The vote was fair.", "The vote was not fair."},
            {"The quay is shut.", "It is not true that the quay is shut."}},
           "negation");
}

TEST_CASE("a negator in front ends with its clause") {
  each_has(
      {{"At no time was the town in danger, and the road stayed open.", "The road stayed open."}},
      "");
}

TEST_CASE("other subjects, complements and totals are no other value") {
  each_has({{"The school was not damaged.", "The clinic next to the school was damaged."},
            {"Five of the nine carriages left the track.",
             "Five carriages left the track and two of them overturned."},
            {"The cabinet approved the plan on 3 May.", "Parliament approved the plan on 9 May."},
            {"The ministry does not plan to close rural schools.",
             "No rural school was opened this year."},
            {"The talks were held in Geneva.", "The next round of talks will be held in Vienna."},
            {"Unemployment among women fell in March.", "Unemployment among men rose in March."}},
           "");
}

TEST_CASE("parties that exchange their parts, other counts and other verbs are no agreement") {
  for (const auto& [left, right] :
       {std::pair("The ferry ran into the barge.", "The barge struck the ferry."),
        {"The ministry has bought 340 buses.", "The ministry has bought 120 of the 340 buses."},
        {"Two Turkish sailors were hurt.", "Two Greek sailors were hurt."},
        {"The trawler was stopped inside the twelve-mile zone.",
         "The trawler was stopped outside the twelve-mile zone."},
        {"The stocks will last for three months.", "The stocks will last for three weeks."}}) {
    const ComparisonReport report = test::compared(left, right);
    INFO(left << " | " << right);
    for (const ReportPair& pair : report.comparisons.at(0).pairs) {
      CHECK(pair.relation != Relation::kAgree);
    }
  }
}

TEST_CASE("a duty that is denied, and leave to do otherwise") {
  each_has(
      {{"Holders must register within a week.", "Holders need not register."},
       {"Permit holders are required to register.", "Permit holders are not required to register."},
       {"The accused must surrender their passports during the trial.",
        "The accused may keep their passports during the trial."}},
      "modality");
}

}  // namespace parallax
