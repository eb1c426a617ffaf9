/// Direct speech behind dashes, names in quotation marks, and who is cited between an outlet and
/// its verb.

#include "tests/support/catch.hpp"
#include "tests/support/sourced.hpp"

namespace parallax {
namespace {

using test::sourced;
using test::Sourced;

}  // namespace

TEST_CASE("a dash opens direct speech where a verb of saying stands behind a later one") {
  const Sourced ru = sourced(
      "\u2014 \u0412\u043e\u0434\u044b \u0445\u0432\u0430\u0442\u0438\u0442, \u2014 "
      "\u0437\u0430\u044f\u0432\u0438\u043b \u043c\u0438\u043d\u0438\u0441\u0442\u0440 "
      "\u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432. \u2014 \u041c\u044b "
      "\u0433\u043e\u0442\u043e\u0432\u044b.",
      "", "ru");
  const Statement* s = ru.with("\u0412\u043e\u0434\u044b");
  REQUIRE(s != nullptr);
  CHECK(s->mode == Mode::kDirect);
  CHECK(ru.source_of("\u0412\u043e\u0434\u044b").role == Role::kMinister);
  CHECK(s->content.size() == 2);
  const Sourced es =
      sourced("\u2014No falta agua \u2014dijo el ministro\u2014. Llega ma\u00f1ana.", "", "es");
  REQUIRE(es.with("No falta agua") != nullptr);
  CHECK(es.with("No falta agua")->mode == Mode::kDirect);
}

TEST_CASE("dashes of lists and of sentences open no speech") {
  const Sourced list =
      sourced("\u2014 close the northern road;\n\n\u2014 open the school.", "", "en");
  REQUIRE(list.with("close the northern road") != nullptr);
  CHECK(list.with("close the northern road")->mode != Mode::kDirect);
  const Sourced aside = sourced(
      "\u2014 \u0414\u043e\u0440\u043e\u0433\u0430 \u2014 \u044d\u0442\u043e "
      "\u0436\u0438\u0437\u043d\u044c.",
      "", "ru");
  CHECK(aside.with("\u0414\u043e\u0440\u043e\u0433\u0430")->mode == Mode::kNarration);
}

TEST_CASE("a name in marks behind a kind of body is no quotation") {
  const Sourced d = sourced(
      "Die Zeitung \u201eNordkurier\u201c berichtete, die Br\u00fccke sei "
      "gesperrt.",
      "", "de");
  CHECK(d.with("die Br\u00fccke")->mode == Mode::kIndirect);
  CHECK(d.source_of("die Br\u00fccke").name == "Zeitung \u201eNordkurier\u201c");
}

TEST_CASE("who is cited speaks, the outlet around it relays") {
  const Sourced back = sourced(
      "Der Pass ist gesperrt. Das berichtete die Zeitung \u201eNordkurier\u201c unter Berufung auf "
      "die Polizei.",
      "", "de");
  CHECK(back.source_of("Der Pass").role == Role::kPolice);
  CHECK(back.with("Der Pass")->relayed_by.has_value());
  const Sourced front = sourced(
      "Unter Berufung auf die Polizei meldete die Zeitung, der Pass sei gesperrt.", "", "de");
  CHECK(front.source_of("der Pass").role == Role::kPolice);
}

TEST_CASE("documents with their issuer") {
  const Sourced ar = sourced(
      "\u0648\u062c\u0627\u0621 \u0641\u064a \u0628\u064a\u0627\u0646 \u0635\u0627\u062f\u0631 "
      "\u0639\u0646 \u0627\u0644\u0633\u0641\u0627\u0631\u0629 \u0623\u0646 "
      "\u0627\u0644\u062d\u062f\u0648\u062f \u0645\u063a\u0644\u0642\u0629.",
      "", "ar");
  CHECK(ar.source_of("\u0623\u0646 \u0627\u0644\u062d\u062f\u0648\u062f").role ==
        Role::kAmbassador);
  const Sourced en =
      sourced("Half of the wells are dry, according to a survey the ministry published on Monday.",
              "", "en");
  CHECK(en.source_of("Half of the wells").role == Role::kMinistry);
}

TEST_CASE("estimates, opinions, and who has only a name") {
  const Sourced put =
      sourced("The ministry put the cost of the first two flights at $4 million.", "", "en");
  CHECK(put.source_of("the cost").role == Role::kMinistry);
  const Sourced put_away = sourced("The ministry put the files of the case at risk.", "", "en");
  CHECK(put_away.with("the files") == nullptr);
  const Sourced opinion = sourced(
      "For Minister Ana Reyl, a former judge, the verdict comes too late for the town.", "", "en");
  CHECK(opinion.source_of("the verdict").role == Role::kMinister);
  const Sourced named = sourced(
      "\"It is a lie,\" said Josiah Phiri. The mine never paid a cent, the priest said.", "", "en");
  CHECK(named.source_of("The mine").name == "Josiah Phiri");
  const Sourced company =
      sourced("Tembo Minerals called the ruling harsh. Many jobs were in danger, the company said.",
              "", "en");
  CHECK(company.source_of("Many jobs").name == "Tembo Minerals");
}

TEST_CASE("who is cited between two commas takes nothing from who speaks") {
  const Sourced d =
      sourced("The governor, citing the police, said eleven houses were lost.", "", "en");
  CHECK(d.with("the police") == nullptr);
  CHECK(d.speaker("eleven houses") == "governor");
}

TEST_CASE("the speaker between a particle and the verb, and behind a clause") {
  const Sourced ar = sourced(
      "\u0644\u0643\u0646 \u0627\u0644\u0648\u0632\u064a\u0631 \u0645\u062d\u0645\u062f "
      "\u0633\u0627\u0644\u0645 \u0642\u0627\u0644 \u0625\u0646 "
      "\u0627\u0644\u062d\u062f\u0648\u062f "
      "\u0645\u063a\u0644\u0642\u0629.",
      "", "ar");
  CHECK(ar.source_of("\u0625\u0646 \u0627\u0644\u062d\u062f\u0648\u062f").role == Role::kMinister);
  const Sourced de = sourced(
      "Die Polizei sprach von Brandstiftung. Ein Trafo sei \u201ezerst\u00f6rt\u201c, hie\u00df es "
      "weiter.",
      "", "de");
  CHECK(de.source_of("Ein Trafo").role == Role::kPolice);
}

}  // namespace parallax
