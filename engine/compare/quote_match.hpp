#pragma once

/// Where the words of a quotation stand in a text: local alignment of words.
///
/// Seeds as in FASTA (Lipman and Pearson, Science 227, 1985): places of the quotation's rare words
/// and word pairs vote for diagonals of the table of quotation against text. The best bands of
/// diagonals are filled by the fitting variant of Smith and Waterman (J. Mol. Biol. 147, 1981):
/// all of the quotation against any stretch of the text.

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace parallax {

/// A word by its numbers in the run's WordTable.
struct MatchWord {
  std::uint32_t word = 0;
  std::uint32_t stem = 0;
};

/// One step of an alignment. `quote` or `text` is -1 where the other side has a word more.
struct MatchStep {
  std::int32_t quote = -1;
  std::int32_t text = -1;
  friend bool operator==(const MatchStep&, const MatchStep&) = default;
};

/// Scores of the alignment: the same word, the same stem, another word, a word more on one side.
struct MatchScores {
  static constexpr int kSame = 2;
  static constexpr int kStem = 1;
  static constexpr int kOther = -1;
  static constexpr int kGap = -1;
};

/// An alignment of a whole quotation with a stretch of text.
struct QuoteMatch {
  int score = 0;
  std::uint32_t begin = 0, end = 0;  ///< Words of the text, half-open; never empty.
  std::size_t same = 0;              ///< Words of the quotation met by the same word.
  std::size_t same_stem = 0;         ///< Further ones met by the same stem.
  std::vector<MatchStep> steps;      ///< In order; every word of the quotation once.
};

/// A half-open range of words of the text.
struct WordRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Diagonals [low, high] of the table: place in the text minus place in the quotation.
struct DiagonalBand {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

/// The words of one text, ready for many quotations. Lifetime: keeps a view of `text`. Thread
/// safety: const functions are pure.
class QuoteMatcher {
 public:
  explicit QuoteMatcher(std::span<const MatchWord> text);

  /// Best alignment of `quote` inside `range`, or nothing if no word is shared. Ties: the earliest
  /// end. Complexity: O(m * (places of a rare word + band)) for m words, independent of the text's
  /// length but for building the index, which is O(n log n).
  [[nodiscard]] std::optional<QuoteMatch> find(std::span<const MatchWord> quote,
                                               WordRange range) const;
  [[nodiscard]] std::optional<QuoteMatch> find(std::span<const MatchWord> quote) const {
    return find(quote, {0, static_cast<std::uint32_t>(text_.size())});
  }
  [[nodiscard]] std::size_t size() const { return text_.size(); }

 private:
  [[nodiscard]] std::vector<DiagonalBand> bands(std::span<const MatchWord> quote,
                                                WordRange range) const;
  using Places = std::vector<std::uint32_t>;
  std::span<const MatchWord> text_;
  std::unordered_map<std::uint32_t, Places> by_stem_;
  std::unordered_map<std::uint64_t, Places> by_pair_;
};

}  // namespace parallax
