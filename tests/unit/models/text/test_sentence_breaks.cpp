#include <string>
#include <vector>

#include "models/base/utf8.hpp"
#include "models/text/sentence_breaks.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

/// Finds the boundaries of a text both ways and fails with the text if they differ.
class Twin {
 public:
  void check(const std::string& text) {
    breaks_.read(text, {0, static_cast<std::uint32_t>(text.size())});
    const std::vector<std::size_t> fast = breaks_.find();
    const std::vector<std::size_t> slow = breaks_.find_by_icu();
    if (fast != slow) {
      INFO("text: [" << text << "] boundaries " << fast.size() << ", by ICU " << slow.size());
      FAIL("the boundaries differ");
    }
  }

 private:
  SentenceBreaks breaks_;
};

std::string utf8(char32_t c) {
  std::string text;
  append_utf8(text, c);
  return text;
}

}  // namespace

TEST_CASE("boundaries of plain prose stand behind the blank") {
  SentenceBreaks breaks;
  const std::string text = "x: It ended. \"Did it?\" He left";
  breaks.read(text, {3, static_cast<std::uint32_t>(text.size())});
  CHECK(breaks.count() == text.size() - 3);
  CHECK(breaks[0].c == 'I');
  CHECK(breaks[0].begin == 3);
  CHECK(breaks.marks() == std::vector<std::size_t>{8, 17});
  CHECK(breaks.find() == std::vector<std::size_t>{10, 20});
}

TEST_CASE("every text of five ASCII characters of different classes has the boundaries of ICU") {
  const std::string classes = "aZ5.!,\") \n#";
  Twin twin;
  for (const char a : classes) {
    for (const char b : classes) {
      for (const char c : classes) {
        for (const char d : classes) {
          for (const char e : classes) {
            twin.check({a, b, c, d, e});
          }
        }
      }
    }
  }
}

TEST_CASE("every code point below U+3100 gets the boundaries of ICU beside marks and letters") {
  const std::vector<std::string> before = {"", "A.", "a. ", "5.", "a?", "a! ", "a.\u201D "};
  const std::vector<std::string> after = {"", "b", " B", " b", ". C", "5", "\u0301 D"};
  Twin twin;
  for (char32_t c = 1; c < 0x3100; ++c) {
    const std::string middle = utf8(c);
    for (std::size_t i = 0; i < before.size(); ++i) {
      twin.check(before[i] + middle + after[i]);
      twin.check(before[i] + middle + after[(i + c) % after.size()]);
    }
  }
}

TEST_CASE("random texts of many scripts have the boundaries of ICU") {
  Twin twin;
  const std::vector<std::string> joints = {" ", ". ", ".", "? ", "!", ".\" ", ") ", "...", "\n"};
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    test::Random random(seed);
    twin.check(test::noise(random, 120));
    std::string text;
    for (std::size_t i = 0; i < 150; ++i) {
      // Mostly the scripts of the table, now and then anything.
      const std::size_t kind = random.below(16);
      const std::size_t limit = kind < 9 ? 0x80 : kind < 14 ? 0x800 : kind < 15 ? 0x3100 : 0x20000;
      const auto c = static_cast<char32_t>(1 + random.below(limit - 1));
      text += c >= 0xD800 && c < 0xE000 ? std::string("a") : utf8(c);
      text += random.below(3) == 0 ? test::pick(random, joints) : "";
    }
    twin.check(text);
    std::string simple;  // only what the table knows
    for (std::size_t i = 0; i < 60; ++i) {
      simple += test::sentence(random).substr(0, 1 + random.below(30));
      simple += test::pick(random, joints);
    }
    twin.check(simple);
  }
}

}  // namespace parallax
