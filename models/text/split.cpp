/// A table of word-break classes and the rules of UAX #29 that remain when no code point extends
/// another: letters and digits join (WB5, WB8 to WB10), underscores join both (WB13), and a mark
/// between two letters or two digits joins them if its class says so (WB6, WB7, WB11, WB12).

#include "models/text/split.hpp"

#include <algorithm>
#include <array>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include "models/base/expects.hpp"
#include "models/base/utf8.hpp"
#include "models/text/icu_seam.hpp"

namespace parallax {
namespace {

enum class Break : std::uint8_t {
  kBlank,  ///< White space and controls: no piece.
  kMark,   ///< A piece of its own.
  kLetter,
  kDigit,
  kJoiner,     ///< Underscores: join letters, digits and each other.
  kMidLetter,  ///< Joins two letters.
  kMidDigit,   ///< Joins two digits.
  kMidBoth,    ///< Joins two letters or two digits.
  kOther,      ///< Needs ICU.
};

constexpr char32_t kLowEnd = 0x800;         ///< One and two bytes of UTF-8.
constexpr char32_t kGeneralBegin = 0x2000;  ///< Punctuation, super- and subscripts, currencies.
constexpr char32_t kGeneralEnd = 0x20D0;

Break class_of(UChar32 c) {
  if (c == '@') {
    return Break::kLetter;  // As ICU 72 has it.
  }
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return Break::kLetter;
    case U_WB_NUMERIC:
      return Break::kDigit;
    case U_WB_EXTENDNUMLET:
      // The narrow no-break space is white space when it joins nothing.
      return u_isUWhiteSpace(c) != 0 ? Break::kOther : Break::kJoiner;
    case U_WB_MIDLETTER:
      // ICU leaves the colon out.
      return c == ':' ? Break::kMark : Break::kMidLetter;
    case U_WB_MIDNUM:
      return Break::kMidDigit;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return Break::kMidBoth;
    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE:
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
      return u_isUWhiteSpace(c) != 0 || u_iscntrl(c) != 0 ? Break::kBlank : Break::kMark;
    default:
      return Break::kOther;
  }
}

struct Classes {
  std::array<Break, kLowEnd> low{};
  std::array<Break, kGeneralEnd - kGeneralBegin> general{};

  Classes() {
    for (std::size_t c = 0; c < low.size(); ++c) {
      low[c] = class_of(static_cast<UChar32>(c));
    }
    for (std::size_t c = 0; c < general.size(); ++c) {
      general[c] = class_of(static_cast<UChar32>(kGeneralBegin + c));
    }
  }
};

const Classes& classes() {
  static const Classes kClasses;
  return kClasses;
}

/// Class and length in bytes of the code point at a place.
struct Step {
  Break kind = Break::kBlank;
  std::uint32_t bytes = 0;
};

bool joins(Break mark, Break before, Break after) {
  const bool letters = before == Break::kLetter && after == Break::kLetter;
  const bool digits = before == Break::kDigit && after == Break::kDigit;
  return (letters && (mark == Break::kMidLetter || mark == Break::kMidBoth)) ||
         (digits && (mark == Break::kMidDigit || mark == Break::kMidBoth));
}

/// ICU names a word by its end ("a5" a number, "5a" a word); here a word has a letter anywhere.
bool has_letter(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const auto c = static_cast<UChar32>(next_code_point(word, i));
    const Break kind = class_of(c);
    if (kind == Break::kLetter || kind == Break::kJoiner ||
        (kind == Break::kOther && u_isalpha(c) != 0)) {
      return true;
    }
  }
  return false;
}

/// Number of ASCII letters in a row from `at` on.
std::size_t ascii_letters(std::string_view text, std::size_t at) {
  std::size_t i = at;
#if defined(__SSE2__)
  // Words are short: one comparison of 16 bytes finds most ends without a loop.
  while (i + 16 <= text.size()) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
    const __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    // 'a' to 'z' moved to the low end of the signed range.
    const __m128i moved = _mm_sub_epi8(lower, _mm_set1_epi8(static_cast<char>('a' + 128)));
    const __m128i letters = _mm_cmplt_epi8(moved, _mm_set1_epi8(-128 + 26));
    const auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(letters));
    const auto count = static_cast<std::size_t>(std::countr_one(mask));
    i += count;
    if (count < 16) {
      return i - at;
    }
  }
#endif
  while (i < text.size() &&
         ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z'))) {
    ++i;
  }
  return i - at;
}

bool in_word(Break kind) {
  return kind == Break::kLetter || kind == Break::kDigit || kind == Break::kJoiner;
}

}  // namespace

struct Splitter::Impl {
  std::unique_ptr<icu::BreakIterator> iterator;
  const Classes& table = classes();

