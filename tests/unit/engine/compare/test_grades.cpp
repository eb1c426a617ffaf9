/// One thing graded low on one side and high on the other.

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/labelled.hpp"

namespace parallax {

using test::each_has;

TEST_CASE("a thing is graded low on one side and high on the other", "[compare]") {
  each_has({{"The storm caused slight damage to the lighthouse of Selm, the harbour office said.",
             "The lighthouse of Selm suffered devastating damage in the storm, its keeper said."},
            {"The goalkeeper of Kelm was lightly injured in the bus crash near Tarsk.",
             "In the bus crash near Tarsk the goalkeeper of Kelm was critically injured."}},
           "strength");
}

TEST_CASE("grades of other things and of one end are no divergence", "[compare]") {
  each_has(
      {{"The storm caused slight damage to the lighthouse of Selm.",
        "The storm caused minor damage to the lighthouse of Selm."},
       {"The storm caused slight damage to the lighthouse of Selm and severe damage to its quay.",
        "The quay of Selm suffered severe damage in the storm."},
       {"The auditors found serious gaps in the files of Kelm prison and minor ones in its stores.",
        "Minor gaps were found in the stores of Kelm prison, the auditors wrote."},
       {"The damage to the lighthouse of Selm was not severe.",
        "The damage to the lighthouse of Selm was slight."}},
      "");
}

TEST_CASE("a grade is read with what it grades", "[facts]") {
  const auto graded = [](const char* sentence) {
    test::ReadClaim r;
    test::read_into(r, sentence);
    std::string all;
    for (const Grade& grade : r.claim.grades) {
      all += r.text(grade.span) + "/" + r.text(r.claim.terms[grade.head].span) +
             (grade.high ? "+ " : "- ");
    }
    return all;
  };
  CHECK(graded("The quay suffered severe damage.") == "severe/damage+ ");
  CHECK(graded("The damage was slight.") == "slight/damage- ");
  CHECK(graded("Exports contracted slightly in May.") == "slightly/contracted- ");
}

}  // namespace parallax
