/// Another side of one place.

#include "tests/support/catch.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("one thing is on another side of one place", "[compare]") {
  each_has({{"The new observatory of Selm is being built in the south of the city.",
             "Work on the new observatory of Selm is under way in the north of the city."},
            {"The mill that burned down stands on the left bank of the Rima, the fire office said.",
             "Firemen reached the burned mill on the right bank of the Rima."},
            {"The wreck of the mail plane was found on the eastern slope of Mount Selm.",
             "Herders found the wreck of the mail plane on the western slope of Mount Selm."}},
           "place");
}

TEST_CASE("two things on two sides, counts of two places and other times are no divergence",
          "[compare]") {
  each_has({{"In the north of Norland, 40 mills were damaged by the storm.",
             "In the south of Norland, 12 mills were damaged by the storm."},
            {"The gate east of Selm was taken down.", "The gate west of Selm is still guarded."},
            {"The northern line of the Selm tramway was opened in 1931.",
             "The southern line of the Selm tramway was opened in 1946."}},
           "");
}

}  // namespace parallax
