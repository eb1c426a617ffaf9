/// Stages of one course of events are two events; what is told in addition is no other telling.

#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::compared;
using test::each_has;
using test::labels;

TEST_CASE("stages of one course have days of their own", "[compare]") {
  each_has(
      {{"The former harbour master Ilan Sorbe was indicted on 3 March for smuggling tobacco.",
        "The trial of the former harbour master Ilan Sorbe for smuggling tobacco opened on 9 "
        "June."},
       {"The tender for the Kelm bridge was launched on 2 April, the roads office said.",
        "The contract for the Kelm bridge was awarded on 30 September, the roads office said."},
       {"The auditor submitted her report on the Kelm prison to the speaker on 4 March.",
        "Parliament debated the auditor\'s report on the Kelm prison on 19 March."},
       {"Norland signed the Tarsk fisheries treaty on 4 May.",
        "Norland ratified the Tarsk fisheries treaty on 11 November."}},
      "");
}

TEST_CASE("one stage has one day", "[compare]") {
  each_has(
      {{"Norland signed the Tarsk fisheries treaty on 4 May.",
        "The Tarsk fisheries treaty was signed by Norland on 11 May."},
       {"The former harbour master Ilan Sorbe was indicted on 3 March for smuggling tobacco.",
        "Ilan Sorbe, the former harbour master, was charged with smuggling tobacco on 9 March."}},
      "date");
}

TEST_CASE("stages have places of their own", "[compare]") {
  CHECK(labels(compared("The relief convoy for Tarsk departed from Selm on Monday.",
                        "The relief convoy for Tarsk stopped overnight in Kelm on Monday."))
            .empty());
}

TEST_CASE("stages are read with course and rank", "[facts]") {
  test::ReadClaim r;
  test::read_into(r, "The banker was arrested in May and went on trial in June.");
  std::string told;
  for (const Stage& stage : r.claim.stages) {
    if (stage.course == "case") {
      told += stage.course + std::to_string(stage.rank) + " ";
    }
  }
  CHECK(told == "case2 case4 ");
}

TEST_CASE("initials and particles belong to a name", "[compare]") {
  each_has({{"Dr Ada M. Lorn heads the commission on floods.",
             "The commission on floods is headed by A. Lorn, an engineer."},
            {"Judge Ines van der Kolk read out the verdict.",
             "The verdict was read out by Justice I. van der Kolk."}},
           "");
}

TEST_CASE("who gets a thing is no place", "[compare]") {
  CHECK(labels(compared("The Norland Prize for Drama went to the playwright Ivo Selm.",
                        "The ministry awarded the Norland Prize for Drama to Ada Lorn.")) ==
        "name");
}

TEST_CASE("positions inside a condition are nobody's", "[compare]") {
  CHECK(labels(compared("Should the owners reject mediation, the dockers will strike, their union "
                        "said.",
                        "The owners have accepted mediation, the dockers' union said."))
            .empty());
}

}  // namespace parallax
