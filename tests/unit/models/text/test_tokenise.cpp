#include <cctype>

#include "models/text/fold.hpp"
#include "models/text/tokenise.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

std::string joined(const std::string& text, const std::string& language = "en") {
  WordTable words;
  Tokeniser tokeniser(words);
  std::string out;
  for (const Token& token : tokeniser.tokenise(text, language)) {
    out += (out.empty() ? "" : "|") + text.substr(token.span.begin, token.span.size());
  }
  return out;
}

}  // namespace

TEST_CASE("tokens of the shapes that statements are full of") {
  CHECK(joined("The ministry's note, \"no comment\".") ==
        "The|ministry's|note|,|\"|no|comment|\"|.");
  CHECK(joined("1,234.56 and 1.234,56") == "1,234.56|and|1.234,56");
  CHECK(joined("a 79-year-old man") == "a|79|-|year|-|old|man");
  CHECK(joined("isn't l'ambassadeur") == "isn't|l'ambassadeur");
  CHECK(joined("$5 or 5%") == "$|5|or|5|%");
  CHECK(joined("2.5bn") == "2.5bn");
  CHECK(joined("") == "");
  CHECK(joined(" \n\t ") == "");
}

TEST_CASE("tokens know what they are") {
  WordTable words;
  Tokeniser tokeniser(words);
  const std::string text = "Baku 79 \xe5\x9b\xbd , MFA McNeil calm";
  const std::vector<Token> t = tokeniser.tokenise(text, "en");
  REQUIRE(t.size() == 7);
  CHECK(t[0].kind == TokenKind::kWord);
  CHECK(t[0].shape == Shape::kCapitalised);
  CHECK(t[1].kind == TokenKind::kNumber);
  CHECK(t[2].kind == TokenKind::kIdeograph);
  CHECK(t[3].kind == TokenKind::kPunctuation);
  CHECK(t[4].shape == Shape::kUpper);
  CHECK(t[5].shape == Shape::kMixed);
  CHECK(t[6].shape == Shape::kLower);
}

TEST_CASE("tokens and the white space between them tile any text") {
  WordTable words;
  Tokeniser tokeniser(words);
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    test::Random random(seed);
    const std::string text = test::noise(random, 1 + random.below(80));
    std::uint32_t end = 0;
    INFO(text);
    for (const Token& token : tokeniser.tokenise(text, "en")) {
      REQUIRE(token.span.begin >= end);
      REQUIRE(token.span.end > token.span.begin);
      for (std::uint32_t i = end; i < token.span.begin; ++i) {
        // Only white space is left out; in UTF-8 that is ASCII blanks or U+0085, U+00A0 and others.
        const auto c = static_cast<unsigned char>(text[i]);
        REQUIRE((std::isspace(c) != 0 || c >= 0x80));
      }
      end = token.span.end;
    }
    REQUIRE(end <= text.size());
  }
}

TEST_CASE("a tokeniser that remembers words gives what a new one gives") {
  WordTable words;
  Tokeniser old(words);
  const std::string letters = "abAB.,1'-_";
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    test::Random random(seed);
    std::string text;
    for (std::size_t k = 0; k < 12; ++k) {
      text += letters[random.below(letters.size())];
      text += random.below(6) == 0 ? "\xc3\xa9" : random.below(9) == 0 ? " " : "";
    }
    const std::string language = seed % 3 == 0 ? "fr" : "en";
    const std::vector<Token> remembered = old.tokenise(text, language);
    Tokeniser fresh(words);
    const std::vector<Token> again = fresh.tokenise(text, language);
    INFO(text);
    REQUIRE(remembered.size() == again.size());
    for (std::size_t k = 0; k < again.size(); ++k) {
      REQUIRE(remembered[k].word == again[k].word);
      REQUIRE(remembered[k].kind == again[k].kind);
      REQUIRE(remembered[k].shape == again[k].shape);
      REQUIRE(words[again[k].word].surface_folded ==
              fold(text.substr(again[k].span.begin, again[k].span.size()), language));
    }
  }
}

}  // namespace parallax
