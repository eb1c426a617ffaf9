#include <string>
#include <vector>

#include "engine/document/analyse.hpp"
#include "engine/facts/claims.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "models/text/fold.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

using test::compared;
using test::labels;

struct Ending {
  const char* language;
  const char* word;
  const char* kind;  ///< Class of the word's ending, empty for none.
};

struct Pair {
  const char* language;
  const char* left;
  const char* right;
  const char* labels;
};

TEST_CASE("verb endings that negate, and words that only look so") {
  const std::vector<Ending> cases = {{"tr", "onarmadı", "suffix"},
                                     {"tr", "gitmiyor", "suffix"},
                                     {"tr", "bombalamıyorlar", "suffix"},
                                     {"tr", "açıklamayacak", "suffix"},
                                     {"tr", "görmemiştir", "suffix"},
                                     {"tr", "bilmez", "suffix"},
                                     {"tr", "yapmadığını", "suffix"},
                                     {"tr", "katılmaması", "suffix"},
                                     {"tr", "uymayan", "suffix_near"},
                                     {"tr", "tanımayanlar", "suffix_near"},
                                     {"tr", "geldi", ""},
                                     {"tr", "okul", ""},
                                     {"tr", "açıklamada", ""},
                                     {"az", "açmayıb", "suffix"},
                                     {"az", "etmədi", "suffix"},
                                     {"az", "pozmayacaq", "suffix"},
                                     {"az", "bilmirlər", "suffix"},
                                     {"az", "görməmişdir", "suffix"},
                                     {"az", "olunmadığını", "suffix"},
                                     {"az", "tanımayan", "suffix_near"},
                                     {"az", "gəlib", ""},
                                     {"az", "danışıqlar", ""}};
  const LexiconSource source;
  FactLexicons lexicons(source);
  for (const Ending& c : cases) {
    INFO(c.language << " " << c.word);
    const FactLexicon* lexicon = lexicons.get(c.language).value();
    const auto* row = lexicon->negation.ending(fold(c.word, c.language));
    CHECK((row == nullptr ? std::string() : row->front()) == c.kind);
  }
}

TEST_CASE("negation and modality behind the verb in Turkish and Azerbaijani") {
  const std::vector<Pair> cases = {
      {"tr", "Heyet eski köprüyü onarmadı.", "Heyet eski köprüyü onardı.", "negation"},
      {"tr", "Sınır birlikleri köye ateş açmadığını bildirdi.",
       "Sınır birlikleri köye ateş açtığını bildirdi.", "negation"},
      {"tr", "Limanda yakıt yok.", "Limanda yakıt yok.", ""},
      {"tr", "Gözlemciler kampı ziyaret etmedi ve rapor yayımlamadı.",
       "Gözlemciler rapor yayımlamadı ve kampı ziyaret etmedi.", ""},
      {"tr", "Heyet İzmir'de temaslarda bulundu.", "Heyet temaslarda İzmir'de bulundu.", ""},
      {"tr", "Hiçbir gözlemci kampı ziyaret etmedi.", "Gözlemciler kampı ziyaret etti.",
       "negation"},
      {"tr", "Ordu sınır bölgesinden çekildi.", "Ordu sınır bölgesinden çekilecek.", "modality"},
      {"az", "Müşahidəçilər düşərgəyə səfər etməyib.", "Müşahidəçilər düşərgəyə səfər edib.",
       "negation"},
      {"az", "Heç bir müşahidəçi düşərgəyə səfər etməyib.", "Müşahidəçilər düşərgəyə səfər edib.",
       "negation"},
      {"az", "Nazirlik körpünün dağıdılmadığını bildirib.",
       "Nazirlik körpünün dağıdıldığını bildirib.", "negation"},
      {"az", "Memar İzmirdə körpünü təmir edir.", "Memar körpünü İzmirdə təmir edir.", ""},
      {"az", "Ordu sərhəd bölgəsindən geri çəkilib.", "Ordu sərhəd bölgəsindən geri çəkiləcək.",
       "modality"},
  };
  for (const Pair& c : cases) {
    INFO(c.language << ": " << c.left << " | " << c.right);
    CHECK(labels(compared(c.left, c.right, c.language)) == c.labels);
  }
}

TEST_CASE("a denial of a negation is no negation") {
  WordTable words;
  const LexiconSource source;
  Analyser analyser(words, source);
  FactLexicons lexicons(source);
  const Document document =
      analyser.analyse(test::record_of("d", "Ordunun köyü bombalamadığı doğru değil.", "tr"))
          .value();
  const std::vector<Claim> claims = extract_claims(document, *lexicons.get("tr").value(), words);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].negators == 2);
  bool seen = false;
  for (const Term& term : claims[0].terms) {
    if (document.slice(term.span).starts_with("köy")) {
      seen = true;
      CHECK_FALSE(term.negated);
    }
  }
  CHECK(seen);
}

}  // namespace
}  // namespace parallax
