/// Who has a part in a matter, told by whole clauses; parties that have two parts in one matter.

#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("one matter has another party on each side, whatever clause names it", "[compare]") {
  each_has(
      {{"The guild court of Selm has designated Judge Mira Holm as assessor in the customs "
        "case of the broker Varn.",
        "The customs case concerning the broker Varn has been assigned to Judge Ivo Kest, who "
        "will sit as assessor."},
       {"The glass crown from the crypt at Orla was returned to Norland by the Halde Trust.",
        "Norland's abbot thanked the Norrun Museum for having handed back the glass crown "
        "from the Orla crypt."},
       {"The lifeboat Steadfast took the drifting barge in tow off Cape Selm on Monday.",
        "On Monday the barge adrift off Cape Selm was towed by the lifeboat Gannet."},
       {"Norrun took over operation of the Selm funicular on 1 May, the town said.",
        "On 1 May the Selm funicular passed into the hands of its new operator, Halde."},
       {"The ferrymen thank Bishop Ilva Brandt, who alone brokered the May truce on the Rima.",
        "The truce concluded on the Rima in May was brokered by the miller Oren Maas."},
       {"Mira Holm has won the election of the harbour master in Tarsk.",
        "Jonas Pell had emerged as the winner of the election of the harbour master in Tarsk, "
        "the clerks said."},
       {"The search for the lost dinghy Orla was coordinated by the Navy.",
        "It was the Lake Rescue Service that coordinated the search for the lost dinghy Orla."},
       {"The contract for the new lock at Selm went to Norrun Marine, the canal office said.",
        "Halde Docks has won the tender for the new lock at Selm."},
       {"The raid on the Selm mill was carried out by the Red Heron group.",
        "The raid on the Selm mill was carried out by the Free Millers' Army."}},
      "name");
}

namespace {

bool quiet(const std::string& left, const std::string& right) {
  return test::labels(test::compared(left, right)).empty() &&
         test::labels(test::compared(right, left)).empty();
}

}  // namespace

TEST_CASE("parties with two parts in one matter may both be named", "[compare]") {
  CHECK(quiet("The malt house at Port Selm is owned by Norrun.",
              "The malt house at Port Selm is leased to Halde Foods."));
  CHECK(quiet("The hull of the ferry Orla was built by Norrun in Tarsk.",
              "The engines of the ferry Orla were supplied by Halde Works."));
  CHECK(quiet("The seed shipment for the burnt hamlets was financed by the Norrun Fund.",
              "The Halde Trust distributed the seed shipment in the burnt hamlets."));
  CHECK(
      quiet("The inquiry into the Selm mine fire heard the foreman Ivo Kest on Monday.",
            "On Monday the clerk Mira Holm testified before the inquiry into the Selm mine fire."));
  CHECK(quiet("The truce on the Rima was brokered by Bishop Ilva Brandt.",
              "The truce on the Rima was violated by the militia Red Heron."));
  CHECK(quiet("Captain Mira Holm praised the plan for the new lighthouse at Selm.",
              "Pilot Jonas Pell praised the plan for the new lighthouse at Selm."));
  CHECK(quiet("The Northern Authority for Road Oversight inspected the Selm tunnel in May.",
              "The inspection of the Selm tunnel in May was carried out by NARO."));
}

TEST_CASE("a name keeps its words and no others", "[compare]") {
  each_has({{"Norland's diet has appointed Mira Holm Governor of the Salt Bank for two years.",
             "Jonas Pell will lead the Salt Bank as its Governor, having been appointed for two "
             "years by Norland's diet."},
            {"The review of the Selm accounts was entrusted to the firm Norrun & Halde.",
             "Ostra Partners is conducting the review of the Selm accounts."}},
           "name");
}

}  // namespace parallax
