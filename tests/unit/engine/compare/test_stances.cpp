/// Positions, movements, states and denials on wording that no row holds as it stands.

#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::compared;
using test::each_has;
using test::labels;

namespace {

void each_quiet(const std::vector<std::pair<const char*, const char*>>& pairs) {
  for (const auto& [left, right] : pairs) {
    CAPTURE(left, right);
    CHECK(labels(compared(left, right)).empty());
    CHECK(labels(compared(right, left)).empty());
  }
}

}  // namespace

TEST_CASE("light verbs and words of degree leave the position to the noun", "[compare]") {
  each_has({{"The guild of pilots voiced strong opposition to the new harbour dues.",
             "The guild of pilots gave its full backing to the new harbour dues."},
            {"The reform is a serious setback for millers.",
             "The reform is a resounding success for millers."},
            {"The ruling was met with relief by the millers of Selm.",
             "The ruling was met with fierce anger by the millers of Selm."}},
           "stance");
}

TEST_CASE("light verbs leave the movement to the noun", "[compare]") {
  each_has(
      {{"Barley exports saw a sharp fall in May.", "Barley exports posted a strong gain in May."},
       {"Barge traffic recorded a marked decline in 2021.",
        "Barge traffic registered robust growth in 2021."}},
      "direction");
}

TEST_CASE("states that deny each other", "[compare]") {
  each_has({{"The seals on the crates were intact, the assessors said.",
             "The seals on the crates had been breached, the assessors said."},
            {"The cabinet was unanimous in its support for the ferry.",
             "The cabinet was split over the ferry."},
            {"The new lock at Selm is complete.", "The new lock at Selm is still unfinished."}},
           "negation");
}

TEST_CASE("positions, movements and states of other things are no opposites", "[compare]") {
  each_quiet({{"The guild of pilots voiced strong opposition to the new harbour dues.",
               "The guild of pilots gave its backing to the new harbour tunnel."},
              {"The millers rejected the first offer of the bakers.",
               "The millers accepted the second offer of the bakers."},
              {"The tribunal cleared the admiral of fraud.",
               "The tribunal found the admiral guilty of bribery."},
              {"The ferry to Selm was open until Friday.",
               "The ferry to Selm has been shut since Friday."}});
}

TEST_CASE("a denial reaches no further than it says", "[compare]") {
  each_quiet(
      {{"The warden did not resign over the leak but over the fees.",
        "The warden resigned over the fees."},
       {"The bakers did not pay the levy in full.", "The bakers paid part of the levy."},
       {"The barge did not reach Selm by nightfall.", "The barge reached Selm the next morning."},
       {"The quarry has not produced slate since 2012.", "The quarry produced slate until 2012."},
       {"The mill was not hit, although the shed next to it was.",
        "The shed next to the mill was hit."},
       {"The guild has not decided whether to sign the charter.",
        "The guild is considering whether to sign the charter."},
       {"The two guilds did not discuss the pilots.", "The two guilds discussed the ferry."},
       {"The well is not unsafe to use.", "The well is safe to use."}});
}

TEST_CASE("denials of the same deed stay", "[compare]") {
  each_has({{"The warden did not sign the fishery pact with Torria on Monday.",
             "The warden signed the fishery pact with Torria on Monday."},
            {"Mr Tarn had access to a physician in the first hours of his arrest.",
             "Mr Tarn was deprived of access to a physician in the first hours of his arrest."}},
           "negation");
}

TEST_CASE("steps of one ladder in other words", "[compare]") {
  each_has({{"The Commissioner demands that the wardens of Selm release the bakers at once.",
             "The wardens of Selm are invited to consider the release of the bakers, the "
             "Commissioner's rapporteur wrote."}},
           "strength");
}

TEST_CASE("tried by one verb, done by another", "[compare]") {
  each_has({{"The army of Torria has taken the town of Selm, its command said.",
             "Torria's army tried to capture the town of Selm, residents reported."}},
           "modality");
}

}  // namespace parallax
