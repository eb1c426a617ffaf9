/// What opens a sentence and tells whose words stand near: A13, opinions, phrases that stand for
/// the speaker before, German objects in front.

#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/sourced.hpp"

namespace parallax {
namespace {

using test::sourced;
using test::Sourced;

/// The sentence before and the one that names its speaker are one statement of A13.
void check_back(const Sourced& d, std::string_view before, Role role) {
  const Statement* s = d.with(before);
  REQUIRE(s != nullptr);
  CHECK(s->rule == "A13");
  CHECK(d.source_of(before).role == role);
  CHECK(s->content.size() == 2);
  REQUIRE(s->passage.size() == 1);
  CHECK(d.document.slice(s->passage.front()).starts_with(before));
}

}  // namespace

TEST_CASE("a sentence that only names who said it gives away the one before") {
  check_back(sourced("Der Pass ist gesperrt. Das teilte die Polizei am Montag mit.", "", "de"),
             "Der Pass", Role::kPolice);
  check_back(
      sourced("La route est coup\u00e9e. C'est ce qu'a annonc\u00e9 le minist\u00e8re.", "", "fr"),
      "La route", Role::kMinistry);
  check_back(
      sourced("La ruta est\u00e1 cortada. As\u00ed lo inform\u00f3 el ministerio.", "", "es"),
      "La ruta", Role::kMinistry);
  check_back(
      sourced(
          "\u0414\u043e\u0440\u043e\u0433\u0430 \u0437\u0430\u043a\u0440\u044b\u0442\u0430. "
          "\u041e\u0431 \u044d\u0442\u043e\u043c \u0441\u043e\u043e\u0431\u0449\u0438\u043b\u0430 "
          "\u043f\u043e\u043b\u0438\u0446\u0438\u044f.",
          "", "ru"),
      "\u0414\u043e\u0440\u043e\u0433\u0430", Role::kPolice);
  check_back(
      sourced("Yol ba\u011fl\u0131d\u0131r. Bu bar\u0259d\u0259 Nazirlik m\u0259lumat yay\u0131b.",
              "", "az"),
      "Yol", Role::kMinistry);
  check_back(sourced("The pass is closed. This was confirmed by the police.", "", "en"), "The pass",
             Role::kPolice);
}

TEST_CASE("what is somebody's already, or the issuer's, is not given away") {
  const Sourced d =
      sourced("The mayor said the pass was open. This was confirmed by the police.", "", "en");
  CHECK(d.with("the pass was open")->rule == "A5");
  CHECK(d.source_of("This").role == Role::kPolice);
  const Sourced e = sourced("We will open the pass. This was confirmed by the police.", "", "en");
  CHECK(e.with("We will")->rule != "A13");
  const Sourced f = sourced("The pass is closed. This suggests the police were late.", "", "en");
  CHECK(f.with("The pass is closed")->rule != "A13");
}

TEST_CASE("an opinion in front of a comma") {
  const Sourced d =
      sourced("Pour le minist\u00e8re, les travaux ont commenc\u00e9 trop tard.", "", "fr");
  REQUIRE(d.with("les travaux") != nullptr);
  CHECK(d.source_of("les travaux").role == Role::kMinistry);
  const Sourced e = sourced("Para colmo, llueve en la sierra.", "", "es");
  CHECK(e.with("Para colmo")->mode == Mode::kNarration);
}

TEST_CASE("a phrase that stands for the speaker before") {
  const Sourced d = sourced(
      "Die Polizei sprach von zwei Verletzten, sagte ein Sprecher. Demnach ist die Strecke frei.",
      "", "de");
  REQUIRE(d.with("ist die Strecke frei") != nullptr);
  CHECK(d.with("ist die Strecke frei")->rule == "A7");
}

TEST_CASE("a verb between commas that needs 'that' elsewhere") {
  const Sourced d = sourced(
      "The Justice Council said repairs were late. In two towns, it states, work has stopped.");
  CHECK(d.source_of("In two towns").name == d.source_of("repairs were late").name);
}

TEST_CASE("a German object in front of verb and speaker") {
  const Sourced d = sourced("Eine Maut lehnte die Ministerin ab.", "", "de");
  REQUIRE(d.with("Eine Maut") != nullptr);
  CHECK(d.source_of("Eine Maut").role == Role::kMinister);
}

TEST_CASE("what follows a verb of thanks is thanked for") {
  const Sourced d = sourced(
      "La ministra Rosa Pinto dijo que el paso abre hoy. Tambi\u00e9n agradeci\u00f3 la ayuda de "
      "las "
      "brigadas argentinas.",
      "", "es");
  REQUIRE(d.with("la ayuda") != nullptr);
  CHECK(d.source_of("la ayuda").name == "Rosa Pinto");
}

TEST_CASE("a question in front of the answer takes nothing from it") {
  const Sourced d =
      sourced("Asked whether the bridge was safe, spokesman Lars Holt said it was not.");
  REQUIRE(d.with("it was not") != nullptr);
  CHECK(d.speaker("it was not") == "Lars Holt");
}

TEST_CASE("'said that, according to' keeps one speaker inside the other") {
  const Sourced d = sourced("The ministry said that, according to Lurania, the convoy had left.");
  CHECK(d.source_of("that, according").role == Role::kMinistry);
  REQUIRE(d.with("that, according")->embedded.size() == 1);
  CHECK(d.with("that, according")->embedded.front().commitment == Commitment::kReported);
}

TEST_CASE("an interview is not issued by who answers, and a signature may have an apposition") {
  const Sourced d = sourced(
      "Interview with Commissioner Lena Ortal\n\nQ: What did you find?\n\nA: The cells were "
      "full.\n\n"
      "\"Nobody should sleep on concrete.\" - Lena Ortal, human rights commissioner");
  CHECK(d.with("Q: What")->mode == Mode::kNarration);
  CHECK(d.speaker("The cells were full") == "Lena Ortal");
  REQUIRE(d.with("Nobody should sleep") != nullptr);
  CHECK(d.speaker("Nobody should sleep") == "Lena Ortal");
}

TEST_CASE("the WHO speaks") {
  const Sourced d = sourced("The WHO said masks helped.");
  CHECK(d.source_of("masks helped").role == Role::kIgo);
}

TEST_CASE("an acronym of one ministry is not the ministry of another field") {
  const Sourced d = sourced(
      "\u041c\u0438\u043d\u0438\u0441\u0442\u0435\u0440\u0441\u0442\u0432\u043e "
      "\u0442\u0440\u0430\u043d\u0441\u043f\u043e\u0440\u0442\u0430 "
      "\u0441\u043e\u043e\u0431\u0449\u0438\u043b\u043e, \u0447\u0442\u043e "
      "\u043c\u043e\u0441\u0442 \u0437\u0430\u043a\u0440\u044b\u0442. "
      "\u041c\u0418\u0414 \u0437\u0430\u044f\u0432\u0438\u043b, \u0447\u0442\u043e "
      "\u0434\u043e\u0440\u043e\u0433\u0430 \u043e\u0442\u043a\u0440\u044b\u0442\u0430.",
      "", "ru");
  CHECK(d.out.sources.size() >= 2);
  CHECK(d.source_of("\u0447\u0442\u043e \u0434\u043e\u0440\u043e\u0433\u0430").name !=
        d.source_of("\u0447\u0442\u043e \u043c\u043e\u0441\u0442").name);
}

TEST_CASE("German goes on with the speaker where the form of the verb reports") {
  const Sourced d = sourced(
      "Die Polizei erkl\u00e4rte, dass der Pass gesperrt ist. Ein Stein sei auf die Stra\u00dfe "
      "gefallen. Der Verkehr ruht.",
      "", "de");
  REQUIRE(d.with("Ein Stein") != nullptr);
  CHECK(d.with("Ein Stein")->rule == "A14");
  CHECK(d.source_of("Ein Stein").role == Role::kPolice);
  CHECK(d.with("Der Verkehr")->mode == Mode::kNarration);
  // Nobody spoke before.
  const Sourced e = sourced("Der Pass ist offen. Ein Stein sei gefallen.", "", "de");
  CHECK(e.with("Der Pass")->mode == Mode::kNarration);
}

TEST_CASE("words behind the verb name whose the text is") {
  const Sourced d = sourced(
      "Das Innenministerium von Osterra meldete einen Unfall.\n\n"
      "\u201eDer Pass ist gesperrt\u201c, hei\u00dft es in der Erkl\u00e4rung des Ministeriums.\n\n"
      "Nach Angaben des Ministeriums sind alle Wagen leer.",
      "", "de");
  CHECK(d.speaker("Der Pass") == "Innenministerium von Osterra");
  CHECK(d.speaker("sind alle") == "Innenministerium von Osterra");
}

TEST_CASE("Spanish drops the subject behind an adverb and a comma too") {
  const Sourced d = sourced(
      "El ministro Jorge Salas anunci\u00f3 un plan. Adem\u00e1s, rechaz\u00f3 las "
      "cr\u00edticas de la oposici\u00f3n. Tambi\u00e9n agradeci\u00f3 la ayuda.",
      "", "es");
  CHECK(d.speaker("las cr\u00edticas") == "Jorge Salas");
  CHECK(d.speaker("la ayuda") == "Jorge Salas");
}

TEST_CASE("who tells a clause stands behind the verb, whoever the clause is about") {
  struct Case {
    const char* language;
    const char* text;
    const char* content;
    const char* speaker;
  };
  const std::vector<Case> cases = {
      {"ru", "Парламент утвердил бюджет на год, сообщил премьер-министр Олег Сорокин.",
       "Парламент утвердил бюджет на год", "Олег Сорокин"},
      {"ru", "Пожар потушен, сообщили в МЧС.", "Пожар потушен", "МЧС"},
      {"tr", "Meclis bütçeyi onayladı, dedi Bakan Ayşe Demir.", "Meclis bütçeyi onayladı",
       "Ayşe Demir"},
      {"az", "Parlament büdcəni təsdiqlədi, deyə nazir Elçin Quliyev bildirib.",
       "Parlament büdcəni təsdiqlədi", "Elçin Quliyev"},
      {"az", "Parlament büdcəni təsdiqlədi, bildirib nazir Elçin Quliyev.",
       "Parlament büdcəni təsdiqlədi", "Elçin Quliyev"},
      {"de", "Das Parlament hat den Haushalt gebilligt, teilte Ministerin Anna Lenz mit.",
       "Das Parlament hat den Haushalt gebilligt", "Anna Lenz"},
      {"fr", "Le parlement a voté le budget, a annoncé la ministre Claire Fontan.",
       "Le parlement a voté le budget", "Claire Fontan"},
      {"es", "El tribunal rechazó la demanda, informó la ministra Clara Ríos.",
       "El tribunal rechazó la demanda", "Clara Ríos"},
      {"ar", "أقر البرلمان الميزانية، أعلن الوزير سمير الحداد.", "أقر البرلمان الميزانية",
       "سمير الحداد"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Sourced d = sourced(c.text, "", c.language);
    const Statement* s = d.with(c.content);
    REQUIRE(s != nullptr);
    CHECK(d.document.slice(s->content.front()) == c.content);
    CHECK(d.speaker(c.content) == c.speaker);
  }
}

TEST_CASE("an apposition between commas stays with the subject") {
  const Sourced d =
      sourced("Иван Петров, министр обороны, сообщил журналистам, что мост закрыт.", "", "ru");
  CHECK(d.source_of("что мост закрыт").name == "Иван Петров");
}

TEST_CASE("a name behind a body is the body's, a given name is a person's") {
  const Sourced d = sourced(
      "The operator, Sarva Roads, said the bridge was shut. It added that work went on. The "
      "operator, Anna Roads, said she would leave.");
  CHECK(d.speaker("the bridge was shut") == "Sarva Roads");
  CHECK_FALSE(d.source_of("the bridge was shut").person);
  CHECK(d.speaker("that work went on") == "Sarva Roads");
  CHECK(d.source_of("she would leave").person);
  const Sourced e = sourced(
      "Der Betreiber, die Meridia Linien GmbH, bestritt die Vorwürfe. Das Unternehmen erklärte, "
      "alle Boote seien sicher.",
      "", "de");
  CHECK(e.speaker("die Vorwürfe") == "Meridia Linien GmbH");
  CHECK(e.speaker("alle Boote") == "Meridia Linien GmbH");
}

TEST_CASE("German documents give their words to who issued them") {
  const Sourced d = sourced(
      "Ministerin Anna Lenz forderte Aufklärung. Laut einer Mitteilung der Umweltbehörde wurden "
      "zwei Tonnen ausgetragen. Einem Bericht der Polizei zufolge war der Fahrer betrunken. Die "
      "Brücke bleibt nach Angaben des Verkehrsministeriums sechs Monate gesperrt.",
      "", "de");
  CHECK(d.speaker("wurden zwei Tonnen") == "Umweltbehörde");
  CHECK(d.speaker("war der Fahrer") == "Polizei");
  CHECK(d.source_of("Die Brücke bleibt").role == Role::kMinistry);
  REQUIRE(d.with("Die Brücke bleibt")->content.size() == 2);
  const Sourced e = sourced(
      "In einer Erklärung des Verteidigungsministeriums heißt es, kein Soldat sei dort gewesen. "
      "Wie die Polizei mitteilte, wurden zwölf Menschen verletzt. Der Pass bleibt gesperrt, wie "
      "der Landrat mitteilte.",
      "", "de");
  CHECK(e.source_of("kein Soldat").role == Role::kMinistry);
  CHECK(e.source_of("wurden zwölf").role == Role::kPolice);
  CHECK(e.speaker("Der Pass bleibt gesperrt") == "Landrat");
}

TEST_CASE("German: what anybody did is nobody's word, and a verb of stance may close a clause") {
  const Sourced d =
      sourced("Der Landrat sprach von einer Katastrophe. Man habe zu spät gewarnt, kritisierte er.",
              "", "de");
  CHECK(d.speaker("Man habe zu spät gewarnt") == "Landrat");
}

TEST_CASE("Arabic topics speak through the verb behind them") {
  const Sourced d =
      sourced("أما وزير الخارجية سمير الحداد فقال إن الحوار مستمر. وأما الشرطة فنفت وقوع إصابات.",
              "", "ar");
  CHECK(d.speaker("إن الحوار") == "سمير الحداد");
  CHECK(d.with("وقوع إصابات")->commitment == Commitment::kDenied);
  const Sourced e = sourced("من جهتها، أكدت الوزيرة ليلى المصري أن الحوار مستمر.", "", "ar");
  CHECK(e.speaker("أن الحوار") == "ليلى المصري");
  CHECK(e.source_of("أن الحوار").country.empty());
}

TEST_CASE("a subject that commas cut off from its verb belongs to what is said") {
  const Sourced d =
      sourced("El alcalde Marco Peña habló ayer. Los vecinos, precisó, deben marcharse.", "", "es");
  CHECK(d.speaker("Los vecinos") == "Marco Peña");
  CHECK(d.with("Los vecinos")->content.size() == 2);
  const Sourced e = sourced(
      "« La digue tiendra », a expliqué le préfet Marc Aubert. Les habitants, a-t-il précisé, "
      "doivent partir.",
      "", "fr");
  CHECK(e.speaker("Les habitants") == "Marc Aubert");
}

TEST_CASE("low German marks may be closed by a straight one") {
  const Sourced d = sourced("„Das glaubt niemand\", schrieb Ministerin Anna Lenz auf X.", "", "de");
  CHECK(d.speaker("Das glaubt niemand") == "Anna Lenz");
  CHECK(d.with("Das glaubt niemand")->mode == Mode::kDirect);
}

TEST_CASE("Turkic genitives and names in front of an apostrophe") {
  CHECK(sourced("Polisin verdiyi məlumata görə, qəzada 12 nəfər yaralanıb.", "", "az")
            .source_of("qəzada")
            .role == Role::kPolice);
  CHECK(sourced("Belediye Başkanı Kerem Dağlı'ya göre köprü kapalı kalacak.", "", "tr")
            .speaker("köprü") == "Kerem Dağlı");
  CHECK(sourced("Hastane yetkilileri, iki kişinin durumunun ağır olduğunu söyledi.", "", "tr")
            .speaker("iki kişinin") == "Hastane yetkilileri");
}

TEST_CASE("where something was posted is no part of it") {
  const Sourced d = sourced("Minister Mira Solk posted on X that talks would resume.");
  CHECK(d.speaker("that talks") == "Mira Solk");
}

TEST_CASE("a text is who issued it") {
  const Sourced d = sourced(
      "The embassy issued a statement on Friday. The statement reads: \"We deplore the closure of "
      "the crossing.\"");
  CHECK(d.source_of("We deplore").role == Role::kAmbassador);
  const Sourced e = sourced(
      "The ministry received a letter on Monday. \"No envoy will be recalled,\" the letter says.");
  CHECK(e.source_of("No envoy").role != Role::kMinistry);
}

TEST_CASE("who is asked and declines may insist on something else") {
  const Sourced d = sourced(
      "Asked about the leak, the spokesman declined to comment but insisted that no files were "
      "lost.");
  CHECK(d.source_of("that no files").role == Role::kSpokesperson);
  CHECK(d.with("the leak") == nullptr);
}

TEST_CASE("a relative clause around a cue ends with its comma") {
  const Sourced d =
      sourced("The bridge, which the regulator says is unsafe, will close on Monday.");
  const Statement* s = d.with("is unsafe");
  REQUIRE(s != nullptr);
  CHECK(d.document.slice(s->content.front()) == "is unsafe");
}

TEST_CASE("speakers that a participle ties to who asked them") {
  const Sourced d = sourced(
      "Fuentes del Gobierno consultadas por El Faro aseguran que el ministro dimitirá.", "", "es");
  CHECK(d.speaker("que el ministro").starts_with("Fuentes"));
  const Sourced e = sourced("Aus dem Ministerium hieß es, man prüfe den Fall.", "", "de");
  CHECK(e.source_of("man prüfe").role == Role::kMinistry);
}

}  // namespace parallax
