/// Mentions are tied to the source that they mean.

#include "tests/support/catch.hpp"
#include "tests/support/sourced.hpp"

namespace parallax {

using test::sourced;
using test::Sourced;

TEST_CASE("surname and pronoun stand for the full name") {
  const Sourced d = sourced(
      "Human Rights Commissioner Sabina Orlova said the camp was full. Orlova said the water was "
      "dirty. She said the tents were old.");
  CHECK(d.speaker("the camp was full") == "Sabina Orlova");
  CHECK(d.speaker("the water was dirty") == "Sabina Orlova");
  CHECK(d.speaker("the tents were old") == "Sabina Orlova");
  CHECK(d.source_of("the camp was full").gender == Gender::kFemale);
  CHECK(d.source_of("the camp was full").role == Role::kOmbudsperson);
}

TEST_CASE("two people of one surname stay apart") {
  const Sourced d = sourced(
      "Anna Holm said the plan was good. Peter Holm said the plan was bad. Anna Holm said she "
      "would vote.");
  CHECK(d.speaker("the plan was good") == "Anna Holm");
  CHECK(d.speaker("the plan was bad") == "Peter Holm");
  CHECK(d.speaker("she would vote") == "Anna Holm");
}

TEST_CASE("two ministries of two countries stay apart") {
  const Sourced d = sourced(
      "The French Foreign Ministry said the ship was late. The Italian Foreign Ministry said the "
      "ship was early.");
  CHECK(d.source_of("the ship was late").country == "FR");
  CHECK(d.source_of("the ship was early").country == "IT");
}

TEST_CASE("the owner of an office tells too, also where no table knows the country") {
  const Sourced d = sourced(
      "Lurana's Foreign Minister Tarik Holm said the bridge was mined. The Sestrian foreign "
      "minister said it was not.");
  CHECK(d.speaker("the bridge was mined") == "Tarik Holm");
  CHECK(d.speaker("it was not") != "Tarik Holm");
}

TEST_CASE("a capital and its government are one source") {
  const Sourced d =
      sourced("Ankara said the gas would flow. The Turkish government said the price was fair.");
  CHECK(d.speaker("the gas would flow") == d.speaker("the price was fair"));
  CHECK(d.source_of("the gas would flow").country == "TR");
}

TEST_CASE("a spokesperson speaks for the ministry of the capital that is named") {
  const Sourced d = sourced(
      "The Croatian Foreign Ministry said the dam was full. A spokesman for the Foreign Ministry "
      "in "
      "Belgrade said the bridge was safe.");
  CHECK(d.source_of("the bridge was safe").country == "RS");
  CHECK(d.source_of("the bridge was safe").organisation == "Foreign Ministry");
  CHECK(d.source_of("the dam was full").country == "HR");
}

TEST_CASE("a spokesperson speaks for an organisation") {
  const Sourced d = sourced(
      "The Defence Ministry said two tanks were lost. Ministry spokeswoman Lena Moroz said the "
      "crews were safe.");
  CHECK(d.source_of("the crews were safe").role == Role::kSpokesperson);
  CHECK(d.source_of("the crews were safe").organisation == "Defence Ministry");
}

TEST_CASE("a definite mention far behind its source is less sure") {
  const Sourced d = sourced(
      "The Foreign Ministry said the pass was shut. The ministry said snow was falling.\n\n"
      "Envoy Mara Voss said the trains ran. The police said nobody was hurt. Mayor Ana Reis said "
      "schools were shut. The army said it had ploughs.\n\n"
      "To recap, the storm began on Monday. Nine people are missing, the ministry said.");
  const Statement* near = d.with("snow was falling");
  const Statement* far = d.with("Nine people are missing");
  REQUIRE(near != nullptr);
  REQUIRE(far != nullptr);
  CHECK(near->source == far->source);
  CHECK(far->confidence < near->confidence);
}

TEST_CASE("a country that is only inferred is flagged") {
  const Sourced d =
      sourced("Baku has protested. The Foreign Ministry said the embassy was damaged.");
  CHECK(d.source_of("the embassy was damaged").country == "AZ");
  CHECK(d.source_of("the embassy was damaged").country_inferred);
}

TEST_CASE("an office and the person that commas set behind it are one source") {
  const Sourced d = sourced(
      "The ministry said the port was open. Its spokeswoman, Mila Corvin, said two cranes had "
      "failed. Corvin said the spare parts were late.");
  CHECK(d.speaker("two cranes had failed") == "Mila Corvin");
  CHECK(d.speaker("the spare parts were late") == "Mila Corvin");
  CHECK(d.source_of("two cranes had failed").role == Role::kSpokesperson);
}

TEST_CASE("a person behind a comma who does something else is not the office") {
  const Sourced d = sourced(
      "After a call to the minister, Mila Corvin said the port was open. Dana Fell said it was "
      "not.");
  CHECK(d.speaker("the port was open") == "Mila Corvin");
  CHECK(d.source_of("the port was open").role == Role::kPerson);
}

TEST_CASE("initials stand for a name that the text has spelt out") {
  const Sourced d = sourced(
      "The Northern Fisheries Agency said the cod had left. The NFA said the nets were too fine.");
  CHECK(d.speaker("the nets were too fine") == d.speaker("the cod had left"));
}

TEST_CASE("who spoke at home is not the ministry of another country") {
  const Sourced d = sourced(
      "Norway will build the dam, the Foreign Ministry said. The Swedish Foreign Ministry said "
      "the river was shared.");
  CHECK(d.source_of("Norway will build the dam").country == "NO");
  CHECK(d.source_of("the river was shared").country == "SE");
}

TEST_CASE("a report speaks for who wrote it") {
  const Sourced d = sourced(
      "Half of the wells are dry, a report by the Drought Observatory found. The Drought "
      "Observatory said it would count again.");
  CHECK(d.speaker("Half of the wells are dry") == d.speaker("it would count again"));
}

TEST_CASE("treaties and buildings that bear a place's name give no country") {
  const Sourced d = sourced(
      "The ministry said the Vienna Convention had been broken. The Geneva Conventions apply too.");
  CHECK(d.source_of("the Vienna Convention").country.empty());
}

TEST_CASE("compounds of ministry tell two ministries apart") {
  const Sourced d = sourced(
      "Das Fischereiministerium erkl\xc3\xa4rte, die Netze seien zu fein. Das Verkehrsministerium "
      "erkl\xc3\xa4rte, der Hafen sei offen.",
      "", "de");
  CHECK(d.speaker("die Netze seien zu fein") == "Fischereiministerium");
  CHECK(d.speaker("der Hafen sei offen") == "Verkehrsministerium");
}

TEST_CASE("a bare word for a body is the body of that word, else the one that spoke last") {
  const test::Sourced d = test::sourced(
      "The Civil Rescue Agency said ten boats were lost. The Ministry of Water said the dam held. "
      "The agency said two boats were found. The Velland Coast Guard said it had sent help. The "
      "service said the sea was calm.");
  CHECK(d.speaker("two boats") == "Civil Rescue Agency");
  CHECK(d.speaker("the sea was") == d.speaker("it had sent"));
}

TEST_CASE("a text with an owner speaks for the owner") {
  const test::Sourced d = test::sourced(
      "The Observer Mission of Norland said the count was fair. Its report recommends a new "
      "register.");
  CHECK(d.speaker("a new") == d.speaker("the count"));
}

TEST_CASE("a name that 'which' takes up is a body") {
  const test::Sourced d = test::sourced(
      "Halmstein, which hosts the talks, urged restraint. It proposed that observers come.");
  CHECK(d.speaker("that observers") == "Halmstein");
}

TEST_CASE("'it states' is the text that was named before") {
  const test::Sourced d =
      test::sourced("A report came out on Monday. It states that cells are crowded.");
  CHECK(d.speaker("that cells").find("report") != std::string::npos);
}

TEST_CASE("what stands behind of is the office's, the name behind the comma its holder") {
  const Sourced d = sourced("The governor of Karsk, Oleg Martin, said the bridge was shut.");
  CHECK(d.speaker("the bridge was shut") == "Oleg Martin");
  const Sourced fr = sourced(
      "Le pr\u00e9fet de la Loire, Jean Delmas, a d\u00e9clar\u00e9 que la route \u00e9tait "
      "coup\u00e9e.",
      "", "fr");
  CHECK(fr.speaker("que la route") == "Jean Delmas");
}

TEST_CASE("the topic of a title is no speaker") {
  const Sourced d = sourced("Storm Edda: three dead\n\nThree people died, the police said.");
  for (const Source& source : d.out.sources) {
    CHECK(source.name != "Storm Edda");
  }
}

}  // namespace parallax
