/// Slots, voices and sources of English clauses.

#include <string>

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

TEST_CASE("a particle behind the object makes another verb of it") {
  const auto id = [](const char* sentence, const char* word) {
    test::ReadClaim r;
    test::read_into(r, sentence);
    return r.words.stem(r.term(word).id);
  };
  const std::string rejected = id("The council rejected the offer.", "rejected");
  CHECK(id("The council turned the offer down.", "turned") == rejected);
  CHECK(id("The council turned all three offers of talks down on Monday.", "turned") == rejected);
  CHECK(id("Guards kept the observers out of the hall.", "kept") ==
        id("Guards excluded the observers.", "excluded"));
  // what "put ... out" does hangs on its object: a fire, a statement
  CHECK(id("Crews put the fire out within the hour.", "put") ==
        id("Crews put the fire in the log.", "put"));
  // the particle is another phrase's, or stands behind a preposition or a mark
  CHECK(id("The convoy turned to the east and slowed down.", "turned") != rejected);
  CHECK(id("The council turned the offer down the road into a plan.", "turned") != rejected);
}

TEST_CASE("a duty to report is a deed and frames nobody") {
  struct Framed {
    const char* sentence;
    const char* word;
    bool frame;
  };
  const Framed cases[] = {
      {"Carriers must report every delay to the authority.", "Carriers", false},
      {"Owners are obliged to declare every firearm to the police.", "Owners", false},
      {"Under the decree, clinics may notify the agency, the ministry said.", "clinics", false},
      {"Under the decree, clinics may notify the agency, the ministry said.", "ministry", true},
      {"The ministry reported that the dam had burst.", "ministry", true},
  };
  for (const Framed& c : cases) {
    INFO(c.sentence << " " << c.word);
    test::ReadClaim r;
    test::read_into(r, c.sentence);
    CHECK(r.term(c.word).frame == c.frame);
  }
  test::ReadClaim duty;
  test::read_into(duty, "Carriers must report every delay to the authority.");
  CHECK_FALSE(duty.term("report").speech);
}

TEST_CASE("a participle behind its noun is not the verb of the clause") {
  test::ReadClaim r;
  test::read_into(r, "The aircraft sighted on Sunday had flown over the port of Temsa.");
  CHECK(r.term("sighted").passive);
  CHECK(r.term("flown").verb);
  test::ReadClaim prices;
  test::read_into(prices, "Rice prices in the capital have come down since May.");
  CHECK_FALSE(prices.term("prices").verb);
  test::ReadClaim according;
  test::read_into(according, "According to the forms collected, 58 villages took part.");
  CHECK(according.term("villages").kind != TermKind::kFunction);
  CHECK(according.term("58").slot == Slot::kSubject);
  CHECK(according.claim.quantities.size() == 1);
  // a verb in the present is found beside forms that make no clause
  test::ReadClaim bans;
  test::read_into(bans, "The decree prohibits observers from being present at the count.");
  CHECK(bans.term("prohibits").verb);
}

}  // namespace
}  // namespace parallax
