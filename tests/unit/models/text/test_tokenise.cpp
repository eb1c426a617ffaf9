#include <cctype>

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

}  // namespace parallax
