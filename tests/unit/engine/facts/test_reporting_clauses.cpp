/// Reporting clauses of English: what stands in them is no content.

#include "tests/support/catch.hpp"
#include "tests/support/facts.hpp"

namespace parallax {
namespace {

struct Case {
  const char* sentence;
  const char* word;
  bool frame;
};

void check_frames(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    INFO(c.sentence << " " << c.word);
    test::ReadClaim r;
    test::read_into(r, c.sentence);
    CHECK(r.term(c.word).frame == c.frame);
  }
}

TEST_CASE("a reporting clause behind what is said is a frame") {
  check_frames(
      {{"The viaduct was closed to lorries, the roads agency noted on Friday.", "agency", true},
       {"The viaduct was closed to lorries, the roads agency noted on Friday.", "viaduct", false},
       {"The viaduct was closed to lorries, said the mayor of Ostrand.", "Ostrand", true},
       {"The viaduct was closed to lorries, its operator has since confirmed.", "confirmed", true},
       {"The viaduct was closed to lorries, as the mayor of Ostrand put on record.", "closed",
        false}});
}

TEST_CASE("a reporting clause in the middle and an opinion in front are frames") {
  check_frames({{"The ferry, the harbour master added, carried no freight.", "added", true},
                {"The ferry, the harbour master added, carried no freight.", "freight", false},
                {"In the view of the Tribunal, the lease of the quay is void.", "Tribunal", true},
                {"In the view of the Tribunal, the lease of the quay is void.", "quay", false}});
}

TEST_CASE("what introduces a clause with that is a frame") {
  check_frames({{"The consul recalled on Monday that the visas had expired.", "consul", true},
                {"The consul recalled on Monday that the visas had expired.", "visas", false},
                {"It was the consul that recalled the two clerks.", "consul", false}});
}

TEST_CASE("a clause with content of its own is no reporting clause") {
  check_frames({{"When the siren sounded, the guards left the depot.", "guards", false},
                {"The council met in Ostrand, and the mayor announced a new levy.", "levy", false},
                {"The mayor condemned the arrest of the clerks.", "mayor", false}});
}

TEST_CASE("a date in a reporting clause says when it was said") {
  test::ReadClaim r;
  test::read_into(r, "The quay was sold on 3 May, the harbour master announced on 9 June.");
  REQUIRE(r.claim.dates.size() == 2);
  CHECK_FALSE(r.claim.dates[0].frame);
  CHECK(r.claim.dates[1].frame);
}

}  // namespace
}  // namespace parallax
