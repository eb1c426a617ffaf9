/// The time of one deed that two claims tell in two ways, and what lets two times stand.

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("one deed told by two verbs has one day", "[compare]") {
  each_has({{"The trawler Nordvik capsized off Kelp Island on 4 March, the navy reported.",
             "The Nordvik went down off Kelp Island on 6 March, her owners said."},
            {"Poet Anselm Roth passed away on 12 January, his publisher announced.",
             "The death of the poet Anselm Roth occurred on 14 January, a hospital said."},
            {"The merger of Baltex and Corin was approved on 8 April, the cartel office said.",
             "The cartel office cleared the Baltex-Corin merger on 28 April, the firms said."},
            {"The Sella reservoir dam burst on 3 May, the water board said.",
             "The dam of the Sella reservoir gave way on 5 May, villagers testified."},
            {"The opposition leader Karim Sade was freed on Tuesday, his party said.",
             "Karim Sade walked out of prison on Friday, a court official said."}},
           "date");
}

TEST_CASE("what has lasted since a day began on it", "[compare]") {
  each_has(
      {{"The ban on fireworks in Morlen came into effect on 1 December, the council said.",
        "Fireworks have been prohibited in Morlen since 15 December, police reminded residents."},
       {"Judge Mara Lind was appointed to the Supreme Court in 2015, the judicial council said.",
        "Mara Lind has sat on the Supreme Court since 2018, the bar association's register shows."},
       {"The ferry service to Lundy was suspended on 1 November, the company said.",
        "There have been no ferries to Lundy since 20 November, the islanders complained."}},
      "date");
}

TEST_CASE("what comes before an event does not come after it", "[compare]") {
  each_has({{"The bishop was received by the king on the eve of the national day, the palace said.",
             "The king received the bishop two days after the national day, the diocese reported."},
            {"The abbot of Selm received the envoys on the eve of Easter, the abbey said.",
             "It was a week after Easter that the abbot of Selm received the envoys, they said."}},
           "date");
}

TEST_CASE("years before 1800 and centuries are dates", "[compare]") {
  each_has({{"The cathedral of Saint Odo was consecrated in 1278, the diocese says.",
             "Saint Odo's cathedral was consecrated in 1312, the city guide states."}},
           "date");
}

TEST_CASE("another deed, doer or session has a day of its own", "[compare]") {
  each_has({{"The trawler Nordvik left port on 4 March, the harbour master said.",
             "The trawler Nordvik sank on 6 March, the coast guard said."},
            {"Ambassador Lenz handed over his credentials on 4 May, the palace said.",
             "Ambassador Ruiz handed over her credentials on 11 May, the palace said."},
            {"The committee on budgets met on 4 February, its chair said.",
             "The committee on budgets held a meeting on 3 June, its secretariat noted."},
            {"Mara Lind has lived in Oslo since 2010, the register shows.",
             "Mara Lind was elected mayor of Oslo in 2015, the council said."},
            {"Talks on fisheries were held in Oslo in March, the ministry said.",
             "Talks on aviation were held in Oslo in April, the ministry said."}},
           "");
}

TEST_CASE("a last day, another clock or a second time lets two times stand", "[compare]") {
  each_has({{"Bids for the stadium must be submitted by 30 June, the city said.",
             "The builder Corvex submitted its bid for the stadium on 12 June."},
            {"The plane took off from Oran at 10:00 local time, the airport said.",
             "The plane took off from Oran at 09:00 GMT, the airline said."},
            {"The central bank raised its key rate in March, the minutes show.",
             "The central bank raised its key rate again in June, the minutes show."}},
           "");
}

TEST_CASE("a day is reckoned from the day of saying", "[facts]") {
  test::ReadClaim r;
  test::read_into(r, "Police said on Tuesday that they had detained the clerk the day before.");
  REQUIRE(r.claim.dates.size() == 2);
  CHECK(r.claim.dates[0].frame);
  CHECK_FALSE(r.claim.dates[1].frame);
  CHECK(r.claim.dates[1].value.weekday == 1);
}

}  // namespace parallax
