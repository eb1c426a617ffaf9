#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "models/text/word_list.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {

TEST_CASE("a word list has the words it was made of and no others") {
  static constexpr WordList kDoors = {"door", "gate", "", "la porte", "d\xc3\xb6r"};
  static_assert(kDoors.contains("gate") && kDoors.size() == 5);
  CHECK(kDoors.contains(""));
  CHECK(kDoors.contains("d\xc3\xb6r"));
  CHECK_FALSE(kDoors.contains("doors"));
  CHECK_FALSE(kDoors.contains("Gate"));
  CHECK(*kDoors.begin() == "door");
}

TEST_CASE("a word list answers as a search through its words does") {
  // Words of few letters: many share length and ends with one of the list.
  static constexpr std::array<std::string_view, 40> kWords = {
      "a",    "b",    "ab",   "ba",   "aab",  "abb",  "bab",   "bba",   "abab",  "baba",
      "aabb", "bbaa", "abba", "baab", "bbbb", "aaaa", "aaaab", "aaaba", "aabaa", "abaaa",
      "c",    "ca",   "ac",   "cab",  "bac",  "abc",  "cba",   "acb",   "bca",   "ccc",
      "cabb", "bbac", "accb", "bcca", "caac", "cbbc", "abcab", "bcabc", "cabca", "cccba"};
  static constexpr WordList kList(kWords);
  test::Random random(11);
  for (int i = 0; i < 20000; ++i) {
    std::string word;
    for (std::size_t n = random.below(7); n > 0; --n) {
      word.push_back("abc"[random.below(3)]);
    }
    const bool there = std::find(kWords.begin(), kWords.end(), word) != kWords.end();
    REQUIRE(kList.contains(word) == there);
  }
}

}  // namespace parallax
