/// Votes, scores, placings and multiples that cannot both hold.

#include "tests/support/catch.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("votes that differ are a divergence, however they are told", "[compare]") {
  each_has(
      {{"The Supreme Court of Arland upheld the tax decree by six votes to three, its clerk "
        "announced.",
        "Five of the Supreme Court's nine judges voted to uphold the tax decree in Arland, the "
        "bar association noted."},
       {"Parliament in Merova ratified the fisheries accord with 112 members voting in favour.",
        "The fisheries accord was approved by 98 votes in the Merovan Parliament, the "
        "Speaker's office said."}},
      "number");
  each_has({{"The Council of Osgard adopted the budget by nine votes to four.",
             "The Council of Osgard adopted the budget by a majority, with four members against."},
            {"Parliament approved the loan with 80 votes.",
             "Parliament approved the treaty with 66 votes."},
            {"The Health Act was approved at first reading by 55 votes.",
             "The Health Act was approved at third reading by 71 votes."}},
           "");
}

TEST_CASE("a multiple is a figure", "[compare]") {
  each_has({{"Grain exports from Velia doubled in 2031, the Agriculture Ministry announced.",
             "Velia's grain exports grew by 15 per cent in 2031, the customs service reported."},
            {"The minister said that the backlog of 4,000 files in Tarn had been halved.",
             "The backlog in Tarn has been cut by a tenth, according to the auditor."}},
           "number");
  each_has({{"Exports of Velia doubled between 2020 and 2030.",
             "Exports of Velia grew by 15 per cent last year."},
            {"Twice as many ships called at Halden in May as in April.",
             "In May the number of ships calling at Halden doubled."}},
           "");
}

TEST_CASE("scores and places in an order are figures", "[compare]") {
  each_has(
      {{"The national team of Osgard beat Velia 3-1 in the qualifying match in Tarn.",
        "Osgard's national team won the qualifying match against Velia in Tarn by two goals to "
        "nil, the federation recorded."},
       {"Arland came third in the regional corruption index published on Monday, the "
        "Chancellery stressed.",
        "In the regional corruption index published on Monday, Arland ranks seventh, the "
        "Institute of Governance pointed out."}},
      "number");
  each_has(
      {{"The team of Osgard won the match against Velia 3-1.",
        "Osgard beat Velia by three goals to one in the match."},
       {"Arland came third in the education index.", "Arland ranks ninth in the health index."}},
      "");
}

TEST_CASE("ages, magnitudes and degrees below zero are read as such", "[compare]") {
  each_has(
      {{"The youngest of the victims of the Dorn avalanche was nine years old, the rescue "
        "service reported.",
        "The youngest victim of the avalanche at Dorn was a boy of 14, the prosecutor stated."},
       {"The quake that struck Ferrin on Sunday had a magnitude of 6.1, the Seismological "
        "Institute stated.",
        "Sunday's Ferrin earthquake measured 5.2 on the Richter scale, the Geological Survey "
        "reported."}},
      "number");
  each_has({{"A boy of 14 was hurt in the blast at Tarn.",
             "A man of 52 was also hurt in the blast at Tarn."},
            {"Temperatures at Olm fell to minus 20 degrees on Monday.",
             "Temperatures at Olm fell to minus 25 degrees on Tuesday."}},
           "");
}

}  // namespace parallax
