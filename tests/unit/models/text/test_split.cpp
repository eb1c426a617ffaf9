#include <string>
#include <vector>

#include "models/base/utf8.hpp"
#include "models/text/split.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

/// Cuts a text both ways and fails with its bytes if the results differ.
class Twin {
 public:
  void check(const std::string& text) {
    splitter_.split(text, fast_);
    splitter_.split_by_icu(text, slow_);
    if (fast_ != slow_) {
      INFO("text: [" << text << "] pieces " << fast_.size() << ", by ICU " << slow_.size());
      FAIL("the pieces differ");
    }
  }

 private:
  Splitter splitter_;
  std::vector<Piece> fast_, slow_;
};

std::vector<std::string> words_of(const std::string& text) {
  Splitter splitter;
  std::vector<Piece> pieces;
  splitter.split(text, pieces);
  std::vector<std::string> words;
  for (const Piece& piece : pieces) {
    words.push_back(text.substr(piece.begin, piece.end - piece.begin));
  }
  return words;
}

std::string utf8(char32_t c) {
  std::string text;
  append_utf8(text, c);
  return text;
}

}  // namespace

TEST_CASE("every text of four ASCII characters of different classes is cut as by ICU") {
  const std::string classes = "aZ5_.',;:@\"-#\n\t\x01 ";
  Twin twin;
  for (const char a : classes) {
    for (const char b : classes) {
      for (const char c : classes) {
        for (const char d : classes) {
          twin.check({a, b, c, d});
        }
      }
    }
  }
  twin.check(std::string(1, '\0') + "a" + std::string(2, '\0'));
}

TEST_CASE("every code point below U+3100 is cut as by ICU between letters, digits and marks") {
  const std::vector<std::string> before = {"", "a", "5", "_", " ", "a.", "5,", "\u0416", "\u2019"};
  const std::vector<std::string> after = {"", "a", "5", "_", " ", ".a", ",5", "\u0416", "\u0301"};
  Twin twin;
  for (char32_t c = 1; c < 0x3100; ++c) {
    const std::string middle = utf8(c);
    for (std::size_t i = 0; i < before.size(); ++i) {
      twin.check(before[i] + middle + after[i]);
      twin.check(before[i] + middle + after[(i + c) % after.size()]);
    }
  }
}

TEST_CASE("random texts of many scripts are cut as by ICU") {
  Twin twin;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    test::Random random(seed);
    twin.check(test::noise(random, 120));
    std::string text;
    for (std::size_t i = 0; i < 200; ++i) {
      // Mostly the scripts of the table, now and then anything.
      const std::size_t kind = random.below(12);
      const std::size_t limit = kind < 5 ? 0x80 : kind < 9 ? 0x800 : kind < 11 ? 0x3100 : 0x20000;
      const auto c = static_cast<char32_t>(1 + random.below(limit - 1));
      text += c >= 0xD800 && c < 0xE000 ? std::string("a") : utf8(c);
      text += random.below(4) == 0 ? " " : "";
    }
    twin.check(text);
  }
}

TEST_CASE("long words are found at every length and place") {
  Twin twin;
  for (std::size_t length = 0; length < 70; ++length) {
    for (const char* tail : {"", " ", "'s", "7", "\u00E9", "@x", "[", "`", "{", "\x7F"}) {
      twin.check(std::string(length, 'k') + tail);
      twin.check("x " + std::string(length, 'Z') + tail + std::string(length, 'z'));
    }
  }
}

TEST_CASE("words, numbers and marks of official prose") {
  CHECK(words_of("Mr. O\u2019Neil's 1,234.5 km") ==
        std::vector<std::string>{"Mr", ".", "O\u2019Neil's", "1,234.5", "km"});
  CHECK(words_of("\u041C\u0418\u0414-\u0430: \u00AB\u043D\u0435\u0442\u00BB") ==
        std::vector<std::string>{"\u041C\u0418\u0414", "-", "\u0430", ":", "\u00AB",
                                 "\u043D\u0435\u0442", "\u00BB"});
  CHECK(words_of("a_b __ c") == std::vector<std::string>{"a_b", "__", "c"});
}

TEST_CASE("a word has a letter anywhere, in any script and beside any mark") {
  Splitter splitter;
  std::vector<Piece> pieces;
  for (const char* word : {"F16", "16F",
                           "\u0424"
                           "16",
                           "\u201CF16\u0301\u201D"}) {
    splitter.split(word, pieces);
    bool found = false;
    for (const Piece& piece : pieces) {
      found = found || piece.kind == TokenKind::kWord;
      CHECK(piece.kind != TokenKind::kNumber);
    }
    CHECK(found);
  }
}

}  // namespace parallax
