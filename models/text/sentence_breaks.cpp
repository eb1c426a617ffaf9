/// A table of sentence-break classes and the rules of UAX #29 that remain when no code point
/// extends another and line breaks are blanks: SB6 to SB11. Boundaries stand behind full stops and
/// other marks only, so everything between them costs one look at the table.

#include "models/text/sentence_breaks.hpp"

#include <algorithm>
#include <array>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include "models/base/expects.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

enum class Break : std::uint8_t {
  kOther,
  kBlank,
  kLower,
  kUpper,
  kLetter,  ///< Without case.
  kDigit,
  kStop,  ///< ATerm: may stand inside a sentence.
  kMark,  ///< STerm.
  kContinue,
  kClose,
  kUnknown,  ///< Needs ICU.
};

constexpr char32_t kLowEnd = 0x800;         ///< One and two bytes of UTF-8.
constexpr char32_t kGeneralBegin = 0x2000;  ///< Punctuation, super- and subscripts, currencies.
constexpr char32_t kGeneralEnd = 0x20D0;

Break class_of(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_OTHER:
      return Break::kOther;
    case U_SB_SP:
    case U_SB_SEP:
    case U_SB_CR:
    case U_SB_LF:
      return Break::kBlank;
    case U_SB_LOWER:
      return Break::kLower;
    case U_SB_UPPER:
      return Break::kUpper;
    case U_SB_OLETTER:
      return Break::kLetter;
    case U_SB_NUMERIC:
      return Break::kDigit;
    case U_SB_ATERM:
      return Break::kStop;
    case U_SB_STERM:
      return Break::kMark;
    case U_SB_SCONTINUE:
      return Break::kContinue;
    case U_SB_CLOSE:
      return Break::kClose;
    default:
      return Break::kUnknown;
  }
}

struct Classes {
  std::array<Break, kLowEnd> low{};
  std::array<Break, kGeneralEnd - kGeneralBegin> general{};
  std::array<bool, 256> plain{};  ///< ASCII that ends no sentence.

  Classes() {
    for (std::size_t c = 0; c < low.size(); ++c) {
      low[c] = class_of(static_cast<UChar32>(c));
    }
    for (std::size_t c = 0; c < general.size(); ++c) {
      general[c] = class_of(static_cast<UChar32>(kGeneralBegin + c));
    }
    for (std::size_t c = 0; c < 0x80; ++c) {
      plain[c] = low[c] != Break::kStop && low[c] != Break::kMark && low[c] != Break::kUnknown;
    }
  }

  [[nodiscard]] Break of(char32_t c) const {
    if (c < kLowEnd) {
      return low[c];
    }
    return c >= kGeneralBegin && c < kGeneralEnd ? general[c - kGeneralBegin] : Break::kUnknown;
  }
};

const Classes& classes() {
  static const Classes kClasses;
  return kClasses;
}

bool ends(Break kind) {
  return kind == Break::kStop || kind == Break::kMark;
}

bool line_break(char32_t c) {
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Ideographic full stops and marks of scripts outside the table.
bool may_end(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK) == U_SB_STERM ||
         u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK) == U_SB_ATERM;
}

}  // namespace

struct SentenceBreaks::Icu {
  std::unique_ptr<icu::BreakIterator> iterator;
};

SentenceBreaks::SentenceBreaks() : icu_(std::make_unique<Icu>()) {}
SentenceBreaks::~SentenceBreaks() = default;
SentenceBreaks::SentenceBreaks(SentenceBreaks&&) noexcept = default;
SentenceBreaks& SentenceBreaks::operator=(SentenceBreaks&&) noexcept = default;

