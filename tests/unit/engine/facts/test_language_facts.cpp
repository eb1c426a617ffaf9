/// Numbers and dates as French, Spanish and German write them.

#include <string>

#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

/// The first claim of a text.
Claim claim_of(const std::string& language, const std::string& text) {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  const Document document = analyser.analyse(test::record_of("text", text, language)).value();
  const FactLexicon lexicon = FactLexicon::load(language, lexicons).value();
  const std::vector<Claim> claims = extract_claims(document, lexicon, words);
  REQUIRE_FALSE(claims.empty());
  return claims.front();
}

TEST_CASE("Numbers of French, Spanish and German", "[facts]") {
  struct Case {
    const char* language;
    const char* text;
    double low, high;
    const char* unit;
  };
  const double inf = std::numeric_limits<double>::infinity();
  const Case cases[] = {
      {"fr", "Le convoi transportait 12 500 tonnes de blé.", 12500e3, 12500e3, "kg"},
      {"fr", "Quatre-vingt-dix-sept soldats ont été tués.", 97, 97, ""},
      {"fr", "Soixante et onze civils ont été blessés.", 71, 71, ""},
      {"fr", "Le budget atteint 3,2 milliards d'euros.", 3.2e9, 3.2e9, "EUR"},
      {"fr", "La dette dépasse un billion de dollars.", 1e12, inf, "USD"},
      {"fr", "Deux millions et demi de réfugiés ont été recensés.", 2.5e6, 2.5e6, ""},
      {"fr", "Une centaine de maisons ont été détruites.", 90, 110, ""},
      {"fr", "Au moins 40 civils ont été tués.", 40, inf, ""},
      {"fr", "Sept soldats ont été tués.", 7, 7, ""},
      {"es", "La deuda es de tres mil millones de euros.", 3e9, 3e9, "EUR"},
      {"es", "El presupuesto suma 2.350 millones de dólares.", 2350e6, 2350e6, "USD"},
      {"es", "Murieron treinta y cuatro civiles.", 34, 34, ""},
      {"es", "Medio millón de personas cruzaron la frontera.", 5e5, 5e5, ""},
      {"es", "Llegaron 1,500 soldados.", 1500, 1500, ""},
      {"es", "Hay más de 20 heridos.", 20, inf, ""},
      {"de", "Zweihundertfünfzigtausend Menschen wurden evakuiert.", 250000, 250000, ""},
      {"de", "Der Haushalt beträgt 2,3 Milliarden Euro.", 2.3e9, 2.3e9, "EUR"},
      {"de", "Siebenundneunzig Soldaten wurden verletzt.", 97, 97, ""},
      {"de", "Höchstens 30 Häuser wurden zerstört.", -inf, 30, ""},
      {"de", "Fast 1.500 Menschen flohen.", 1350, 1500, ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Claim claim = claim_of(c.language, c.text);
    REQUIRE_FALSE(claim.quantities.empty());
    CHECK(claim.quantities.front().value.low == Approx(c.low));
    CHECK(claim.quantities.front().value.high == Approx(c.high));
    CHECK(claim.quantities.front().unit == c.unit);
  }
}

TEST_CASE("Dates of French, Spanish and German", "[facts]") {
  struct Case {
    const char* language;
    const char* text;
    int year, month, day, minute;
  };
  const Case cases[] = {
      {"fr", "L'accord a été signé le 1er mars 2021.", 2021, 3, 1, -1},
      {"fr", "La réunion a commencé le 4 juin à 18 h 30.", 0, 6, 4, 1110},
      {"fr", "La réunion a commencé à 20h15.", 0, 0, 0, 1215},
      {"es", "El tratado se firmó el 16 de septiembre de 2022.", 2022, 9, 16, -1},
      {"es", "El acto empezó el 2 de mayo a las 20 horas.", 0, 5, 2, 1200},
      {"de", "Der Vertrag wurde am 16. September 2022 unterzeichnet.", 2022, 9, 16, -1},
      {"de", "Die Sitzung begann am 3. Mai um 20.30 Uhr.", 0, 5, 3, 1230},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Claim claim = claim_of(c.language, c.text);
    REQUIRE(claim.dates.size() == 1);
    const DateValue& value = claim.dates.front().value;
    CHECK(value.year == c.year);
    CHECK(value.month == c.month);
    CHECK(value.day == c.day);
    CHECK(value.minute_from == c.minute);
  }
}

TEST_CASE("A short month name without a day is another word", "[facts]") {
  CHECK(claim_of("fr", "Sept soldats ont été tués.").dates.empty());
  CHECK(claim_of("es", "El mar Negro estaba cerrado.").dates.empty());
  CHECK(claim_of("fr", "La trêve a pris fin en mai.").dates.size() == 1);
}

/// The word stands in a negated scope.
bool negated(const Claim& claim, const std::string& text, const std::string& word) {
  for (const Term& term : claim.terms) {
    if (text.substr(term.span.begin, term.span.end - term.span.begin) == word) {
      return term.negated;
    }
  }
  FAIL("no term " << word);
  return false;
}

TEST_CASE("Negation by pairs, concord and at the clause's end", "[facts]") {
  struct Case {
    const char* language;
    const char* text;
    const char* word;
    bool negated;
  };
  const Case cases[] = {
      {"fr", "La garde ne protège pas le pont.", "protège", true},
      {"fr", "La garde n'a pas protégé le pont.", "protégé", true},
      {"fr", "La garde n'a jamais protégé le pont.", "protégé", true},
      {"fr", "Aucun pont n'a été protégé.", "protégé", true},
      {"fr", "La garde ne protège que le pont.", "protège", false},
      {"fr", "La garde protège plus de ponts.", "protège", false},
      {"es", "La guardia no protegió el puente.", "protegió", true},
      {"es", "No fue protegido ningún puente.", "protegido", true},
      {"es", "Nadie protegió nunca el puente.", "protegió", true},
      {"es", "No solo protegió el puente.", "protegió", false},
      {"de", "Die Wache schützte die Brücke nicht.", "schützte", true},
      {"de", "Die Wache hat die Brücke nicht geschützt.", "geschützt", true},
      {"de", "Die Wache griff die Brücke nicht an.", "griff", true},
      {"de", "Die Wache griff die Brücke an.", "griff", false},
      {"de", "Die Wache schützte keine Brücke.", "schützte", true},
      {"de", "Die Wache schützte nicht nur die Brücke.", "schützte", false},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(negated(claim_of(c.language, c.text), c.text, c.word) == c.negated);
  }
}

}  // namespace
}  // namespace parallax
