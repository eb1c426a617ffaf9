/// Main clauses, and what is found once only they are compared; leave against ban.

#include "engine/compare/event_gate.hpp"
#include "engine/compare/main_clause.hpp"
#include "engine/facts/claims.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

/// The content words of the main clause; empty if all of the sentence is main clause.
std::string main_words(std::string text, const std::string& language = "en") {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  FactLexicons tables(lexicons);
  const Document d = analyser.analyse(test::record_of("a", std::move(text), language)).value();
  const std::vector<Claim> claims = extract_claims(d, *tables.get(language).value(), words);
  const std::optional<Claim> main = main_clause(d, claims.at(0), words);
  std::string out;
  if (main) {
    REQUIRE(main->terms.size() == claims[0].terms.size());
    for (const Term& term : main->terms) {
      out += is_content(term) ? std::string(d.slice(term.span)) + " " : "";
    }
  }
  return out;
}

std::string found(const char* left, const char* right) {
  const std::string labels = test::labels(test::compared(left, right));
  CHECK(test::labels(test::compared(right, left)) == labels);
  return labels;
}

}  // namespace

TEST_CASE("what only goes with a clause is cut off") {
  CHECK(main_words("Prices rose in May, driven by fuel and rents.") == "Prices rose ");
  CHECK(main_words("Exports fell as the new duties took effect.") == "Exports fell ");
  CHECK(main_words("Despite heavy rain, the bridge reopened.") == "bridge reopened ");
  CHECK(main_words("The fire killed nine people, most of them farm hands.") ==
        "fire killed people ");
}

TEST_CASE("conditions, times and the main clause itself stay") {
  CHECK(main_words("The bridge over the Tamar was closed on Monday.").empty());
  CHECK(main_words("The crew will strike if wages are not paid.").empty());
  CHECK(main_words("Three soldiers were wounded when a mine exploded.").empty());
  CHECK(main_words("Der Preis stieg im Mai, getrieben von Mieten.", "de").empty());
}

TEST_CASE("facts of what was cut off go with it, indices into the terms stay") {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  FactLexicons tables(lexicons);
  const Document d =
      analyser
          .analyse(test::record_of(
              "a", "The flood killed 40 people, among them 12 children not yet named."))
          .value();
  const std::vector<Claim> claims = extract_claims(d, *tables.get("en").value(), words);
  REQUIRE(claims.size() == 1);
  REQUIRE(claims[0].quantities.size() == 2);
  const std::optional<Claim> main = main_clause(d, claims[0], words);
  REQUIRE(main);
  REQUIRE(main->quantities.size() == 1);
  CHECK(main->quantities[0].value.low == 40);
  CHECK(main->negators == 0);
  for (const Direction& direction : main->directions) {
    CHECK(direction.term < main->terms.size());
  }
}

TEST_CASE("main clauses are compared where the rest hides that they agree") {
  CHECK(found("Rents in the capital rose in May, driven by demand from students.",
              "Rents in the capital fell in May as thousands of flats came on the market.") ==
        "direction");
  CHECK(found("The landslide claimed 19 lives, and the search has ended.",
              "According to the list of the prefecture, the landslide claimed 26 lives, among "
              "them those of four foreign guests.") == "number");
  CHECK(found("Minister Ana Reyl met in May with the Minister of Velland, Tomas Feld.",
              "Minister Tomas Feld met in June with the Minister of Norland, Ana Reyl.") == "date");
}

TEST_CASE("the circumstances of another event keep two claims apart") {
  CHECK(found("When a mine exploded near the well, three soldiers were wounded.",
              "Five soldiers were wounded when a lorry overturned on the pass.")
            .empty());
  CHECK(found("Two drivers were hurt when a bus overturned near Orlen.",
              "Five drivers were hurt when a crane fell at the port.")
            .empty());
}

TEST_CASE("leave against ban") {
  CHECK(found("Fishermen may enter the northern zone.",
              "Fishermen must not enter the northern zone until further notice.") == "modality");
  CHECK(found("Farmers may export barley.", "Farmers are forbidden to export barley.") ==
        "modality");
  CHECK(found("Reporters may enter the camp.", "Reporters are barred from entering the camp.") ==
        "modality");
  CHECK(found("Foreign vessels must not fish in the bay.",
              "Foreign vessels may fish in the bay.") == "modality");
  // no addressee who could obey: a fear and a wish
  CHECK(found("The truce may collapse.", "The truce must not collapse.") != "modality");
}

TEST_CASE("a source without a comma ends where the next noun phrase begins") {
  CHECK(found("The barge is moored at Port Salim.",
              "According to the harbour master the barge is moored at Ras Amar.") == "place");
}

TEST_CASE("a measure that is lifted does not remain in force") {
  CHECK(found("The curfew in Selm has been lifted.", "The curfew in Selm remains in force.") ==
        "negation");
}

}  // namespace parallax
