#include "engine/compare/quote_parser.hpp"

#include <algorithm>

#include "models/base/utf8.hpp"

namespace parallax::quote_check {

TextPlace place_of(const Document& document, ByteSpan span) {
  const auto it =
      std::upper_bound(document.sentences.begin(), document.sentences.end(), span.begin,
                       [](std::uint32_t byte, const Sentence& s) { return byte < s.span.begin; });
  if (it == document.sentences.begin()) {
    return {};
  }
  return {(it - 1)->paragraph + 1, (it - 1)->number};
}

bool is_word(const Document& document, const Token& token) {
  if (token.kind != TokenKind::kPunctuation) {
    return true;
  }
  std::size_t at = 0;
  const char32_t c = next_code_point(document.slice(token.span), at);
  return c == '%' || c == '$' || (c >= 0xA2 && c <= 0xA5) || c == 0xB0 || c == 0x2030 ||
         c == 0x66A || c == 0x58F || c == 0x60B || (c >= 0x20A0 && c <= 0x20CF);
}

ParsedQuote QuoteParser::parse() {
  quote_.fragments.emplace_back();
  for (std::uint32_t t = first_; t < end_;) {
    t = step(t);
  }
  std::erase_if(quote_.fragments, [](const Fragment& f) { return f.tokens.empty(); });
  for (const Fragment& f : quote_.fragments) {
    quote_.words += f.tokens.size();
  }
  return std::move(quote_);
}

std::string_view QuoteParser::text(std::uint32_t t) const {
  return t < end_ ? article_.slice(article_.tokens[t].span) : std::string_view();
}

std::uint32_t QuoteParser::ellipsis_at(std::uint32_t t) const {
  if (text(t) == "\xe2\x80\xa6") {
    return 1;
  }
  std::uint32_t n = 0;
  while (text(t + n) == ".") {
    ++n;
  }
  return n >= 3 ? n : 0;
}

void QuoteParser::cut() {
  quote_.ellipsis = true;
  if (!quote_.fragments.back().tokens.empty()) {
    quote_.fragments.emplace_back();
  }
}

std::uint32_t QuoteParser::read_brackets(std::uint32_t t) {
  const bool square = text(t) == "[";
  if (!square && text(t) != "(") {
    return t;
  }
  if (const std::uint32_t n = ellipsis_at(t + 1); n > 0) {
    const std::string_view close = text(t + 1 + n);
    if (close == (square ? "]" : ")")) {
      cut();
      return t + n + 2;
    }
  }
  if (!square) {
    return t;
  }
  std::uint32_t end = t + 1;
  while (end < end_ && text(end) != "]") {
    ++end;
  }
  if (end >= end_) {
    return t;
  }
  quote_.brackets.push_back({article_.tokens[t].span.begin, article_.tokens[end].span.end});
  quote_.fragments.back().brackets_before.push_back(quote_.fragments.back().tokens.size());
  return end + 1;
}

std::uint32_t QuoteParser::step(std::uint32_t t) {
  if (const std::uint32_t n = ellipsis_at(t); n > 0) {
    cut();
    return t + n;
  }
  if (const std::uint32_t behind = read_brackets(t); behind != t) {
    return behind;
  }
  if (is_word(article_, article_.tokens[t])) {
    quote_.fragments.back().tokens.push_back(t);
  }
  return t + 1;
}

}  // namespace parallax::quote_check
