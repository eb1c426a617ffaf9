#pragma once

/// Constant lists of words in code, asked whether a word is one of them.

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace parallax {

/// `constexpr WordList kDoors = {"door", "gate"};` Beside the words it keeps one bit for the length
/// and the letters at both ends of each (a Bloom filter with one hash function), so that a word
/// that is not in the list is mostly told by one look. Made while compiling. Thread safety: const
/// functions are pure.
template <std::size_t N>
class WordList {
 public:
  /// Of two words or more.
  template <std::convertible_to<std::string_view> First,
            std::convertible_to<std::string_view> Second,
            std::convertible_to<std::string_view>... Rest>
  constexpr WordList(const First& first, const Second& second, const Rest&... rest)
      : WordList(std::array{std::string_view(first), std::string_view(second),
                            std::string_view(rest)...}) {}
  explicit constexpr WordList(const std::array<std::string_view, N>& words) : words_(words) {
    for (const std::string_view word : words_) {
      const std::size_t bit = bit_of(word);
      filter_[bit / kWordBits] |= std::uint64_t{1} << bit % kWordBits;
    }
  }

  /// The words are those given, as they are written. Complexity: O(1) for nearly all words that are
  /// not in the list, O(N) for the others.
  [[nodiscard]] constexpr bool contains(std::string_view word) const {
    const std::size_t bit = bit_of(word);
    return (filter_[bit / kWordBits] >> bit % kWordBits & 1U) != 0 &&
           std::find(words_.begin(), words_.end(), word) != words_.end();
  }

  /// In the order given.
  [[nodiscard]] constexpr auto begin() const { return words_.begin(); }
  [[nodiscard]] constexpr auto end() const { return words_.end(); }
  [[nodiscard]] static constexpr std::size_t size() { return N; }

 private:
  static constexpr std::size_t kWordBits = 64;
  /// Eight bits a word keep false answers of the filter near one in eight.
  static constexpr std::size_t kBits = std::max(kWordBits, std::bit_ceil(N * 8));

  static constexpr std::size_t bit_of(std::string_view word) {
    if (word.empty()) {
      return 0;
    }
    const std::size_t first = static_cast<unsigned char>(word.front());
    const std::size_t last = static_cast<unsigned char>(word.back());
    const std::size_t middle = static_cast<unsigned char>(word[word.size() / 2]);
    return (word.size() * 67U + first * 31U + last * 7U + middle * 151U) % kBits;
  }

  std::array<std::string_view, N> words_{};
  std::array<std::uint64_t, kBits / kWordBits> filter_{};
};

template <class First, class Second, class... Rest>
WordList(const First&, const Second&, const Rest&...) -> WordList<sizeof...(Rest) + 2>;
template <std::size_t N>
WordList(const std::array<std::string_view, N>&) -> WordList<N>;

}  // namespace parallax
