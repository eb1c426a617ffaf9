/// Slots, voices and sources of English clauses.

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"

namespace parallax {
namespace {

struct Case {
  const char* sentence;
  const char* word;
  Slot slot;
  const char* preposition;
};

TEST_CASE("terms stand in slots") {
  const Case cases[] = {
      {"The trawler rammed the ferry.", "trawler", Slot::kSubject, ""},
      {"The trawler rammed the ferry.", "ferry", Slot::kObject, ""},
      {"The ferry was rammed by the trawler.", "trawler", Slot::kOblique, "by"},
      {"Kestria sold gas to Norvia.", "Norvia", Slot::kOblique, "to"},
      {"Kestria sold gas to Norvia.", "gas", Slot::kObject, ""},
      {"The crew left after the trawler sank.", "trawler", Slot::kSubject, ""},
  };
  for (const Case& c : cases) {
    INFO(c.sentence << " " << c.word);
    test::ReadClaim r;
    test::read_into(r, c.sentence);
    const Term& term = r.term(c.word);
    CHECK(static_cast<int>(term.slot) == static_cast<int>(c.slot));
    if (c.slot == Slot::kOblique) {
      CHECK(r.words.stem(term.preposition) == c.preposition);
    }
  }
}

TEST_CASE("verbs know their voice") {
  test::ReadClaim active;
  test::read_into(active, "The storm destroyed the harbour.");
  CHECK(active.term("destroyed").verb);
  CHECK_FALSE(active.term("destroyed").passive);
  test::ReadClaim passive;
  test::read_into(passive, "The harbour was destroyed by the storm.");
  CHECK(passive.term("destroyed").passive);
}

TEST_CASE("who says it is no part of what is said") {
  test::ReadClaim r;
  test::read_into(r, "Norvia said that Kestria had closed the strait.");
  CHECK(r.term("Norvia").frame);
  CHECK_FALSE(r.term("Kestria").frame);
}

}  // namespace
}  // namespace parallax
