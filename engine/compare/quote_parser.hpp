#pragma once

/// The words of a quotation between its ellipses and brackets. Internal to engine/compare.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/compare/quote_match.hpp"
#include "engine/compare/quotes.hpp"

namespace parallax::quote_check {

[[nodiscard]] TextPlace place_of(const Document& document, ByteSpan span);
/// Words, and the signs that carry a meaning of their own: currencies, percent, degrees. Two prices
/// in different currencies are not the same words.
[[nodiscard]] bool is_word(const Document& document, const Token& token);

/// Words between two ellipses.
struct Fragment {
  std::vector<std::uint32_t> tokens;         ///< Words, as tokens of the article.
  std::vector<std::size_t> brackets_before;  ///< Words in front of which brackets stand.
};

struct ParsedQuote {
  std::vector<Fragment> fragments;
  std::vector<ByteSpan> brackets;
  bool ellipsis = false;
  std::size_t words = 0;
};

class QuoteParser {
 public:
  QuoteParser(const Document& article, ByteSpan span) : article_(article) {
    const auto before = [](const Token& token, std::uint32_t byte) {
      return token.span.begin < byte;
    };
    const auto begin = article.tokens.begin();
    const auto first = std::lower_bound(begin, article.tokens.end(), span.begin, before);
    const auto last = std::lower_bound(first, article.tokens.end(), span.end, before);
    first_ = static_cast<std::uint32_t>(first - begin);
    end_ = static_cast<std::uint32_t>(last - begin);
  }
  ParsedQuote parse();

 private:
  [[nodiscard]] std::string_view text(std::uint32_t t) const;
  /// Tokens of an ellipsis at `t`: the one character, or three and more full stops.
  [[nodiscard]] std::uint32_t ellipsis_at(std::uint32_t t) const;
  void cut();
  /// Token behind "[...]", "(...)" or "[words]" at `t`; `t` if there is none.
  std::uint32_t read_brackets(std::uint32_t t);
  std::uint32_t step(std::uint32_t t);

  const Document& article_;
  std::uint32_t first_ = 0;
  std::uint32_t end_ = 0;
  ParsedQuote quote_;
};

}  // namespace parallax::quote_check
