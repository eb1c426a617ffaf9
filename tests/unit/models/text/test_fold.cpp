#include "models/text/fold.hpp"
#include "models/text/words.hpp"
#include "tests/support/catch.hpp"

namespace parallax {

TEST_CASE("folding: one key for the spellings of a word") {
  struct Case {
    const char* a;
    const char* b;
    const char* language;
  };
  const Case cases[] = {
      {"MINISTRY", "ministry", "en"},
      {"stra\xc3\x9f"
       "e",
       "STRASSE", "de"},
      {"\xef\xac\x81"
       "re",
       "fire", "en"},  // fi ligature
      {"\xef\xbc\xb4"
       "est",
       "test", "en"},                       // full-width T
      {"isn\xe2\x80\x99t", "isn't", "en"},  // typographic apostrophe
      {"cease\xe2\x80\x91"
       "fire",
       "cease-fire", "en"},                          // non-breaking hyphen
      {"co\xc2\xadoperation", "cooperation", "en"},  // soft hyphen
      {"e\xcc\x81tat", "\xc3\xa9tat", "fr"},         // NFD and NFC
      {"D\xc4\xb0\xc5\x9e\xc4\xb0\xc5\x9eLER\xc4\xb0", "di\xc5\x9fi\xc5\x9fleri", "tr"},
      {"AZARI", "azari", "az"},
      {"\xd8\xa3\xd8\xad\xd9\x85\xd8\xaf", "\xd8\xa7\xd8\xad\xd9\x85\xd8\xaf", "ar"},  // alef forms
      {"\xd9\x83\xd9\x80\xd8\xaa\xd8\xa7\xd8\xa8", "\xd9\x83\xd8\xaa\xd8\xa7\xd8\xa8",
       "ar"},                                                          // tatweel
      {"\xdb\x8c", "\xd9\x8a", "fa"},                                  // yeh
      {"\xce\xa3\xce\x91\xce\xa3", "\xcf\x83\xce\xb1\xcf\x82", "el"},  // sigma
  };
  for (const Case& c : cases) {
    INFO(c.a << " / " << c.b << " (" << c.language << ")");
    CHECK(fold(c.a, c.language) == fold(c.b, c.language));
  }
}

TEST_CASE("folding is idempotent and keeps different words apart") {
  const char* words[] = {"ministry",    "\xc4\xb0stanbul",          "Q\xc4\xb1z",    "\xd0\x81lka",
                         "Gro\xc3\x9f", "\xd8\xa5\xd9\x84\xd9\x89", "\xe2\x80\x99t", "A\xcc\x8ang"};
  for (const char* word : words) {
    for (const char* language : {"en", "tr", "az", "ar", "und"}) {
      const std::string once = fold(word, language);
      CHECK(fold(once, language) == once);
    }
  }
  CHECK(fold("accept") != fold("except"));
  CHECK(fold("\xd0\xb9") != fold("\xd0\xb8"));
  CHECK(fold("I", "en") == "i");
  CHECK(fold("IRMAK", "tr") == fold("\xc4\xb1rmak", "tr"));
}

TEST_CASE("words: possessives and elided articles are cut, stems meet") {
  WordTable words;
  const auto folded = [&](const char* surface, const char* language) {
    return words[words.intern(surface, language)].folded;
  };
  const auto stem_of = [&](const char* surface, const char* language) {
    return words[words.intern(surface, language)].stem;
  };
  CHECK(folded("Azerbaijan's", "en") == "azerbaijan");
  CHECK(folded("ministry\xe2\x80\x99s", "en") == "ministry");
  CHECK(folded("l\xe2\x80\x99"
               "ambassadeur",
               "fr") == "ambassadeur");
  CHECK(folded("T\xc3\xbcrkiye'nin", "tr") == "t\xc3\xbcrkiye");
  CHECK(stem_of("condemned", "en") == stem_of("condemns", "en"));
  CHECK(stem_of("attaques", "fr") == stem_of("attaque", "fr"));
  CHECK(words.intern("Peace", "en") == words.intern("PEACE", "en"));
  CHECK(has_stemmer("ru"));
  CHECK_FALSE(has_stemmer("az"));
}

}  // namespace parallax
