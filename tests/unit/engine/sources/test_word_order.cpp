/// Who speaks where the verb does not follow its subject: German second and last verbs, Russian
/// objects in front, Arabic agreement, descriptions and pronouns behind the verb.

#include "tests/support/catch.hpp"
#include "tests/support/sourced.hpp"

namespace parallax {
namespace {

using test::sourced;
using test::Sourced;

}  // namespace

TEST_CASE("German: an adverbial in front of the verb sends the subject behind it") {
  const Sourced d = sourced(
      "Nach dem Einsturz der Halle in Lohberg hat der Landrat Jens Ruhland dem Betreiber Pfusch "
      "vorgeworfen. Am Montag wies die Anwältin Ines Kolb die Vorwürfe zurück. Dem Kurier sagte "
      "sie, das Gutachten fehle.",
      "", "de");
  REQUIRE(d.out.statements.size() == 3);
  CHECK(d.out.sources[*d.out.statements[0].source].name == "Jens Ruhland");
  CHECK(d.speaker("die Vorwürfe") == "Ines Kolb");
  CHECK(d.speaker("das Gutachten fehle") == "Ines Kolb");
}

TEST_CASE("German: verbs with a word inside or at the end of the clause") {
  const Sourced d = sourced(
      "Der Statiker Uwe Marten hält den Abriss für nötig. Eine Sanierung schloss er aus. Die "
      "Kammer stellte Hilfen in Aussicht. Das Wasser wird seit Tagen gestaut.",
      "", "de");
  CHECK(d.speaker("den Abriss") == "Uwe Marten");
  CHECK(d.speaker("Eine Sanierung") == "Uwe Marten");
  CHECK(d.speaker("Hilfen in Aussicht") == "Kammer");
  CHECK(d.with("Das Wasser")->mode == Mode::kNarration);
}

TEST_CASE("German: reported speech goes on past 'aber', and compounds of texts tell") {
  const Sourced d = sourced(
      "Der Deich halte, sagte der Minister Olaf Brandt. Das Geld sei da, werde aber nicht "
      "abgerufen. In dem Abschlussgutachten, das dem Gericht vorliegt, heißt es, der Stahl sei "
      "spröde.",
      "", "de");
  CHECK(d.speaker("Das Geld") == "Olaf Brandt");
  REQUIRE(d.with("der Stahl") != nullptr);
  CHECK(d.with("der Stahl")->source.has_value());
}

TEST_CASE("Russian: the object stands between speaker and verb, or in front of both") {
  const Sourced d = sourced(
      "В Москве упреки отвергли. С оценкой банка не согласился экономист Павел Громов. Такой шаг "
      "поддержала министр Анна Белова.",
      "", "ru");
  REQUIRE(d.out.statements.size() == 3);
  CHECK(d.out.sources[*d.out.statements[0].source].country == "RU");
  CHECK(d.out.sources[*d.out.statements[1].source].name == "Павел Громов");
  CHECK(d.out.sources[*d.out.statements[2].source].name == "Анна Белова");
}

TEST_CASE("Arabic: an object that does not agree with the verb is no subject") {
  const Sourced d = sourced(
      "أعلنت الوزيرة ليلى المصري أن الطريق مغلق. ودعت الطرفين إلى الحوار. وتابعت قائلة: "
      "«الحوار ممكن».",
      "", "ar");
  CHECK(d.speaker("إلى الحوار") != "الطرفين");
  CHECK(d.speaker("الحوار ممكن") == "ليلى المصري");
}

TEST_CASE("a description of a person stands for the one who spoke last") {
  const Sourced d = sourced(
      "„Wir sind am Ende“, sagte der Innenminister Theo Harms. „Das Land hilft nicht“, fügte der "
      "SPD-Politiker hinzu.",
      "", "de");
  CHECK(d.speaker("Das Land hilft") == "Theo Harms");
  const Sourced e =
      sourced("« On verra », a dit la ministre Claire Vernet. « Rien ne presse », a ajouté l'élue.",
              "", "fr");
  CHECK(e.speaker("Rien ne presse") == "Claire Vernet");
  // Somebody else's trade, with a name of its own.
  const Sourced f = sourced(
      "«Ждём», — сказал мэр Олег Титов. Фермер из Орла Семён Рыбин опасается, что цены упадут.", "",
      "ru");
  CHECK(f.speaker("что цены") != "Олег Титов");
}

TEST_CASE("French and Spanish: who told the sentence before, and participles that tell nothing") {
  const Sourced d =
      sourced("Le pont est fermé. La préfecture l'a fait savoir lundi. Le plan annoncé coûte cher.",
              "", "fr");
  CHECK(d.with("Le pont")->rule == "A13");
  CHECK(d.with("Le plan")->mode == Mode::kNarration);
  const Sourced e = sourced(
      "Desde el sindicato critican el despido. Un incendio declarado ayer sigue activo. «Hay "
      "humo», cuenta Ramona Vidal, vecina del pueblo.",
      "", "es");
  CHECK(e.source_of("el despido").role == Role::kParty);
  CHECK(e.with("Un incendio")->mode == Mode::kNarration);
  CHECK(e.speaker("Hay humo") == "Ramona Vidal");
}

TEST_CASE("verb-final: a list of fields is the name of one ministry, and a text goes on") {
  const Sourced d = sourced(
      "Tarım, Orman ve Su İşleri Bakanlığı, kuyuların kapatıldığını açıkladı. Açıklamada, köylere "
      "su verildiği belirtildi.",
      "", "tr");
  CHECK(d.source_of("kuyuların").name == "Tarım, Orman ve Su İşleri Bakanlığı");
  CHECK(d.speaker("köylere") == "Tarım, Orman ve Su İşleri Bakanlığı");
  const Sourced e = sourced(
      "\"Yol bağlıdır\", - deyə Rəşad Kərimov bildirib. Kərimovun sözlərinə görə, körpü "
      "təmirdədir.",
      "", "az");
  CHECK(e.speaker("körpü") == "Rəşad Kərimov");
}

TEST_CASE("English: an opinion of somebody whom no table knows, and a subject before 'whose'") {
  const Sourced d = sourced(
      "For Tavish Orlan, a geologist at the college, the wall buys time. A baker whose shop faces "
      "the quay rejected the plan.");
  CHECK(d.speaker("the wall buys") == "Tavish Orlan");
  REQUIRE(d.with("the plan") != nullptr);
  CHECK(d.with("the plan")->source.has_value());
}

}  // namespace parallax
