#pragma once

/// Seeded statements for property tests: grammatical enough that every rule family fires.

#include <cstdint>
#include <string>
#include <vector>

namespace parallax::test {

/// xorshift64*: the same numbers on every platform.
class Random {
 public:
  explicit Random(std::uint64_t seed)
      : state_(seed * 2685821657736338717ULL + 1442695040888963407ULL) {}
  std::uint64_t next() {
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return state_ * 2685821657736338717ULL;
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() >> 33U) % n; }

 private:
  std::uint64_t state_;
};

inline const std::string& pick(Random& random, const std::vector<std::string>& list) {
  return list[random.below(list.size())];
}

/// One sentence with a full stop.
inline std::string sentence(Random& random) {
  static const std::vector<std::string> who = {"The ministry",
                                               "The government of France",
                                               "Turkey's ambassador",
                                               "The ombudsperson",
                                               "President Duarte",
                                               "The police of Milan",
                                               "The Norwegian delegation",
                                               "Colonel Petrov"};
  static const std::vector<std::string> verb = {"condemned",
                                                "welcomed",
                                                "did not condemn",
                                                "rejected",
                                                "strongly supports",
                                                "regretted",
                                                "denied",
                                                "urged the parties to end",
                                                "demanded an inquiry into",
                                                "may attend"};
  static const std::vector<std::string> what = {
      "the attack on the embassy",   "the agreement on gas supplies", "the closure of the bridge",
      "the visit of the delegation", "the shelling of the village",   "the new tariff"};
  static const std::vector<std::string> tail = {"",
                                                " on 12 May 2021",
                                                " in Geneva",
                                                ", in which 14 people were killed",
                                                ", in which more than 30 soldiers were wounded",
                                                " at 14:30",
                                                ", which cost $2.5 million",
                                                " (see Art. 5)",
                                                ", \u201Cas agreed in 2019\u201D"};
  return pick(random, who) + " " + pick(random, verb) + " " + pick(random, what) +
         pick(random, tail) + ".";
}

/// `count` sentences in paragraphs of one to three.
inline std::string statement(Random& random, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += sentence(random);
    text += random.below(3) == 0 ? "\n\n" : " ";
  }
  return text;
}

/// Bytes that are valid UTF-8 but no language: letters, marks and blanks of several scripts.
inline std::string noise(Random& random, std::size_t count) {
  static const std::vector<std::string> pieces = {
      "a",      "B",      " ",       ".",      ",",      "\n",     "\n\n",       "\"",
      "\u201C", "\u201D", "7",       "12,5",   "%",      "$",      "\u0130",     "\u0131",
      "\u00DF", "\u4E2D", "\u3042",  "\u0627", "\u0644", "\u0301", "\U0001F600", "(",
      ")",      "-",      "\u2014",  "...",    "?",      "!",      "not ",       "killed ",
      "Mr. ",   "U.S. ",  "12 May ", "\t",     "\r\n",   ";",      ":"};
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += pick(random, pieces);
  }
  return text;
}

}  // namespace parallax::test
