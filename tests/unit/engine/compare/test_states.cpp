/// Opposite states of one bearer, ends of ladders, and denials that fit the other side.

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("one bearer is in two states that exclude each other", "[compare]") {
  each_has(
      {{"Hiker Lena Storm was located unharmed by a helicopter crew.",
        "Lena Storm, the hiker, remains missing, mountain rescuers said."},
       {"The organ of the church in Tolm survived the flood without damage.",
        "The flood ruined the organ of the church in Tolm, the parish wrote."},
       {"The skipper of the tug Brava was intoxicated at the time of the accident.",
        "The skipper of the tug Brava was sober at the time of the accident, the union said."}},
      "negation");
}

TEST_CASE("states of two bearers, and of two times, are no divergence", "[compare]") {
  each_has({{"The roof of the town hall in Pell was damaged in the storm.",
             "The cellar of the town hall in Pell survived the storm intact."},
            {"The ferry terminal in Osk was closed on 3 May.",
             "The ferry terminal in Osk is open again since 9 May."}},
           "");
}

TEST_CASE("a denial that fits what the other side asserts is no divergence", "[compare]") {
  each_has({{"No delegate was absent from the vote on the Korr treaty.",
             "All delegates attended the vote on the Korr treaty."},
            {"Apart from the mayor of Linn, nobody opposed the budget.",
             "The mayor of Linn opposed the budget."},
            {"Vesna Brandt was acquitted by the court in Osk.",
             "The court in Osk did not acquit Otto Brandt."}},
           "");
}

TEST_CASE("two ends of one ladder differ in strength", "[compare]") {
  each_has({{"The regulator ordered the bank Crestal to publish its accounts.",
             "The regulator suggested to the bank Crestal that it publish its accounts."},
            {"Night buses to Merrow are frequently cancelled, the city said.",
             "Night buses to Merrow are rarely cancelled, the operator said."},
            {"Almost all members of the fishing guild in Tarn supported the quota.",
             "Only a few members of the fishing guild in Tarn supported the quota."}},
           "strength");
}

TEST_CASE("a step is read with its ladder", "[facts]") {
  const auto steps = [](const char* sentence) {
    test::ReadClaim r;
    test::read_into(r, sentence);
    std::string all;
    for (const Direction& step : r.claim.steps) {
      all += r.text(step.span) + "/" + step.axis + (step.sign > 0 ? "+ " : "- ");
    }
    return all;
  };
  CHECK(steps("The repairs brought a breakthrough.") == "a breakthrough/progress+ ");
  CHECK(steps("The inquiry did not rule out sabotage.").empty());
}

}  // namespace parallax
