#pragma once

/// Multi-word patterns over tokens: how every word table of the fact rules is looked up.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/text/tokenise.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// A set of patterns, each with a number that the owner chose. A pattern is a sequence of words
/// separated by blanks or hyphens:
///   word    the folded word        word~   any word with this stem or the same one        word*
///   any word that begins so
/// Matching takes the longest pattern at a position; among equals the one added first.
/// Hyphens in the text are stepped over inside a pattern. Thread safety: const functions are pure.
class PhraseSet {
 public:
  struct Match {
    std::uint32_t payload = 0;
    std::uint32_t length = 0;  ///< Tokens covered; 0 = no match.
  };

  /// Adds a pattern of `language`. Alternatives are separated by '|'.
  void add(std::string_view pattern, std::uint32_t payload, std::string_view language);
  /// Longest match that begins at tokens[position].
  [[nodiscard]] Match match(std::span<const Token> tokens, std::size_t position,
                            const WordTable& words) const;
  /// True if some pattern begins with this word: what makes a look-up per distinct word, not per
  /// token, possible.
  [[nodiscard]] bool may_begin(const Word& word) const;
  [[nodiscard]] bool empty() const { return phrases_.empty(); }

 private:
  enum class Mode : std::uint8_t { kExact, kStem, kPrefix };
  struct Element {
    Mode mode = Mode::kExact;
    std::string text;  ///< As written, folded: may be a stem already ("increas~").
    std::string stem;  ///< Stem of `text`, for kStem.
    std::string stem_with_e;
  };
  struct Phrase {
    std::vector<Element> elements;
    std::uint32_t payload = 0;
  };

  [[nodiscard]] static Element element_of(std::string_view word, std::string_view language);
  void index_head(const Element& head, std::uint32_t number);
  void add_one(std::string_view pattern, std::uint32_t payload, std::string_view language);
  [[nodiscard]] static bool matches(const Element& element, const Word& word);
  [[nodiscard]] std::uint32_t match_length(const Phrase& phrase, std::span<const Token> tokens,
                                           std::size_t position, const WordTable& words) const;
  void try_heads(const std::vector<std::uint32_t>& heads, std::span<const Token> tokens,
                 std::size_t position, const WordTable& words, Match& best) const;

  std::vector<Phrase> phrases_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_stem_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_prefix_;
  std::size_t longest_prefix_ = 0;
};

}  // namespace parallax
