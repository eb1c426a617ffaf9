#include "models/text/tokenise.hpp"

#include <algorithm>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include "models/base/expects.hpp"
#include "models/base/utf8.hpp"
#include "models/text/icu_seam.hpp"

namespace parallax {
namespace {

bool ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// UAX #29 inside ASCII: may `text[i]` join the word parts on both of its sides?
/// MidLetter (:), MidNum (, ;), MidNumLet (. ') of Unicode 15; ICU 72 does not treat the colon as
/// MidLetter.
bool joins(std::string_view text, std::size_t i) {
  if (i == 0 || i + 1 >= text.size()) {
    return false;
  }
  const char c = text[i];
  const char before = text[i - 1];
  const char after = text[i + 1];
  const bool letters = ascii_letter(before) && before != '_' && ascii_letter(after) && after != '_';
  const bool digits = ascii_digit(before) && ascii_digit(after);
  if (c == '.' || c == '\'') {
    return letters || digits;
  }
  return (c == ',' || c == ';') && digits;
}

Shape shape_of_ascii(std::string_view word) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (const char c : word) {
    upper += c >= 'A' && c <= 'Z' ? 1U : 0U;
    lower += c >= 'a' && c <= 'z' ? 1U : 0U;
  }
  if (upper + lower == 0) {
    return Shape::kUncased;
  }
  if (upper == 0) {
    return Shape::kLower;
  }
  const bool first = word[0] >= 'A' && word[0] <= 'Z';
  if (upper == 1 && first) {
    return Shape::kCapitalised;
  }
  return lower == 0 ? Shape::kUpper : Shape::kMixed;
}

Shape shape_of(std::string_view word) {
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

bool ascii_chunk(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\0'; });
}

}  // namespace

struct Tokeniser::Impl {
  explicit Impl(WordTable& table) : words(table) {}

  WordTable& words;
  std::unique_ptr<icu::BreakIterator> iterator;
  std::string_view language;
  std::vector<Token> tokens;

  void add(std::string_view text, std::uint32_t begin, std::uint32_t end, TokenKind kind) {
    const std::string_view word = text.substr(begin, end - begin);
    Token token;
    token.span = {begin, end};
    token.kind = kind;
    token.shape = kind == TokenKind::kPunctuation || kind == TokenKind::kNumber ? Shape::kUncased
                  : ascii_chunk(word) ? shape_of_ascii(word)
                                      : shape_of(word);
    token.word = words.intern(word, language);
    tokens.push_back(token);
  }

  void add_ascii(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end;) {
      const char c = text[i];
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        ++i;
        continue;
      }
      if (!ascii_letter(c) && !ascii_digit(c)) {
        add(text, i, i + 1, TokenKind::kPunctuation);
        ++i;
        continue;
      }
      const std::uint32_t first = i;
      bool letter = false;
      while (i < end && (ascii_letter(text[i]) || ascii_digit(text[i]) ||
                         (i > first && i + 1 < end && joins(text.substr(0, end), i)))) {
        letter = letter || ascii_letter(text[i]);
        ++i;
      }
      add(text, first, i, letter ? TokenKind::kWord : TokenKind::kNumber);
    }
  }

  void add_punctuation(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    for (std::size_t i = begin; i < end;) {
      const auto at = static_cast<std::uint32_t>(i);
      const char32_t c = next_code_point(text, i);
      if (u_isUWhiteSpace(static_cast<UChar32>(c)) == 0 &&
          u_iscntrl(static_cast<UChar32>(c)) == 0) {
        add(text, at, static_cast<std::uint32_t>(i), TokenKind::kPunctuation);
      }
    }
  }

  void add_icu(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    UErrorCode status = U_ZERO_ERROR;
    if (!iterator) {
      iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
      PARALLAX_EXPECTS(U_SUCCESS(status) != 0);
    }
    const icu_seam::Utf16 utf16 =
        icu_seam::to_utf16(text.substr(begin, end - begin), icu_seam::Lines::kKeep);
    iterator->setText(utf16.text);
    int32_t from = iterator->first();
    for (int32_t to = iterator->next(); to != icu::BreakIterator::DONE; to = iterator->next()) {
      const std::uint32_t b = begin + utf16.offsets[static_cast<std::size_t>(from)];
      const std::uint32_t e = begin + utf16.offsets[static_cast<std::size_t>(to)];
      const int32_t rule = iterator->getRuleStatus();
      if (rule < UBRK_WORD_NUMBER) {
        add_punctuation(text, b, e);
      } else if (rule < UBRK_WORD_LETTER) {
        add(text, b, e, TokenKind::kNumber);
      } else {
        add(text, b, e, rule >= UBRK_WORD_KANA ? TokenKind::kIdeograph : TokenKind::kWord);
      }
      from = to;
    }
  }
};

Tokeniser::Tokeniser(WordTable& words) : impl_(std::make_unique<Impl>(words)) {}
Tokeniser::~Tokeniser() = default;
Tokeniser::Tokeniser(Tokeniser&&) noexcept = default;
Tokeniser& Tokeniser::operator=(Tokeniser&&) noexcept = default;

std::vector<Token> Tokeniser::tokenise(std::string_view text, std::string_view language) {
  impl_->language = language;
  impl_->tokens.clear();
  impl_->tokens.reserve(text.size() / 5 + 1);
  // Chunks between blanks never share a word, so each takes the path that fits it.
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    const auto b = static_cast<std::uint32_t>(i);
    const auto e = static_cast<std::uint32_t>(end);
    if (ascii_chunk(text.substr(i, end - i))) {
      impl_->add_ascii(text, b, e);
    } else {
      impl_->add_icu(text, b, e);
    }
    i = end + 1;
  }
  return std::move(impl_->tokens);
}

}  // namespace parallax
