/// Polarity, modality, commitment.

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"

namespace parallax {
namespace {

struct Polarity {
  const char* sentence;
  const char* word;
  bool negated;
};

TEST_CASE("negation reaches what it governs") {
  const Polarity cases[] = {
      {"The guards attacked the port.", "attacked", false},
      {"The guards did not attack the port.", "attack", true},
      {"No ship entered the strait.", "entered", true},
      {"The crew failed to inform the coast guard.", "inform", true},
      {"The crew did not fail to inform the coast guard.", "inform", false},
      {"The ministry denied that the bridge was destroyed.", "destroyed", true},
      {"The ministry did not deny that the bridge was destroyed.", "destroyed", false},
      {"There is no doubt that the bridge was destroyed.", "destroyed", false},
      {"The claim that the bridge was destroyed is false.", "destroyed", true},
      {"The court stopped the company from using the mark.", "using", true},
      {"Neither the army nor the navy attacked the port.", "attacked", true},
      {"The crew had no radio and attacked the port.", "attacked", false},
      {"The law not only protects witnesses.", "protects", false},
  };
  for (const Polarity& c : cases) {
    INFO(c.sentence);
    test::ReadClaim r;
    test::read_into(r, c.sentence);
    CHECK(r.term(c.word).negated == c.negated);
  }
}

struct Mood {
  const char* sentence;
  const char* word;
  Modality modality;
};

TEST_CASE("modality says whether it happened") {
  const Mood cases[] = {
      {"The council dissolved the assembly.", "dissolved", Modality::kFact},
      {"The council will dissolve the assembly.", "dissolve", Modality::kFuture},
      {"The council may dissolve the assembly.", "dissolve", Modality::kPossible},
      {"The council tried to dissolve the assembly.", "dissolve", Modality::kAttempted},
      {"The council plans to dissolve the assembly.", "dissolve", Modality::kIntended},
      {"The council must dissolve the assembly.", "dissolve", Modality::kObligation},
      {"If the talks fail, the council will dissolve the assembly.", "dissolve",
       Modality::kConditional},
      {"Should the talks fail, the council will dissolve the assembly.", "dissolve",
       Modality::kConditional},
      {"The sailors were freed in May.", "freed", Modality::kFact},
      {"The council tried in vain on Monday to dissolve the assembly.", "dissolve",
       Modality::kAttempted},
      {"The closure of the mint is under consideration.", "closure", Modality::kIntended},
      {"The closure of the mint was attempted.", "closure", Modality::kAttempted},
  };
  for (const Mood& c : cases) {
    INFO(c.sentence);
    test::ReadClaim r;
    test::read_into(r, c.sentence);
    CHECK(name_of(r.term(c.word).modality) == name_of(c.modality));
  }
}

TEST_CASE("a denial by somebody else makes a sentence disputed") {
  test::ReadClaim r;
  test::read_into(r, "The party says the count was rigged, which the commission denies.");
  CHECK(r.claim.disputed);
  test::ReadClaim plain;
  test::read_into(plain, "The party says the count was rigged.");
  CHECK_FALSE(plain.claim.disputed);
}

TEST_CASE("a condition behind it leaves a modal as it is, one in front does not") {
  const auto modality = [](const char* sentence) {
    test::ReadClaim r;
    test::read_into(r, sentence);
    CHECK(r.claim.commitment == "conditional");
    return r.term("distribute").modality;
  };
  CHECK(modality("The agency may distribute the masks if stocks permit.") == Modality::kPossible);
  CHECK(modality("If stocks permit, the agency may distribute the masks.") ==
        Modality::kConditional);
  CHECK(modality("The agency will distribute the masks if stocks permit.") ==
        Modality::kConditional);
}

}  // namespace
}  // namespace parallax
