#include <string>

#include "models/text/language.hpp"
#include "tests/support/catch.hpp"

namespace parallax {

TEST_CASE("one sentence is enough to tell the languages of the tables apart") {
  struct Case {
    const char* code;
    const char* text;
  };
  const Case cases[] = {
      {"en", "The minister rejected the accusation and called for an independent inquiry."},
      {"fr", "Le minist\xc3\xa8re condamne avec la plus grande fermet\xc3\xa9 cette attaque."},
      {"de", "Das Ministerium verurteilt den Angriff und fordert eine Untersuchung."},
      {"es", "El ministerio conden\xc3\xb3 el ataque y exigi\xc3\xb3 una investigaci\xc3\xb3n."},
      {"ru",
       "\xd0\x9c\xd0\xb8\xd0\xbd\xd0\xb8\xd1\x81\xd1\x82\xd0\xb5\xd1\x80\xd1\x81\xd1\x82\xd0"
       "\xb2\xd0\xbe \xd0\xbe\xd1\x81\xd1\x83\xd0\xb4\xd0\xb8\xd0\xbb\xd0\xbe "
       "\xd0\xbd\xd0\xb0\xd0\xbf\xd0\xb0\xd0\xb4\xd0\xb5\xd0\xbd\xd0\xb8\xd0\xb5."},
      {"tr",
       "D\xc4\xb1\xc5\x9fi\xc5\x9fleri Bakanl\xc4\xb1\xc4\x9f\xc4\xb1 sald\xc4\xb1r\xc4\xb1y"
       "\xc4\xb1 k\xc4\xb1nad\xc4\xb1 ve soru\xc5\x9fturma istedi."},
      {"az",
       "Xarici \xc4\xb0\xc5\x9fl\xc9\x99r Nazirliyi h\xc3\xbc"
       "cumu pisl\xc9\x99mi\xc5\x9f v\xc9\x99 araşdırma t\xc9\x99l\xc9\x99"
       "b etmi\xc5\x9f"
       "dir."},
      {"ar",
       "\xd8\xa3\xd8\xaf\xd8\xa7\xd9\x86\xd8\xaa \xd9\x88\xd8\xb2\xd8\xa7\xd8\xb1\xd8\xa9 "
       "\xd8\xa7\xd9\x84\xd8\xae\xd8\xa7\xd8\xb1\xd8\xac\xd9\x8a\xd8\xa9 "
       "\xd8\xa7\xd9\x84\xd9\x87\xd8\xac\xd9\x88\xd9\x85."},
      {"hy",
       "\xd4\xb1\xd6\x80\xd5\xbf\xd5\xa1\xd6\x84\xd5\xab\xd5\xb6 "
       "\xd5\xa3\xd5\xb8\xd6\x80\xd5\xae\xd5\xa5\xd6\x80\xd5\xab"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(detect_language(c.text).code == c.code);
  }
}

TEST_CASE("a long text whose parts disagree is judged by all of it") {
  const std::string german =
      "Das Ministerium verurteilt den Angriff und fordert eine Untersuchung. ";
  const std::string french =
      "Le gouvernement condamne cette attaque et demande une enqu\xc3\xaate. ";
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += i < 14 || i >= 50 ? german : french;
  }
  CHECK(detect_language(text).code == "fr");
  std::string plain;
  for (int i = 0; i < 2000; ++i) {
    plain += german;
  }
  CHECK(detect_language(plain).code == "de");
  CHECK(detect_language(plain).reliable);
}

TEST_CASE("text without letters has no language") {
  CHECK(detect_language("").code == "und");
  CHECK(detect_language("12 + 30 = 42 ...").code == "und");
}

TEST_CASE("language codes are two or three lower-case letters") {
  CHECK(is_language_code("en"));
  CHECK(is_language_code("und"));
  CHECK_FALSE(is_language_code("EN"));
  CHECK_FALSE(is_language_code("english"));
  CHECK_FALSE(is_language_code(""));
}

TEST_CASE("a language tag gives its language, anything else nothing") {
  CHECK(language_of_tag("en") == "en");
  CHECK(language_of_tag("EN") == "en");
  CHECK(language_of_tag("en-GB") == "en");
  CHECK(language_of_tag("sr_Latn_RS") == "sr");
  CHECK(language_of_tag("English").empty());
  CHECK(language_of_tag("").empty());
  CHECK(language_of_tag("../x").empty());
  CHECK(language_of_tag("\x1b[31m").empty());
}

}  // namespace parallax
