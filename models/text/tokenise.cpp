#include "models/text/tokenise.hpp"

#include <unicode/uchar.h>

#include "models/base/utf8.hpp"

namespace parallax {
namespace {

Shape shape_of(std::size_t upper, std::size_t lower, bool first_upper) {
  if (upper + lower == 0) {
    return Shape::kUncased;
  }
  if (upper == 0) {
    return Shape::kLower;
  }
  if (upper == 1 && first_upper) {
    return Shape::kCapitalised;
  }
  return lower == 0 ? Shape::kUpper : Shape::kMixed;
}

Shape shape_of_any(std::string_view word) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  bool first_upper = false;
  for (std::size_t i = 0; i < word.size();) {
    const bool first = i == 0;
    const auto c = static_cast<UChar32>(next_code_point(word, i));
    // Georgian letters are lower case in name only: their capitals are used for whole words.
    const bool georgian = c >= 0x10D0 && c <= 0x10FF;
    const bool is_upper = u_isUUppercase(c) != 0 || u_istitle(c) != 0;
    upper += is_upper ? 1U : 0U;
    lower += u_isULowercase(c) != 0 && !georgian ? 1U : 0U;
    first_upper = first_upper || (first && is_upper);
  }
  return shape_of(upper, lower, first_upper);
}

Shape shape_of(std::string_view word) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      return shape_of_any(word);
    }
    upper += c >= 'A' && c <= 'Z' ? 1U : 0U;
    lower += c >= 'a' && c <= 'z' ? 1U : 0U;
  }
  return shape_of(upper, lower, word[0] >= 'A' && word[0] <= 'Z');
}

}  // namespace

struct Tokeniser::Impl {
  explicit Impl(WordTable& table) : words(table) {}

  WordTable& words;
  Splitter splitter;
  std::vector<Piece> pieces;
};

Tokeniser::Tokeniser(WordTable& words) : impl_(std::make_unique<Impl>(words)) {}
Tokeniser::~Tokeniser() = default;
Tokeniser::Tokeniser(Tokeniser&&) noexcept = default;
Tokeniser& Tokeniser::operator=(Tokeniser&&) noexcept = default;

std::vector<Token> Tokeniser::tokenise(std::string_view text, std::string_view language) {
  std::vector<Token> tokens;
  append(text, 0, language, tokens);
  return tokens;
}

void Tokeniser::append(std::string_view part, std::uint32_t begin, std::string_view language,
                       std::vector<Token>& tokens) {
  impl_->splitter.split(part, impl_->pieces);
  for (const Piece& piece : impl_->pieces) {
    const std::string_view word = part.substr(piece.begin, piece.end - piece.begin);
    const bool cased = piece.kind == TokenKind::kWord || piece.kind == TokenKind::kIdeograph;
    tokens.push_back({{piece.begin + begin, piece.end + begin},
                      impl_->words.intern(word, language),
                      piece.kind,
                      cased ? shape_of(word) : Shape::kUncased});
  }
}

}  // namespace parallax
