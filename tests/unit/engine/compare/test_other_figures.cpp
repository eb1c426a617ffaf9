/// Figures that differ and may both hold.

#include "tests/support/catch.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("a part beside its whole, an interim count and the other half are no divergence",
          "[compare]") {
  each_has(
      {{"The police of Selm arrested 40 people at Monday's regatta.",
        "Of those arrested at Monday's regatta, nine were minors, the ombudsperson of Selm said."},
       {"Sixteen barges were inspected in the port of Kelm last year.",
        "Four tugs were among the vessels inspected in the port of Kelm last year."},
       {"With a third of the ballots counted, Mr Pell was leading in Selm with 51 percent.",
        "Once all ballots had been counted, Mr Pell had 47 percent in Selm."},
       {"Eight wells in the northern part of Kelm county are contaminated, the water office said.",
        "The water office found twenty wells contaminated in the southern part of Kelm county."}},
      "");
}

TEST_CASE("figures of one whole differ, whether or not they are parts", "[compare]") {
  each_has({{"The police of Selm arrested 40 people at Monday's regatta.",
             "At Monday's regatta the police of Selm arrested 65 people, the union said."},
            {"Of those arrested at Monday's regatta in Selm, nine were minors.",
             "Fourteen of those arrested at Monday's regatta in Selm were minors."}},
           "number");
}

}  // namespace parallax
