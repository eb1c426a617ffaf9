#include <algorithm>
#include <string>

#include "engine/compare/statement_claims.hpp"
#include "engine/facts/claims.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

using test::add_statement;
using test::compared_by_source;
using test::record_of;
using test::source_of;
using test::Sourced;

/// Claims of one hand-made statement, as text with their commitment.
struct Read {
  explicit Read(std::string text) : analyser(words, lexicons), tables(lexicons) {
    sourced.record = record_of("a", std::move(text));
  }

  std::vector<Claim> claims() {
    document = analyser.analyse(sourced.record).value();
    return statement_claims(document, *tables.get("en").value(), words,
                            sourced.sourced.statements.front());
  }
  [[nodiscard]] std::string text(const Claim& claim) const {
    return std::string(document.slice(claim.span));
  }

  WordTable words;
  LexiconSource lexicons;
  Analyser analyser;
  FactLexicons tables;
  Sourced sourced;
  Document document;
};

}  // namespace

TEST_CASE("claims of an indirect statement are those of its content") {
  Read read("The minister said that the bridge was closed on Monday, and left.");
  add_statement(read.sourced, 0, "the bridge was closed on Monday", "said");
  const std::vector<Claim> claims = read.claims();
  REQUIRE(claims.size() == 1);
  CHECK(read.text(claims[0]) == "the bridge was closed on Monday");
  CHECK(claims[0].commitment == "asserted");
}

TEST_CASE("a cue that takes a position stays in the claim") {
  Read read("The commissioner has condemned the attack on the school.");
  add_statement(read.sourced, 0, "the attack on the school", "has condemned");
  const std::vector<Claim> claims = read.claims();
  REQUIRE(claims.size() == 1);
  CHECK(read.text(claims[0]) == "has condemned the attack on the school");
  REQUIRE(claims[0].stances.size() == 1);
  CHECK(claims[0].stances[0].act == "condemn");
}

TEST_CASE("a request is its source's position although its content is not asserted") {
  Read read("The union urged the owners to reopen the mine.");
  add_statement(read.sourced, 0, "the owners to reopen the mine", "urged",
                Commitment::kConditional);
  const std::vector<Claim> claims = read.claims();
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].commitment == "asserted");
  CHECK(read.text(claims[0]) == "urged the owners to reopen the mine");
}

TEST_CASE("what a source denies is negated once") {
  Read read("The army denied that it had shelled the village.");
  add_statement(read.sourced, 0, "it had shelled the village", "denied", Commitment::kDenied);
  const std::vector<Claim> claims = read.claims();
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].commitment == "denied");
  CHECK(claims[0].negators == 1);
  const auto shelled =
      std::find_if(claims[0].terms.begin(), claims[0].terms.end(),
                   [&](const Term& term) { return read.document.slice(term.span) == "shelled"; });
  REQUIRE(shelled != claims[0].terms.end());
  CHECK(shelled->negated);
}

TEST_CASE("content that spans sentences gives a claim each, marks alone give none") {
  Read read("\"The road is open. Help arrives -\" said the mayor.");
  add_statement(read.sourced, 0, "The road is open. Help arrives -", "said");
  const std::vector<Claim> claims = read.claims();
  REQUIRE(claims.size() == 2);
  CHECK(read.text(claims[0]) == "The road is open.");
  CHECK(read.text(claims[1]) == "Help arrives");
  const ByteSpan marks[] = {{0, 1}};
  CHECK(extract_claims(read.document, *read.tables.get("en").value(), read.words, marks).empty());
}

TEST_CASE("denial against assertion of two sources of one article is a conflict") {
  Sourced text;
  text.record = record_of("a",
                          "The mayor said the guards had fired at the crowd. The army denied that "
                          "its guards had fired at the crowd.");
  text.sourced.sources = {source_of("Mayor of Sela", Role::kPerson),
                          source_of("Army", Role::kMilitary)};
  add_statement(text, 0, "the guards had fired at the crowd", "said");
  add_statement(text, 1, "its guards had fired at the crowd", "denied", Commitment::kDenied);
  const ComparisonReport report = compared_by_source({text});
  REQUIRE(report.comparisons.size() == 1);
  REQUIRE(report.comparisons[0].divergences.size() == 1);
  CHECK(report.comparisons[0].divergences[0].kind == "negation");
}

TEST_CASE("what a source only reports is no position of its own") {
  Sourced text;
  text.record = record_of("a",
                          "The mayor said six people were hurt. The army said rebels claimed nine "
                          "people were hurt.");
  text.sourced.sources = {source_of("Mayor of Sela", Role::kPerson),
                          source_of("Army", Role::kMilitary)};
  add_statement(text, 0, "six people were hurt", "said");
  add_statement(text, 1, "nine people were hurt", "", Commitment::kReported);
  const ComparisonReport report = compared_by_source({text});
  REQUIRE(report.comparisons.size() == 1);
  CHECK(report.comparisons[0].divergences.empty());
  CHECK(report.comparisons[0].pairs.empty());
  CHECK(report.comparisons[0].only_left.size() == 1);
  CHECK(report.comparisons[0].only_right.size() == 1);
}

TEST_CASE("narration is a party that can be left out") {
  Sourced text;
  text.record = record_of("a", "Six people were hurt, the mayor said. Nine people were hurt.");
  text.sourced.sources = {source_of("Mayor of Sela", Role::kPerson)};
  add_statement(text, 0, "Six people were hurt", "said");
  add_statement(text, std::nullopt, "Nine people were hurt.");
  const ComparisonReport with = compared_by_source({text});
  REQUIRE(with.comparisons.size() == 1);
  CHECK(with.source(with.comparisons[0].right_source).narration);
  CompareOptions options;
  options.narration = NarrationUse::kLeftOut;
  CHECK(compared_by_source({text}, options).comparisons.empty());
}

TEST_CASE("one source in two documents is one side") {
  Sourced one;
  one.record = record_of("a", "The ministry said six people were hurt in the fire at Sela.");
  one.sourced.sources = {source_of("Ministry of Health", Role::kMinistry, "NO")};
  add_statement(one, 0, "six people were hurt in the fire at Sela", "said");
  Sourced two;
  two.record = record_of(
      "b",
      "The ministry said the hospital was open. The police said ten people were hurt in the "
      "fire at Sela.");
  two.sourced.sources = {source_of("Health Ministry", Role::kMinistry, "NO"),
                         source_of("Police of Sela", Role::kPolice, "NO")};
  add_statement(two, 0, "the hospital was open", "said");
  add_statement(two, 1, "ten people were hurt in the fire at Sela", "said");
  const ComparisonReport report = compared_by_source({one, two});
  REQUIRE(report.comparisons.size() == 1);
  REQUIRE(report.comparisons[0].divergences.size() == 1);
  CHECK(report.comparisons[0].divergences[0].kind == "number");
  CHECK(report.sources.size() == 2);
}

}  // namespace parallax
