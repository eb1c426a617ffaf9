/// Rules A1-A12 and the issuer, each on sentences of its own.

#include <algorithm>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/sourced.hpp"

namespace parallax {
namespace {

using test::sourced;
using test::Sourced;

}  // namespace

TEST_CASE("a quotation goes to the speaker behind it") {
  const Sourced d = sourced("\"We will rebuild the bridge,\" Minister Tarik Holm said on Friday.");
  REQUIRE(d.with("We will rebuild") != nullptr);
  CHECK(d.with("We will rebuild")->rule == "A1");
  CHECK(d.with("We will rebuild")->mode == Mode::kDirect);
  CHECK(d.speaker("We will rebuild") == "Tarik Holm");
}

TEST_CASE("an inverted verb and an apposition do not hide the speaker") {
  const Sourced d = sourced(
      "\"Nobody asked us,\" complained Oskar Lund, a fisherman from the island.\n\n"
      "\"It is late,\" Mara Voss, Lurana's Ambassador to France tweeted.");
  CHECK(d.speaker("Nobody asked us") == "Oskar Lund");
  CHECK(d.speaker("It is late") == "Mara Voss");
  CHECK(d.source_of("It is late").role == Role::kAmbassador);
}

TEST_CASE("indirect speech: cue first, last and in the middle") {
  const Sourced d = sourced(
      "The ministry said that the road was closed. The dam is safe, the police added. "
      "The pumps, according to the mayor, are new.");
  CHECK(d.with("that the road was closed")->rule == "A5");
  CHECK(d.with("The dam is safe")->rule == "A3");
  CHECK(d.source_of("The dam is safe").role == Role::kPolice);
  REQUIRE(d.with("The pumps") != nullptr);
  CHECK(d.with("The pumps")->rule == "A7");
}

TEST_CASE("a stance verb opens the source's own position") {
  const Sourced d = sourced("The ombudsperson condemned the raid and urged the army to leave.");
  const Statement* raid = d.with("the raid");
  REQUIRE(raid != nullptr);
  CHECK(raid->rule == "A6");
  CHECK(d.document.slice(raid->passage.front()).starts_with("condemned the raid"));
  CHECK(d.speaker("the army to leave") == d.speaker("the raid"));
}

TEST_CASE("an outlet that cites an office relays it") {
  const Sourced d =
      sourced("The border will reopen on Monday, Reuters reports, citing the Foreign Ministry.");
  const Statement* s = d.with("The border will reopen");
  REQUIRE(s != nullptr);
  CHECK(d.source_of("The border will reopen").role == Role::kMinistry);
  REQUIRE(s->relayed_by.has_value());
  CHECK(d.out.sources[*s->relayed_by].role == Role::kMedia);
}

TEST_CASE("the outer cue wins over the one inside its content") {
  const Sourced d = sourced("Lurana demands an apology, the ministry added.");
  CHECK(d.source_of("Lurana demands").role == Role::kMinistry);
  const Sourced e = sourced("The ministry said that Envoy Mara Voss had denied the sale of arms.");
  const Statement* s = e.with("that Envoy");
  REQUIRE(s != nullptr);
  REQUIRE(s->embedded.size() == 1);
  CHECK(s->embedded.front().commitment == Commitment::kDenied);
  CHECK(e.document.slice(s->embedded.front().span) == "the sale of arms");
}

TEST_CASE("a denial is marked, and a remark on silence is nobody's statement") {
  const Sourced d = sourced(
      "The army denied that it had shelled the town. The minister did not say when talks begin.");
  CHECK(d.with("that it had shelled")->commitment == Commitment::kDenied);
  CHECK(d.with("The minister did not say")->mode == Mode::kNarration);
}

TEST_CASE("quotations without a cue go on with the speaker before") {
  const Sourced d = sourced(
      "\"We waited for hours,\" Ana Reis said. \"Then the water came.\"\n\n"
      "\"Nobody had warned the village.\"");
  const Statement* s = d.with("We waited");
  REQUIRE(s != nullptr);
  CHECK(s->content.size() == 2);
  CHECK(d.with("Nobody had warned")->rule == "A9");
  CHECK(d.speaker("Nobody had warned") == "Ana Reis");
}

TEST_CASE("an unclosed quotation ends with its paragraph") {
  const Sourced d = sourced("\"We stay, the mayor said.\n\nThe road is open.");
  CHECK(d.out.warnings.size() == 1);
  CHECK(d.with("The road is open")->mode == Mode::kNarration);
}

TEST_CASE("headline, signature and interview forms") {
  CHECK(sourced("Baku: the talks were useful.").speaker("the talks were useful") == "Baku");
  CHECK(sourced("\"The wells are dry,\" - Ombudsman Petra Lind.").speaker("The wells are dry") ==
        "Petra Lind");
  const Sourced d = sourced(
      "Commissioner Mara Voss came to the studio.\n\nQ: Who pays?\n\nA: The state pays. It must.");
  CHECK(d.speaker("The state pays") == "Mara Voss");
  CHECK(d.with("The state pays")->mode == Mode::kDirect);
  CHECK(d.with("Q: Who pays")->mode == Mode::kNarration);
}

TEST_CASE("a declaration belongs to its issuer") {
  const std::string text =
      "We condemn the raid on the harbour. Four boats were burned. We demand compensation.";
  const Sourced by_metadata = sourced(text, "Ministry of Foreign Affairs of Lurana");
  for (const Statement& s : by_metadata.out.statements) {
    CHECK(s.mode == Mode::kDirect);
    REQUIRE(s.source.has_value());
    CHECK(by_metadata.out.sources[*s.source].role == Role::kMinistry);
  }
  const Sourced by_head = sourced("Ministry of Defence of the Republic of Lurana\n\n" + text);
  CHECK(by_head.source_of("We condemn").role == Role::kMinistry);
}

TEST_CASE("what nobody says is the outlet's, and every sentence is somebody's") {
  const Sourced d = sourced(
      "By Reuters\n\nSnow fell on the pass. The police said the road was shut. Two lorries slid.");
  CHECK(d.source_of("Snow fell").role == Role::kMedia);
  std::vector<char> seen(d.document.sentences.size(), 0);
  for (const Statement& s : d.out.statements) {
    for (std::uint32_t t = s.first_sentence; t <= s.last_sentence; ++t) {
      seen[t] = 1;
    }
  }
  CHECK(std::count(seen.begin(), seen.end(), 1) == static_cast<std::ptrdiff_t>(seen.size()));
}

TEST_CASE("a language without cues says so") {
  const Sourced d = sourced("Lorem ipsum dolor sit amet.", "", "xx");
  REQUIRE_FALSE(d.out.warnings.empty());
  CHECK(d.out.warnings.front().find("'xx'") != std::string::npos);
}

TEST_CASE("where subjects are dropped a verb goes on with the speaker before it") {
  const Sourced d = sourced(
      "La ministra Ana Robledo dijo que el puerto estaba abierto. Tambi\xc3\xa9n asegur\xc3\xb3 "
      "que las gr\xc3\xbas funcionaban.",
      "", "es");
  CHECK(d.speaker("que las gr\xc3\xbas funcionaban") == "Ana Robledo");
}

TEST_CASE("French verbs turned around with a hyphen") {
  const Sourced d = sourced(
      "La ministre Anne Vasseur a visit\xc3\xa9 le port. \xc2\xab Les grues sont neuves \xc2\xbb, "
      "a-t-elle ajout\xc3\xa9.",
      "", "fr");
  CHECK(d.with("Les grues sont neuves")->mode == Mode::kDirect);
  CHECK(d.speaker("Les grues sont neuves") == "Anne Vasseur");
}

TEST_CASE("German 'so' behind a comma names who said it") {
  const Sourced d = sourced("Die Netze seien zu fein, so Ministerin Anna Berger.", "", "de");
  CHECK(d.speaker("Die Netze seien zu fein") == "Anna Berger");
}

TEST_CASE("asking somebody to do something is no condition") {
  const Sourced d = sourced(
      "The ministry asked the envoy to leave. The ministry asked whether the bridge was safe.");
  CHECK(d.with("the envoy to leave")->commitment == Commitment::kAsserted);
  CHECK(d.with("whether the bridge was safe")->commitment == Commitment::kConditional);
}

TEST_CASE("an answer is the interviewee's, whoever the question quotes") {
  const Sourced d = sourced(
      "Commissioner Mara Voss came to the studio.\n\nQ: Who pays?\n\nA: The state pays.\n\n"
      "Q: The opposition says nobody pays.\n\nA: That is wrong.");
  CHECK(d.speaker("That is wrong") == "Mara Voss");
}

TEST_CASE("lines of a letterhead are no verbs, contact lines nobody's words") {
  const Sourced d = sourced(
      "MINISTRY OF DEFENCE OF THE REPUBLIC OF LURANA\nPress Department\n\nWe condemn the raid on "
      "the harbour. Four boats were burned. We demand compensation.\n\nContact: Press Department, "
      "12 345");
  CHECK(d.source_of("We condemn").role == Role::kMinistry);
  CHECK(d.source_of("Contact").role == Role::kMinistry);
}

}  // namespace parallax
