#include "models/lexicon/phrases.hpp"
#include "models/text/tokenise.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

struct Matcher {
  WordTable words;
  Tokeniser tokeniser{words};
  PhraseSet set;

  /// Payload and length of the match at token `position`: "2/3"; "-" for none.
  std::string at(const std::string& text, std::size_t position) {
    const std::vector<Token> tokens = tokeniser.tokenise(text, "en");
    const PhraseSet::Match match = set.match(tokens, position, words);
    return match.length == 0 ? "-"
                             : std::to_string(match.payload) + "/" + std::to_string(match.length);
  }
};

}  // namespace

TEST_CASE("patterns match words, stems and beginnings; the longest wins") {
  Matcher m;
  m.set.add("call", 1, "en");
  m.set.add("call~ for", 2, "en");
  m.set.add("condemn~", 3, "en");
  m.set.add("demilitari*", 4, "en");
  m.set.add("cease fire|truce", 5, "en");
  CHECK(m.at("call it", 0) == "1/1");
  CHECK(m.at("calls it", 0) == "-");
  CHECK(m.at("called for talks", 0) == "2/2");
  CHECK(m.at("They CONDEMNED it", 1) == "3/1");
  CHECK(m.at("demilitarised zone", 0) == "4/1");
  CHECK(m.at("truce holds", 0) == "5/1");
  CHECK(m.at("cease-fire holds", 0) == "5/3");
  CHECK(m.at("calling", 0) == "-");
  CHECK(m.at("the end", 1) == "-");
}

TEST_CASE("plain words, marked words and hyphens go together in one set") {
  Matcher m;
  m.set.add("in the course of", 1, "en");
  m.set.add("in the cour*", 2, "en");
  m.set.add("in the", 3, "en");
  m.set.add("in-house", 4, "en");
  m.set.add("in Tarsk", 5, "en");
  CHECK(m.at("in the course of May", 0) == "1/4");
  CHECK(m.at("in the court", 0) == "2/3");
  CHECK(m.at("in the house", 0) == "3/2");
  CHECK(m.at("in house", 0) == "4/2");
  CHECK(m.at("in-house", 0) == "4/3");
  CHECK(m.at("in the-course of", 0) == "1/5");
  CHECK(m.at("in Tarsk", 0) == "5/2");
  CHECK(m.at("in", 0) == "-");
}

TEST_CASE("a shared stem is not enough in English: the beginning must be the pattern's") {
  Matcher m;
  m.set.add("terminat~", 1, "en");
  m.set.add("declaration~", 2, "en");
  m.set.add("deny~", 3, "en");
  m.set.add("ratifi~", 4, "en");
  CHECK(m.at("terminated", 0) == "1/1");
  CHECK(m.at("terminal", 0) == "-");
  CHECK(m.at("declared", 0) == "-");
  CHECK(m.at("declarations", 0) == "2/1");
  CHECK(m.at("denied", 0) == "3/1");
  CHECK(m.at("ratify", 0) == "4/1");
}

TEST_CASE("among equal patterns the one added first wins") {
  Matcher m;
  m.set.add("deny", 7, "en");
  m.set.add("deny", 8, "en");
  CHECK(m.at("deny", 0) == "7/1");
  CHECK(PhraseSet().empty());
}

}  // namespace parallax