void SentenceBreaks::read(std::string_view text, ByteSpan paragraph) {
  if (chars_.size() < std::size_t{paragraph.size()} + 1) {
    chars_.resize(std::size_t{paragraph.size()} + 1);
  }
  marks_.clear();
  simple_ = true;
  count_ = 0;
  const Classes& table = classes();
  for (std::size_t i = paragraph.begin; i < paragraph.end;) {
    i = read_plain(text, i, paragraph.end);
    if (i == paragraph.end) {
      break;
    }
    const auto begin = static_cast<std::uint32_t>(i);
    const char32_t c = next_code_point(text, i);
    chars_[count_] = {c, begin};
    const Break kind = table.of(c);
    if (kind == Break::kUnknown) {
      simple_ = false;
      if (may_end(c)) {
        marks_.push_back(count_);
      }
    } else if (ends(kind) || c == 0x2026) {
      marks_.push_back(count_);  // an ellipsis ends sentences although UAX #29 does not say so
    }
    ++count_;
  }
  chars_[count_] = {0, paragraph.end};
}

std::size_t SentenceBreaks::read_plain(std::string_view text, std::size_t begin, std::size_t end) {
  const std::array<bool, 256>& plain = classes().plain;
  Character* const to = chars_.data() + count_;
  std::size_t i = begin;
  for (; i < end; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!plain[byte]) {
      break;
    }
    to[i - begin] = {byte, static_cast<std::uint32_t>(i)};
  }
  count_ += i - begin;
  return i;
}

std::vector<std::size_t> SentenceBreaks::find() {
  if (!simple_) {
    return find_by_icu();
  }
  std::vector<std::size_t> found;
  for (const std::size_t mark : marks_) {
    if (const std::size_t boundary = behind(mark); boundary != 0 && boundary < count_) {
      found.push_back(boundary);
    }
  }
  return found;
}

std::size_t SentenceBreaks::behind(std::size_t i) const {
  const Classes& table = classes();
  const Break mark = table.of(chars_[i].c);
  if (!ends(mark)) {
    return 0;
  }
  std::size_t next = i + 1;
  if (mark == Break::kStop && next < count_) {
    const Break after = table.of(chars_[next].c);
    const Break before = i > 0 ? table.of(chars_[i - 1].c) : Break::kOther;
    const bool cased = before == Break::kUpper || before == Break::kLower;
    if (after == Break::kDigit || (cased && after == Break::kUpper)) {
      return 0;  // SB6, SB7
    }
  }
  while (next < count_ && table.of(chars_[next].c) == Break::kClose) {
    ++next;  // SB9
  }
  while (next < count_ && table.of(chars_[next].c) == Break::kBlank) {
    ++next;  // SB10
  }
  if (next >= count_) {
    return 0;
  }
  const Break after = table.of(chars_[next].c);
  const bool goes_on = after == Break::kContinue || ends(after) ||
                       (mark == Break::kStop && small_letter_ahead(next));
  return goes_on ? 0 : next;  // SB8, SB8a, SB11
}

bool SentenceBreaks::small_letter_ahead(std::size_t i) const {
  const Classes& table = classes();
  for (; i < count_; ++i) {
    const Break kind = table.of(chars_[i].c);
    if (kind == Break::kLower) {
      return true;
    }
    if (kind == Break::kUpper || kind == Break::kLetter || ends(kind)) {
      return false;
    }
  }
  return false;
}

std::vector<std::size_t> SentenceBreaks::find_by_icu() {
  UErrorCode status = U_ZERO_ERROR;
  if (!icu_->iterator) {
    icu_->iterator.reset(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    PARALLAX_EXPECTS(U_SUCCESS(status) != 0);
  }
  icu::UnicodeString units;
  std::vector<std::size_t> begins;  // by code point: its first unit
  begins.reserve(count_);
  for (std::size_t i = 0; i < count_; ++i) {
    begins.push_back(static_cast<std::size_t>(units.length()));
    const char32_t c = chars_[i].c;
    units.append(static_cast<UChar32>(line_break(c) ? U' ' : c));
  }
  icu_->iterator->setText(units);
  std::vector<std::size_t> found;
  icu_->iterator->first();
  for (int32_t b = icu_->iterator->next(); b != icu::BreakIterator::DONE;
       b = icu_->iterator->next()) {
    const auto at = std::lower_bound(begins.begin(), begins.end(), static_cast<std::size_t>(b));
    if (at != begins.end()) {
      found.push_back(static_cast<std::size_t>(at - begins.begin()));
    }
  }
  return found;
}

}  // namespace parallax
