/// Facts of which a thing has one, and bounds that exclude the other side's figure.

#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::compared;
using test::each_has;
using test::labels;

TEST_CASE("one thing has one date of a kind", "[compare]") {
  each_has(
      {{"Mira Holt (3 May 1940 - 9 June 2001) was a painter.", "Mira Holt died in 2004."},
       {"Mira Holt (born 3 May 1940) is a painter.", "Holt was born in June 1940 in Oslo."},
       {"The Selm Convention was signed on 3 May 1990.",
        "Signed in 1992, the Selm Convention protects rivers."},
       {"The company was founded in 1950.", "Corvo Steel was founded in 1962 by two brothers."},
       {"The Selm Bridge was opened before 1950.", "The Selm Bridge opened on 3 May 1954."}},
      "date");
}

TEST_CASE("one thing has one maker of a kind", "[compare]") {
  each_has(
      {{"Selma was directed by Mira Holt.", "Ivo Oster directed Selma in 2010."},
       {"Selma was written by Mira Holt.", "Selma is a drama written and produced by Ivo Oster."},
       {"The Red Lantern Trust was founded by Mira Holt.",
        "Ivo Oster is the founder of the Red Lantern Trust."}},
      "name");
}

TEST_CASE("one thing has one seat and one rank", "[compare]") {
  each_has({{"Mira Holt was born in Rome.", "Holt, born in Madrid in 1940, is a painter."},
            {"The fund is headquartered in Geneva.", "The fund has its headquarters in Vienna."}},
           "place");
  each_has(
      {{"Oren Pell is serving his second term as mayor.",
        "Pell is serving his third term as mayor."},
       {"Selm is the largest city in Norland.", "Selm is the second largest city in Norland."}},
      "number");
}

TEST_CASE("bounds exclude figures of claims that say much else", "[compare]") {
  each_has({{"More than 1,000 deaths were recorded in Norland.",
             "Norland, which closed its schools, recorded 958 deaths and 40,000 cases."},
            {"Selma earned less than 90 million dollars.",
             "Selma grossed 70 million dollars at home and 25 million abroad, for a total of 95 "
             "million dollars."}},
           "number");
}

TEST_CASE("facts of other things, kinds and places are left in peace", "[compare]") {
  for (const auto& [left, right] : std::initializer_list<test::Case>{
           {"Oren Pell was born in 1950.", "Mira Pell was born in 1962."},
           {"Selma was written by Mira Holt.", "Selma was directed by Ivo Oster."},
           {"Selma was directed by Mira Holt and Ivo Oster.", "Ivo Oster directed Selma."},
           {"Oren Pell was born in Ghent in 1950.", "Pell was born on 3 May 1950 in Belgium."},
           {"Blue Harbour was released in Norway on 3 May 2010.",
            "Blue Harbour was released in Japan on 9 July 2010."},
           {"Pell is the first woman president of Norland.",
            "Pell is the fourth president of Norland."},
           {"Pell won the first round.", "Pell lost the second round."},
           {"More than 40 people were injured in Selm.",
            "The blast in Selm killed 12 people and injured 45."},
           {"Norland imports more than 50 per cent of its gas.",
            "Norland imports 20 per cent of its coal."}}) {
    INFO(left << " | " << right);
    CHECK(labels(compared(left, right)).empty());
    CHECK(labels(compared(right, left)).empty());
  }
}

TEST_CASE("a part of what is counted is no other count", "[compare]") {
  for (const auto& [left, right] : std::initializer_list<test::Case>{
           {"Police arrested 17 people on Friday.",
            "Police arrested 31 people on Friday and Saturday."},
           {"The flood displaced 1,200 families in Marnow district.",
            "The flood displaced 400 families in the town of Selm in Marnow district."},
           {"The minister said 35 schools had been rebuilt.",
            "The minister said 12 schools had been rebuilt in the capital."},
           {"The embassy evacuated 60 citizens on the first flight.",
            "The embassy evacuated 140 citizens in all."},
           {"The bank bought 12 tonnes of gold in July.", "The bank holds 340 tonnes of gold."},
           {"The police detained 40 protesters, and 35 of them were released.",
            "Five protesters remain in custody."},
           {"The company's share of the market fell from 40 to 35 per cent.",
            "The company's share of the market is 35 per cent."}}) {
    INFO(left << " | " << right);
    CHECK(labels(compared(left, right)).empty());
    CHECK(labels(compared(right, left)).empty());
  }
}

}  // namespace parallax
