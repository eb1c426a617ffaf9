/// Who issues a text by its title, and which lines above it are no statements.

#include "tests/support/catch.hpp"
#include "tests/support/sourced.hpp"

namespace parallax {
namespace {

DocumentHead head_of(const std::string& text, const std::string& language) {
  static const LexiconSource kLexicons;
  Record record;
  record.id = "x";
  record.text = text;
  record.language = language;
  WordTable words;
  Analyser analyser(words, kLexicons);
  const Document document = analyser.analyse(std::move(record)).value();
  return Attributor(words, kLexicons).head(document).value();
}

std::string issuer_of(const std::string& title, const std::string& language) {
  const DocumentHead head = head_of(title + "\n\nXyz 12 abc. Xyz 13 abc.\n", language);
  return head.issuer ? head.issuer->name : "";
}

}  // namespace

TEST_CASE("a title names who issues the text") {
  CHECK(issuer_of("Statement by the Ministry of Foreign Affairs of Norland", "en") ==
        "Ministry of Foreign Affairs of Norland");
  CHECK(issuer_of("Ministry of Foreign Affairs of Norland: commentary on the talks", "en") ==
        "Ministry of Foreign Affairs of Norland");
  CHECK(issuer_of("Press release of the Embassy of Norland in Velland", "en") ==
        "Embassy of Norland in Velland");
  CHECK(issuer_of("Erkl\u00e4rung des Verteidigungsministeriums zum Vorfall", "de") ==
        "Verteidigungsministeriums");
  CHECK(issuer_of("Communiqu\u00e9 du minist\u00e8re de la D\u00e9fense", "fr") ==
        "minist\u00e8re de la D\u00e9fense");
  CHECK(issuer_of("Comunicado del Ministerio de Defensa", "es") == "Ministerio de Defensa");
}

TEST_CASE("a headline names no issuer") {
  CHECK(issuer_of("Twelve people killed near Tarn", "en").empty());
  CHECK(issuer_of("Police warn of floods in three districts", "en").empty());
  CHECK(issuer_of("Ministry of Trade raises duties on grain", "en").empty());
}

TEST_CASE("lines of title and date are known; a text of such lines alone is a text") {
  const std::string title = "Statement by the Ministry of Trade of Norland";
  const DocumentHead head =
      head_of(title + "\n\nTarn, 12 March 2026\n\nThe road is closed. It opens soon.\n", "en");
  CHECK(head.sentences == std::vector<std::uint32_t>{0, 1});
  REQUIRE(head.issuer.has_value());
  CHECK(head.issuer->role == Role::kMinistry);
  CHECK(head_of(title + "\n", "en").sentences.empty());
  CHECK_FALSE(head_of(title + "\n", "en").issuer.has_value());
}

}  // namespace parallax
