#pragma once

/// Multi-word patterns over tokens: how every word table of the fact rules is looked up.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/text/tokenise.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// A set of patterns, each with a number that the owner chose. A pattern is a sequence of words
/// separated by blanks or hyphens:
///   word    the folded word
///   word~   any word with this stem or the same one; in English it must also be written with the
///           same beginning, so that "terminat~" is no "terminal"
///   word*   any word that begins so
/// Matching takes the longest pattern at a position; among equals exact words (as written before
/// without possessive or elided article) before stems before prefixes (longest first) before
/// variants of the word (Word::variants), then the one added first.
/// Hyphens in the text are stepped over inside a pattern. Thread safety: const functions are pure.
class PhraseSet {
 public:
  struct Match {
    std::uint32_t payload = 0;
    std::uint32_t length = 0;  ///< Tokens covered; 0 = no match.
  };

  /// Adds a pattern of `language`. Alternatives are separated by '|'.
  void add(std::string_view pattern, std::uint32_t payload, std::string_view language);
  /// Makes room for about so many more patterns at once.
  void reserve(std::size_t patterns);
  /// Longest match that begins at tokens[position].
  [[nodiscard]] Match match(std::span<const Token> tokens, std::size_t position,
                            const WordTable& words) const;
  /// A pattern that begins with some word.
  struct Beginning {
    std::uint32_t pattern = 0;
    std::uint32_t payload = 0;
    std::uint32_t words = 0;   ///< How many words the pattern has.
    std::uint64_t second = 0;  ///< Signature of its second word; 0 if it has one word only.
  };
  /// The patterns whose first element is this word, in the order in which `match` prefers them:
  /// with them, a caller that keeps them by word looks a token up without hashing.
  [[nodiscard]] std::vector<Beginning> beginning_with(const Word& word) const;
  /// Tokens that a pattern covers from `position` on; 0 if it does not match there.
  [[nodiscard]] std::uint32_t length_at(std::uint32_t pattern, std::span<const Token> tokens,
                                        std::size_t position, const WordTable& words) const {
    return match_length(phrases_[pattern], tokens, position, words);
  }
  /// True if the second word of a pattern may be `word`. REQUIRES: the pattern has two words.
  [[nodiscard]] bool goes_on_with(std::uint32_t pattern, const Word& word) const {
    return matches_at(phrases_[pattern], 1, word);
  }
  /// A bit for the first letters of each form of a word. It shares a bit with the signature of
  /// every element that matches the word, and seldom one with others: a cheap first look.
  [[nodiscard]] static std::uint64_t signature(const Word& word);
  [[nodiscard]] bool empty() const { return phrases_.empty(); }

 private:
  enum class Mode : std::uint8_t { kExact, kStem, kPrefix };
  /// Which form of a word a key of the index stands for.
  enum class Form : std::uint8_t { kWord = 1, kStem, kPrefix };
  /// Bytes of `text_`.
  struct Piece {
    std::uint32_t begin = 0, size = 0;
  };
  struct Element {
    Mode mode = Mode::kExact;
    Piece text;               ///< As written, folded: may be a stem already ("increas~").
    Piece stem;               ///< Stem of `text`, for kStem.
    Piece stem_with_e;        ///< "clos~" is meant for "closed", whose stem is "close".
    std::uint32_t start = 0;  ///< First bytes of `text` that the word begins with, for kStem.
  };
  /// Most patterns are plain: words of the letters a to z that stand for themselves. Those are kept
  /// as they are written, with blanks between the words, and taken apart where they are looked at.
  struct Phrase {
    std::uint32_t first = 0, count = 0;  ///< Elements; of a plain one first byte and words.
    std::uint32_t payload = 0;
    std::uint32_t size = 0;  ///< Bytes of a plain one; 0 = it has elements.
  };
  /// Phrases of one key in the order they were added.
  struct Link {
    std::uint32_t phrase = 0, next = 0;  ///< next: index into `links_` plus one; 0 = end.
    std::uint64_t second = 0;  ///< Signature of the second word; all bits if there is none.
  };
  struct Slot {
    std::uint64_t key = 0;  ///< 0 = free.
    std::uint32_t first = 0, last = 0;
  };

  [[nodiscard]] static std::uint64_t key_of(Form form, std::string_view text);
  [[nodiscard]] std::string_view view(Piece piece) const {
    return std::string_view(text_).substr(piece.begin, piece.size);
  }
  [[nodiscard]] Piece keep(std::string_view text);
  [[nodiscard]] std::uint64_t signature(const Element& element) const;
  [[nodiscard]] Element element_of(std::string_view word, std::string_view language);
  void index(std::uint64_t key, std::uint32_t phrase);
  void index_head(const Element& head, std::uint32_t phrase);
  void rehash(std::size_t size);
  void add_one(std::string_view pattern, std::uint32_t payload, std::string_view language);
  /// Index of the first link of a key plus one; 0 if there is none.
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const;
  [[nodiscard]] bool matches(const Element& element, const Word& word) const;
  /// The word at `place` of a plain phrase.
  [[nodiscard]] std::string_view plain_word(const Phrase& phrase, std::uint32_t place) const;
  [[nodiscard]] bool matches_at(const Phrase& phrase, std::uint32_t place, const Word& word) const {
    return phrase.size > 0 ? is_word(plain_word(phrase, place), word)
                           : matches(elements_[phrase.first + place], word);
  }
  /// The word as written, as folded or in a variant.
  [[nodiscard]] static bool is_word(std::string_view text, const Word& word);
  [[nodiscard]] std::uint32_t plain_length(const Phrase& phrase, std::span<const Token> tokens,
                                           std::size_t position, const WordTable& words) const;
  /// Adds the pattern if it is plain.
  [[nodiscard]] bool add_plain(std::string_view pattern, std::uint32_t payload);
  [[nodiscard]] std::uint32_t match_length(const Phrase& phrase, std::span<const Token> tokens,
                                           std::size_t position, const WordTable& words) const;
  struct Place {
    std::span<const Token> tokens;
    std::size_t position;
    const WordTable& words;
    std::uint64_t next = 0;  ///< Signature of the word behind the first, all bits with a hyphen.
  };
  void try_key(std::uint64_t key, const Place& place, Match& best) const;
  /// Calls `visit` with every key under which patterns for this word may stand, in the order that
  /// ranks equal matches.
  template <class Visit>
  void visit_keys(const Word& word, const Visit& visit) const;

  std::string text_;
  std::vector<Element> elements_;
  std::vector<Phrase> phrases_;
  std::vector<Link> links_;
  std::vector<Slot> slots_;  ///< Open addressing, a power of two, at most half full.
  std::size_t used_ = 0;
  std::size_t longest_prefix_ = 0;
};

}  // namespace parallax
