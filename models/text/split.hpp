#pragma once

/// Text -> words and marks as byte ranges (UAX #29 word boundaries as ICU 72 draws them).

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace parallax {

enum class TokenKind : std::uint8_t {
  kWord,         ///< Has a letter.
  kNumber,       ///< Digits of any script with their separators ("1,234.56").
  kIdeograph,    ///< Han or kana.
  kPunctuation,  ///< One code point that is neither word nor white space; symbols such as $ and %
                 ///< too.
};

/// A word or mark: bytes [begin, end) of the text.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::kWord;
  friend bool operator==(const Piece&, const Piece&) = default;
};

/// Cuts text into pieces. Code points whose word-break class needs no context beyond their
/// neighbours (below U+0800 and U+2000 to U+20CF: Latin, Greek, Cyrillic, Armenian, bare Arabic,
/// typographic marks) take a table; a run between blanks with any other code point goes to ICU as a
/// whole. The result is that of `split_by_icu` exactly. Thread safety: one object per thread.
class Splitter {
 public:
  Splitter();
  ~Splitter();
  Splitter(Splitter&&) noexcept;
  Splitter& operator=(Splitter&&) noexcept;
  Splitter(const Splitter&) = delete;
  Splitter& operator=(const Splitter&) = delete;

  /// Replaces `pieces` by those of the text, in text order. REQUIRES: `text` is valid UTF-8 below 4
  /// GiB. Complexity: linear.
  void split(std::string_view text, std::vector<Piece>& pieces);
  /// The same, slowly, by ICU's root word iterator alone: what `split` is held to.
  void split_by_icu(std::string_view text, std::vector<Piece>& pieces);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace parallax
