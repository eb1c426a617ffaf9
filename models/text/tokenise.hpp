#pragma once

/// Text -> tokens with byte spans (UAX #29 words by ICU, plus punctuation marks).

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "models/base/span.hpp"
#include "models/text/split.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// How a word is written, for names and acronyms.
enum class Shape : std::uint8_t {
  kUncased,      ///< No cased letter (digits, Arabic, Han ...).
  kLower,        ///< ministry
  kCapitalised,  ///< Ministry; also one single capital letter
  kUpper,        ///< MFA (two or more letters)
  kMixed,        ///< McDonald, eIDAS
};
/// Written with a capital somewhere: "Ghent", "UN", "eBay".
[[nodiscard]] constexpr bool has_capital(Shape shape) {
  return shape == Shape::kCapitalised || shape == Shape::kUpper || shape == Shape::kMixed;
}

struct Token {
  ByteSpan span;  ///< Into the text given to `tokenise`.
  WordId word{};
  TokenKind kind = TokenKind::kWord;
  Shape shape = Shape::kUncased;
};

/// Splits text at UAX #29 word boundaries (ICU root word iterator) with these additions: white
/// space gives no token; every other code point outside words gives one kPunctuation token; hyphens
/// are tokens of their own; a possessive "'s" stays in its word. Tokens are in text order, do not
/// overlap and, with the white space between them, tile the text. Lifetime: keeps a reference to
/// `words`. Thread safety: one object per thread.
class Tokeniser {
 public:
  explicit Tokeniser(WordTable& words);
  ~Tokeniser();
  Tokeniser(Tokeniser&&) noexcept;
  Tokeniser& operator=(Tokeniser&&) noexcept;
  Tokeniser(const Tokeniser&) = delete;
  Tokeniser& operator=(const Tokeniser&) = delete;

  /// REQUIRES: `text` is valid UTF-8 below 4 GiB. Complexity: linear.
  [[nodiscard]] std::vector<Token> tokenise(std::string_view text, std::string_view language);
  /// Appends the tokens of a part of a text to `tokens`, their spans moved by `begin`, the part's
  /// offset. REQUIRES: as `tokenise`.
  void append(std::string_view part, std::uint32_t begin, std::string_view language,
              std::vector<Token>& tokens);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace parallax
