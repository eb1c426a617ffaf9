/// Dates and figures of one event in other words: parts of months, things that happen once, last
/// days, durations, bounds of rules; and those that may both stand.

#include "tests/support/catch.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("parts of months and years are times", "[compare]") {
  each_has({{"The canal lock at Orrin was rebuilt in early March, the river board said.",
             "The river board rebuilt the canal lock at Orrin at the end of March."},
            {"The lease of the Kelm quarry expires at the end of 2027, the owner said.",
             "The lease of the Kelm quarry expires in mid-2029, its operator said."}},
           "date");
  each_has({{"The canal lock at Orrin was rebuilt in June, the river board said.",
             "The river board rebuilt the canal lock at Orrin at the end of June."}},
           "");
}

TEST_CASE("the year of a text tells which one is meant", "[compare]") {
  each_has({{"Fishing off Selm is governed by the 2011 fisheries accord with Norland.",
             "Fishing off Selm is governed by the fisheries accord of 2016 with Norland."}},
           "date");
  each_has({{"In the 2010 referendum on the port, 64 percent of Selm voted yes.",
             "In the 2018 referendum on the port, 41 percent of Selm voted yes."}},
           "");
}

TEST_CASE("what happens once has one time, whatever the verbs", "[compare]") {
  each_has({{"The tremor shook the valley of Orrin shortly before dawn on Monday.",
             "The earthquake that frightened the valley of Orrin came late on Monday evening."},
            {"The election board will hold the by-election in East Kelm on 3 May, the seat having "
             "become vacant in January.",
             "Voters in East Kelm are to fill the seat in a by-election on 17 May."},
            {"Saturday's regatta final in Selm starts at 11:00.",
             "The regatta final in Selm starts on Saturday at 14:30, the club said."}},
           "date");
}

TEST_CASE("last days are set against each other", "[compare]") {
  each_has({{"Owners have until 31 May to enrol their boats with the harbour office of Selm.",
             "The enrolment period for boats in Selm closes on 30 April, the mayor warned."}},
           "date");
  each_has({{"The enrolment period for boats in Selm opens on 1 April.",
             "The enrolment period for boats in Selm closes on 30 April."}},
           "");
}

TEST_CASE("how long one thing lasts is one length", "[compare]") {
  each_has({{"The weighbridge at Kelm was closed to lorries for two weeks, the road office said.",
             "Lorries were shut out from the weighbridge at Kelm for three months."}},
           "number");
}

TEST_CASE("bounds that a rule sets exclude each other", "[compare]") {
  each_has({{"The Orrin Bank grants the Kelm cooperative a loan of up to 30 million crowns.",
             "The Kelm cooperative was granted a loan of up to 45 million crowns by Orrin Bank."}},
           "number");
}

TEST_CASE("figures of rules, conditions, hours and parts may stand beside others", "[compare]") {
  each_has({{"Pilots of Selm airfield must report a near miss within 24 hours.",
             "The pilot reported the near miss over Selm airfield after 40 hours."},
            {"Should the Orrin exceed five metres at Kelm, the lower quay will be closed.",
             "The lower quay stays open, as the Orrin stands at four metres at Kelm."},
            {"By noon on Friday, nurses had vaccinated 120 children in Selm.",
             "By Sunday the number of children vaccinated in Selm had reached 310."},
            {"The airline of Selm carried 900,000 passengers last year, its report says.",
             "Last year 240,000 passengers flew on the domestic routes of the airline of Selm."},
            {"Of the teachers in Kelm, 400 have been without pay since autumn.",
             "In Kelm 150 nurses have been without pay since autumn, the union said."},
            {"In 2018 the ferry company of Kelm carried 310,000 passengers.",
             "The ferry company of Kelm carried 270,000 passengers in 2021, its report says."}},
           "");
}

TEST_CASE("how often and how many are counts of one deed", "[compare]") {
  each_has({{"The truce in the Orrin valley was broken four times on Sunday, the observers said.",
             "Observers counted eleven breaches of the truce in the Orrin valley on Sunday."},
            {"Selm beat Kelm 3-1 in Sunday's cup final.",
             "Sunday's cup final ended with a 2-1 victory of Selm over Kelm."}},
           "number");
}

TEST_CASE("what is not yet so may be so later", "[compare]") {
  each_has({{"In April the council of Kelm had no answer to its letter on the dam.",
             "The ministry answered the letter of the council of Kelm on the dam on 9 June."}},
           "");
}

}  // namespace parallax
