/// Segmentation tiles the text: every letter and digit lies in exactly one sentence and one token.

#include <string>

#include "models/base/utf8.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

Document analysed(const std::string& text, const std::string& language) {
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  return analyser.analyse(test::record_of("x", text, language)).value();
}

void check_tiling(const Document& document) {
  const std::string& text = document.record.text;
  std::uint32_t end = 0;
  for (const Sentence& s : document.sentences) {
    REQUIRE(s.span.begin >= end);
    REQUIRE(s.span.end > s.span.begin);
    REQUIRE(s.span.end <= text.size());
    end = s.span.end;
  }
  end = 0;
  for (const Token& t : document.tokens) {
    REQUIRE(t.span.begin >= end);
    REQUIRE(t.span.end > t.span.begin);
    end = t.span.end;
    REQUIRE_FALSE(first_invalid_utf8(document.slice(t.span)).has_value());
  }
  std::vector<char> covered(text.size(), 0);
  for (const Sentence& s : document.sentences) {
    for (std::uint32_t i = s.span.begin; i < s.span.end; ++i) {
      covered[i] = 1;
    }
  }
  for (std::size_t i = document.record.body_begin; i < text.size(); ++i) {
    const bool letter = (text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z');
    if (letter) {
      INFO("byte " << i);
      REQUIRE(covered[i] == 1);
    }
  }
}

}  // namespace

TEST_CASE("sentences and tokens tile generated statements") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    test::Random random(seed);
    const std::string text = test::statement(random, 8);
    INFO(text);
    check_tiling(analysed(text, "en"));
  }
}

TEST_CASE("sentences and tokens tile noise in every language with tables") {
  for (const char* language : {"en", "fr", "ru", "tr", "az", "de", "es", "ar", "zh", "und"}) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      test::Random random(seed);
      const std::string text = test::noise(random, 150);
      INFO(language << ": " << text);
      check_tiling(analysed(text, language));
    }
  }
}

TEST_CASE("every token of a sentence lies inside it") {
  test::Random random(3);
  const Document document = analysed(test::statement(random, 20), "en");
  for (const Sentence& s : document.sentences) {
    REQUIRE(s.token_count > 0);
    for (std::uint32_t i = s.first_token; i < s.first_token + s.token_count; ++i) {
      CHECK(s.span.contains(document.tokens.at(i).span));
    }
  }
}

}  // namespace parallax
