#include "models/text/tokenise.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <string>

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

/// Short words as written, by hash: most words of a text are few and short, and here one load
/// finds them. Longer ones and those that gave up their place are looked up in the word table.
class ShortWords {
 public:
  static constexpr std::size_t kLongest = 7;  ///< Bytes; the eighth of a key is the length.

  struct Entry {
    std::uint64_t key = 0;
    WordId word{};
    TokenKind kind = TokenKind::kWord;
    Shape shape = Shape::kUncased;
  };

  /// REQUIRES: 0 < word.size() <= kLongest.
  [[nodiscard]] static std::uint64_t key_of(std::string_view word) {
    const std::size_t n = word.size();
    const auto byte = [&](std::size_t i) {
      return static_cast<std::uint64_t>(static_cast<unsigned char>(word[i])) << (8U * i);
    };
    std::uint64_t key = std::uint64_t{n} << 56U;
    if (n < 4) {
      return key | byte(0) | byte(n / 2) | byte(n - 1);
    }
    static_assert(std::endian::native == std::endian::little, "keys join two loads");
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, word.data(), 4);
    std::memcpy(&last, word.data() + n - 4, 4);
    return key | first | std::uint64_t{last} << (8U * (n - 4));
  }

  [[nodiscard]] Entry& of(std::uint64_t key) {
    return entries_[static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> (64U - kBits))];
  }

  /// Forgets the words of another language.
  void set_language(std::string_view language) {
    if (language_ != language) {
      language_ = std::string(language);
      entries_.fill({});
    }
  }

 private:
  static constexpr unsigned kBits = 11;
  std::string language_;
  std::array<Entry, std::size_t{1} << kBits> entries_{};
};

}  // namespace

struct Tokeniser::Impl {
  explicit Impl(WordTable& table) : words(table) {}

  /// Word and shape of a piece, as an entry that `short_words` may keep.
  [[nodiscard]] ShortWords::Entry read(std::string_view word, TokenKind kind,
                                       std::string_view language) const {
    const bool cased = kind == TokenKind::kWord || kind == TokenKind::kIdeograph;
    return {0, words.intern(word, language), kind, cased ? shape_of(word) : Shape::kUncased};
  }

  WordTable& words;
  Splitter splitter;
  ShortWords short_words;
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
  impl_->short_words.set_language(language);
  for (const Piece& piece : impl_->pieces) {
    const std::string_view word = part.substr(piece.begin, piece.end - piece.begin);
    const ByteSpan span{piece.begin + begin, piece.end + begin};
    if (word.size() > ShortWords::kLongest) {
      const ShortWords::Entry entry = impl_->read(word, piece.kind, language);
      tokens.push_back({span, entry.word, entry.kind, entry.shape});
      continue;
    }
    const std::uint64_t key = ShortWords::key_of(word);
    ShortWords::Entry& entry = impl_->short_words.of(key);
    if (entry.key != key || entry.kind != piece.kind) {
      entry = impl_->read(word, piece.kind, language);
      entry.key = key;
    }
    tokens.push_back({span, entry.word, entry.kind, entry.shape});
  }
}

}  // namespace parallax
