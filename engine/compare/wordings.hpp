#pragma once

/// Lists of wordings that stand in code ("airport,airfield,air base"), by how they begin. Internal
/// to engine/compare.

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/compare/other_matter.hpp"

namespace parallax {

/// Tokens that a phrase covers from `at` on, each word as it is or in the plural, hyphens in the
/// text stepped over; 0 if it does not stand there. O(words).
[[nodiscard]] inline std::uint32_t covers(const ClaimWords& words, std::string_view phrase,
                                          std::uint32_t at) {
  std::uint32_t i = at;
  while (!phrase.empty()) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    while (i > at && words.at(i) == "-") {
      ++i;
    }
    const std::string_view here = words.at(i);
    const bool plural =
        here.size() == word.size() + 1 && here.ends_with("s") && here.starts_with(word);
    if (here != word && !plural) {
      return 0;
    }
    phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
    ++i;
  }
  return i - at;
}

/// The wordings of a constant table whose rows have `words`, separated by commas and of ASCII
/// letters. The table must outlive it. Thread safety: const functions are pure.
template <class Row>
class Wordings {
 public:
  /// Some words for what a row stands for.
  struct Wording {
    const Row* row = nullptr;
    std::string_view phrase;
    std::size_t first_size = 0;  ///< Of its first word.
  };

  explicit Wordings(std::span<const Row> table) {
    for (const Row& row : table) {
      for (std::string_view rest = row.words; !rest.empty();) {
        const std::string_view phrase = rest.substr(0, rest.find(','));
        by_start_[start_of(phrase)].push_back(
            {&row, phrase, std::min(phrase.size(), phrase.find(' '))});
        rest.remove_prefix(std::min(rest.size(), phrase.size() + 1));
      }
    }
  }

  /// The row whose wording covers the most tokens from `at` on, the first in the table among
  /// equals, and how many these are; nullptr and 0 if there is none.
  [[nodiscard]] const Row* longest(const ClaimWords& words, std::uint32_t at,
                                   std::uint32_t& tokens) const {
    const Row* found = nullptr;
    tokens = 0;
    const std::string_view word = words.at(at);
    if (word.empty()) {
      return nullptr;
    }
    for (const Wording& wording : by_start_[start_of(word)]) {
      const bool plural = word.size() == wording.first_size + 1;
      if (word.size() != wording.first_size && !plural) {
        continue;
      }
      const std::uint32_t length = covers(words, wording.phrase, at);
      found = length > tokens ? wording.row : found;
      tokens = std::max(tokens, length);
    }
    return found;
  }

 private:
  static constexpr std::size_t kStarts = 1024;

  /// By the first two letters.
  static std::size_t start_of(std::string_view word) {
    constexpr unsigned kLetter = 31;
    const auto letter = [&](std::size_t i) {
      return i < word.size() ? static_cast<unsigned char>(word[i]) & kLetter : 0U;
    };
    return letter(0) * (kLetter + 1) + letter(1);
  }

  std::vector<std::vector<Wording>> by_start_ = std::vector<std::vector<Wording>>(kStarts);
};

}  // namespace parallax