  [[nodiscard]] Step step(std::string_view text, std::size_t at) const {
    const auto a = static_cast<unsigned char>(text[at]);
    if (a < 0x80) {
      return {table.low[a], 1};
    }
    const auto b = static_cast<unsigned char>(text[at + 1]);
    if (a < 0xE0) {
      return {table.low[((a & 0x1FU) << 6U) | (b & 0x3FU)], 2};
    }
    if (a == 0xE2 && b <= 0x83) {
      const auto c = static_cast<unsigned char>(text[at + 2]);
      const std::size_t place = ((b & 0x3FU) << 6U) | (c & 0x3FU);
      return {place < table.general.size() ? table.general[place] : Break::kOther, 3};
    }
    return {Break::kOther, 3};
  }

  /// End of the word that starts at `begin`, and what it is.
  Piece word(std::string_view text, std::size_t begin, Step first) const {
    bool letter = false;
    std::size_t i = begin;
    Step here = first;
    while (true) {
      const Break before = here.kind;
      letter = letter || before != Break::kDigit;
      i += here.bytes;
      if (before == Break::kLetter) {
        i += ascii_letters(text, i);
      }
      if (i >= text.size()) {
        break;
      }
      here = step(text, i);
      if (in_word(here.kind)) {
        continue;
      }
      const std::size_t next = i + here.bytes;
      if (here.kind < Break::kMidLetter || here.kind == Break::kOther || next >= text.size()) {
        break;
      }
      const Step after = step(text, next);
      if (!joins(here.kind, before, after.kind)) {
        break;
      }
      i = next;
      here = after;
    }
    if (first.kind == Break::kJoiner && i == begin + first.bytes) {
      return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i),
              TokenKind::kPunctuation};
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i),
            letter ? TokenKind::kWord : TokenKind::kNumber};
  }

  static void add_marks(std::string_view text, std::uint32_t begin, std::uint32_t end,
                        std::vector<Piece>& pieces) {
    for (std::size_t i = begin; i < end;) {
      const auto at = static_cast<std::uint32_t>(i);
      const auto c = static_cast<UChar32>(next_code_point(text, i));
      if (u_isUWhiteSpace(c) == 0 && u_iscntrl(c) == 0) {
        pieces.push_back({at, static_cast<std::uint32_t>(i), TokenKind::kPunctuation});
      }
    }
  }

  void add_icu(std::string_view text, std::uint32_t begin, std::uint32_t end,
               std::vector<Piece>& pieces) {
    UErrorCode status = U_ZERO_ERROR;
    if (!iterator) {
      iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
      PARALLAX_EXPECTS(U_SUCCESS(status) != 0);
    }
    const icu_seam::Utf16 utf16 = icu_seam::to_utf16(text.substr(begin, end - begin));
    iterator->setText(utf16.text);
    int32_t from = iterator->first();
    for (int32_t to = iterator->next(); to != icu::BreakIterator::DONE; to = iterator->next()) {
      const std::uint32_t b = begin + utf16.offsets[static_cast<std::size_t>(from)];
      const std::uint32_t e = begin + utf16.offsets[static_cast<std::size_t>(to)];
      const int32_t rule = iterator->getRuleStatus();
      if (rule < UBRK_WORD_NUMBER) {
        add_marks(text, b, e, pieces);
      } else if (rule < UBRK_WORD_LETTER) {
        pieces.push_back(
            {b, e, has_letter(text.substr(b, e - b)) ? TokenKind::kWord : TokenKind::kNumber});
      } else {
        pieces.push_back({b, e, rule >= UBRK_WORD_KANA ? TokenKind::kIdeograph : TokenKind::kWord});
      }
      from = to;
    }
  }
};

Splitter::Splitter() : impl_(std::make_unique<Impl>()) {}
Splitter::~Splitter() = default;
Splitter::Splitter(Splitter&&) noexcept = default;
Splitter& Splitter::operator=(Splitter&&) noexcept = default;

void Splitter::split(std::string_view text, std::vector<Piece>& pieces) {
  pieces.clear();
  // Runs between blanks never share a word. Where a run turns out to need ICU, its pieces so far
  // are taken back.
  std::size_t run_begin = 0;
  std::size_t run_pieces = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ') {
      run_begin = ++i;
      run_pieces = pieces.size();
      continue;
    }
    const Step here = impl_->step(text, i);
    if (in_word(here.kind)) {
      pieces.push_back(impl_->word(text, i, here));
      i = pieces.back().end;
    } else if (here.kind == Break::kBlank) {
      i += here.bytes;
    } else if (here.kind != Break::kOther) {
      pieces.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + here.bytes),
                        TokenKind::kPunctuation});
      i += here.bytes;
    } else {
      pieces.resize(run_pieces);
      const std::size_t end = std::min(text.find(' ', i), text.size());
      impl_->add_icu(text, static_cast<std::uint32_t>(run_begin), static_cast<std::uint32_t>(end),
                     pieces);
      i = end;
    }
  }
}

void Splitter::split_by_icu(std::string_view text, std::vector<Piece>& pieces) {
  pieces.clear();
  impl_->add_icu(text, 0, static_cast<std::uint32_t>(text.size()), pieces);
}

}  // namespace parallax
