/// Sentences: ICU's root iterator proposes, this layer disposes. It splits where the iterator
/// misses (a sentence that begins with a digit, glued sentences, an ellipsis before a capital) and
/// merges where it breaks too early (abbreviations, initials, ordinals, quoted questions).

#include "models/text/sentences.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include "models/base/expects.hpp"
#include "models/base/utf8.hpp"
#include "models/text/fold.hpp"
#include "models/text/icu_seam.hpp"

namespace parallax {
namespace {

/// Words that begin sentences and seldom follow an abbreviation inside one.
constexpr std::string_view kStarters =
    "|the|it|he|she|they|we|this|that|these|those|there|in|on|at|but|and|however|a|an|i|his|her|"
    "its|our|their|if|when|while|"
    "after|before|as|for|from|since|meanwhile|earlier|later|according|no|not|both|all|some|many|"
    "such|what|who|why|how|by|with|"
    "le|la|les|il|elle|ils|elles|nous|vous|ce|cette|ces|un|une|mais|et|dans|en|selon|pour|depuis|"
    "apr\xC3\xA8s|"
    "der|die|das|er|sie|es|wir|ein|eine|aber|und|im|am|nach|bei|dies|diese|dieser|laut|"
    "el|los|las|ella|ellos|nosotros|una|pero|y|seg\xC3\xBAn|este|esta|"
    "\xD0\xBE\xD0\xBD|\xD0\xBE\xD0\xBD\xD0\xB0|\xD0\xBE\xD0\xBD\xD0\xB8|\xD0\xBC\xD1\x8B|"
    "\xD1\x8D\xD1\x82\xD0\xBE|\xD0\xBD\xD0\xBE|\xD0\xB8|\xD0\xB2|\xD0\xBD\xD0\xB0|\xD0\xBF\xD0\xBE|"
    "bu|o|ve|ama|ancak|biz|onlar|bir|v\xC9\x99|amma|lakin|";

bool is_starter(std::string_view folded) {
  return !folded.empty() &&
         kStarters.find("|" + std::string(folded) + "|") != std::string_view::npos;
}

bool space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x2028 || c == 0x2029 || c == 0x85 ||
         c == 0x3000 || c == 0x202F || (c >= 0x2000 && c <= 0x200A);
}

bool closer(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '}':
    case 0x2019:
    case 0x201D:
    case 0x00BB:
    case 0x203A:
    case 0x300D:
    case 0x300F:
    case 0xFF09:
    case 0x3011:
    case 0xFF02:
      return true;
    default:
      return false;
  }
}

/// Marks that can only open.
bool opener(char32_t c) {
  switch (c) {
    case '(':
    case '[':
    case '{':
    case 0x2018:
    case 0x201C:
    case 0x201E:
    case 0x201A:
    case 0x00AB:
    case 0x2039:
    case 0x300C:
    case 0x300E:
    case 0xBF:
    case 0xA1:
      return true;
    default:
      return false;
  }
}

bool terminator(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0x0589:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
    case 0x0965:
    case 0x1362:
    case 0xFF0E:
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
      return true;
    default:
      return false;
  }
}

bool lower(char32_t c) {
  const bool georgian = c >= 0x10D0 && c <= 0x10FF;
  return !georgian && u_isULowercase(static_cast<UChar32>(c)) != 0;
}
bool upper(char32_t c) {
  return u_isUUppercase(static_cast<UChar32>(c)) != 0;
}
bool digit(char32_t c) {
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}
bool letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

struct Character {
  char32_t c = 0;
  std::uint32_t begin = 0;  ///< Byte offset in the text.
};

bool ordinal_language(std::string_view language) {
  static constexpr std::array<std::string_view, 16> kLanguages = {
      "de", "tr", "az", "hu", "cs", "fi", "da", "no",
      "nb", "sk", "sl", "hr", "sr", "et", "lv", "pl"};
  return std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end();
}

}  // namespace

struct AbbreviationTable::Impl {
  std::unordered_map<std::string, AbbreviationClass> forms;
};

AbbreviationTable::AbbreviationTable() : impl_(std::make_unique<Impl>()) {}
AbbreviationTable::~AbbreviationTable() = default;
AbbreviationTable::AbbreviationTable(AbbreviationTable&&) noexcept = default;
AbbreviationTable& AbbreviationTable::operator=(AbbreviationTable&&) noexcept = default;

void AbbreviationTable::add(std::string_view folded_form, AbbreviationClass abbreviation_class) {
  std::string key(folded_form);
  std::erase(key, ' ');
  impl_->forms.emplace(std::move(key), abbreviation_class);
}

const AbbreviationClass* AbbreviationTable::find(std::string_view folded_form) const {
  const auto it = impl_->forms.find(std::string(folded_form));
  return it == impl_->forms.end() ? nullptr : &it->second;
}

struct SentenceSplitter::Impl {
  Impl(std::string code, const AbbreviationTable& table)
      : language(std::move(code)), abbreviations(table) {}

  std::string language;
  const AbbreviationTable& abbreviations;
  std::unique_ptr<icu::BreakIterator> iterator;
  std::string_view text;
  std::vector<Character> chars;  ///< Of the paragraph, with an end entry.

  void load(ByteSpan paragraph) {
    chars.clear();
    for (std::size_t i = paragraph.begin; i < paragraph.end;) {
      const auto at = static_cast<std::uint32_t>(i);
      chars.push_back({next_code_point(text, i), at});
    }
    chars.push_back({0, paragraph.end});
  }

  [[nodiscard]] std::size_t count() const { return chars.size() - 1; }
  [[nodiscard]] char32_t at(std::size_t i) const { return i < count() ? chars[i].c : 0; }

  [[nodiscard]] std::size_t skip_spaces(std::size_t i) const {
    while (i < count() && space(at(i))) {
      ++i;
    }
    return i;
  }

  /// Candidate starts of sentences (character indices), sorted.
  [[nodiscard]] std::vector<std::size_t> candidates(ByteSpan paragraph) {
    std::vector<std::size_t> found;
    propose_by_icu(paragraph, found);
    for (std::size_t i = 0; i + 1 < count(); ++i) {
      if (terminator(at(i)) && !terminator(at(i + 1))) {
        propose_behind(i, found);
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  void propose_by_icu(ByteSpan paragraph, std::vector<std::size_t>& found) {
    UErrorCode status = U_ZERO_ERROR;
    if (!iterator) {
      iterator.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
      PARALLAX_EXPECTS(U_SUCCESS(status) != 0);
    }
    const icu_seam::Utf16 utf16 = icu_seam::to_utf16(text.substr(paragraph.begin, paragraph.size()),
                                                     icu_seam::Lines::kUnwrap);
    iterator->setText(utf16.text);
    std::size_t c = 0;
    iterator->first();
    for (int32_t b = iterator->next(); b != icu::BreakIterator::DONE; b = iterator->next()) {
      const std::uint32_t byte = paragraph.begin + utf16.offsets[static_cast<std::size_t>(b)];
      while (c < count() && chars[c].begin < byte) {
        ++c;
      }
      if (c < count()) {
        found.push_back(skip_spaces(c));
      }
    }
  }

  /// What ICU misses behind the terminator at `i`: digits, capitals behind an ellipsis, glued
  /// sentences.
  void propose_behind(std::size_t i, std::vector<std::size_t>& found) const {
    std::size_t next = i + 1;
    while (next < count() && closer(at(next))) {
      ++next;
    }
    const std::size_t start = skip_spaces(next);
    if (start >= count()) {
      return;
    }
    const bool opens =
        digit(at(start)) || upper(at(start)) || opener(at(start)) || at(start) == '"';
    if (start > next ? opens : glued(i, start)) {
      found.push_back(start);
    }
  }

  /// "sentence.Second": a lower-case word of three or more letters, a full stop, a capitalised
  /// word.
  [[nodiscard]] bool glued(std::size_t i, std::size_t start) const {
    if (at(i) != '.' && at(i) != '!' && at(i) != '?') {
      return false;
    }
    if (i < 3 || !upper(at(start)) || !lower(at(start + 1))) {
      return false;
    }
    const bool word_before = lower(at(i - 1)) && lower(at(i - 2)) && lower(at(i - 3));
    return word_before && !in_address(i);
  }

  /// True inside URLs, addresses and file names: the run of non-blanks has @, / or another inner
  /// stop.
  [[nodiscard]] bool in_address(std::size_t i) const {
    std::size_t begin = i;
    while (begin > 0 && !space(at(begin - 1))) {
      --begin;
    }
    std::size_t stops = 0;
    for (std::size_t k = begin; k < count() && !space(at(k)); ++k) {
      if (at(k) == '@' || at(k) == '/' || at(k) == '_') {
        return true;
      }
      stops += at(k) == '.' && k + 1 < count() && !space(at(k + 1)) && !closer(at(k + 1)) ? 1U : 0U;
    }
    return stops > 1;
  }

  /// True if a sentence really begins at character `start`.
  [[nodiscard]] bool begins(std::size_t start) const {
    if (start == 0 || start >= count()) {
      return false;
    }
    std::size_t last = start;
    while (last > 0 && space(at(last - 1))) {
      --last;
    }
    std::size_t mark = last;
    while (mark > 0 && (closer(at(mark - 1)) || space(at(mark - 1)))) {
      --mark;
    }
    if (mark == 0) {
      return false;
    }
    const char32_t end = at(mark - 1);
    const char32_t next = at(start);
    if (!terminator(end)) {
      return false;
    }
    if (closer(next) && !quote_opens(start)) {
      return false;
    }
    const std::size_t word = first_letter(start);
    if (lower(at(word)) && word <= start + 1) {
      // A list entry or a lower-case brand may begin a sentence; running text goes on.
      return false;
    }
    if (next == ',' || next == ';' || next == 0x060C || next == ')') {
      return false;
    }
    if (end == '.') {
      return mark == last ? stop_ends(mark - 1, start) : closed_stop_ends(mark - 1, start);
    }
    return !bracketed_ellipsis(mark - 1);
  }

  [[nodiscard]] std::size_t first_letter(std::size_t i) const {
    while (i < count() && !letter(at(i)) && !digit(at(i)) && !space(at(i))) {
      ++i;
    }
    return i;
  }

  /// A straight quote opens if a letter follows and a blank stands before.
  [[nodiscard]] bool quote_opens(std::size_t i) const {
    const bool straight = at(i) == '"' || at(i) == '\'';
    const bool typographic = at(i) == 0x201D || at(i) == 0x00BB || at(i) == 0x2019;
    return (straight || typographic) && i > 0 && space(at(i - 1)) &&
           (letter(at(i + 1)) || digit(at(i + 1)));
  }

  [[nodiscard]] bool bracketed_ellipsis(std::size_t mark) const {
    const bool close = at(mark + 1) == ']' || at(mark + 1) == ')';
    std::size_t i = mark;
    while (i > 0 && (at(i) == '.' || at(i) == 0x2026)) {
      --i;
    }
    return close && (at(i) == '[' || at(i) == '(');
  }

  /// Full stop followed by closing marks: an abbreviation inside brackets ("(No.)") is rare, so it
  /// ends a sentence, but "[...]" does not.
  [[nodiscard]] bool closed_stop_ends(std::size_t stop, std::size_t start) const {
    if (bracketed_ellipsis(stop)) {
      return false;
    }
    const std::string form = form_before(stop);
    const AbbreviationClass* known = abbreviations.find(form);
    if (known != nullptr && (at(stop + 1) == ')' || at(stop + 1) == ']')) {
      return is_starter(folded_word(start));
    }
    return true;
  }

  /// Does the full stop at `stop` end a sentence, given that the next text begins at `start`?
  [[nodiscard]] bool stop_ends(std::size_t stop, std::size_t start) const {
    if (stop > 0 && at(stop - 1) == '.') {
      return !lower(at(first_letter(start)));
    }
    const std::string form = form_before(stop);
    if (form.empty()) {
      return true;
    }
    const std::string next = folded_word(start);
    if (const auto decided = number_before(stop, form, next)) {
      return *decided;
    }
    const AbbreviationClass* known = abbreviations.find(form);
    if (known != nullptr) {
      return *known == AbbreviationClass::kSoft && (is_starter(next) || next.empty());
    }
    if (is_initial(stop, form)) {
      return false;
    }
    // Unknown forms with inner stops (U.N.A.) are abbreviations; they end a sentence only before a
    // starter.
    const bool dotted = form.find('.') != std::string::npos && form.size() <= 8;
    return !dotted || is_starter(next);
  }

  /// Ordinals and list numbers; nothing if no number stands before the stop.
  [[nodiscard]] std::optional<bool> number_before(std::size_t stop, const std::string& form,
                                                  const std::string& next) const {
    const bool digits =
        std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) {
      return std::nullopt;
    }
    const std::size_t first = stop - form.size();
    if (first == 0 && form.size() <= 3) {
      return false;
    }
    if (ordinal_language(language) && form.size() <= 2) {
      return is_starter(next) || next.empty();
    }
    return true;
  }

  /// "J. R. R. Tolkien": one capital letter before the stop, with a capitalised word behind or an
  /// initial before it.
  [[nodiscard]] bool is_initial(std::size_t stop, const std::string& form) const {
    if (count_code_points(form) != 1 || stop == 0 || !upper(at(stop - 1))) {
      return false;
    }
    const std::size_t start = skip_spaces(stop + 1);
    if (!upper(at(start)) || is_starter(folded_word(start))) {
      return false;
    }
    // "vitamin C. Moscow ..." is rarer than a name by far, but a lower-case word in front tells.
    std::size_t before = stop - 1;
    while (before > 0 && space(at(before - 1))) {
      --before;
    }
    const bool lower_before = before > 1 && lower(at(before - 1));
    const bool initial_again = at(start + 1) == '.';
    const bool pronoun = language == "en" && form == "i";
    return initial_again || !pronoun || !lower_before;
  }

  /// Folded run of non-blanks in front of the stop, opening marks and an elided article cut.
  [[nodiscard]] std::string form_before(std::size_t stop) const {
    std::size_t begin = stop;
    const auto separates = [](char32_t c) {
      static constexpr std::u32string_view kMarks = U"\"/\u2013\u2014";
      return space(c) || opener(c) || kMarks.find(c) != std::u32string_view::npos;
    };
    while (begin > 0 && !separates(at(begin - 1))) {
      --begin;
    }
    std::string form =
        fold(text.substr(chars[begin].begin, chars[stop].begin - chars[begin].begin), language);
    const std::size_t mark = form.find('\'');
    if (mark != std::string::npos && mark <= 2) {
      form.erase(0, mark + 1);
    }
    return form;
  }

  [[nodiscard]] std::string folded_word(std::size_t start) const {
    std::size_t begin = start;
    while (begin < count() && !letter(at(begin)) && !digit(at(begin)) && !space(at(begin))) {
      ++begin;
    }
    std::size_t end = begin;
    while (end < count() && (letter(at(end)) || digit(at(end)))) {
      ++end;
    }
    return fold(text.substr(chars[begin].begin, chars[end].begin - chars[begin].begin), language);
  }
};

SentenceSplitter::SentenceSplitter(std::string language, const AbbreviationTable& abbreviations)
    : impl_(std::make_unique<Impl>(std::move(language), abbreviations)) {}
SentenceSplitter::~SentenceSplitter() = default;
SentenceSplitter::SentenceSplitter(SentenceSplitter&&) noexcept = default;
SentenceSplitter& SentenceSplitter::operator=(SentenceSplitter&&) noexcept = default;

std::vector<ByteSpan> SentenceSplitter::split(std::string_view text, ByteSpan paragraph) {
  Impl& s = *impl_;
  s.text = text;
  s.load(paragraph);
  std::vector<ByteSpan> sentences;
  std::size_t begin = s.skip_spaces(0);
  const auto close = [&](std::size_t end) {
    while (end > begin && space(s.at(end - 1))) {
      --end;
    }
    if (end > begin) {
      sentences.push_back({s.chars[begin].begin, s.chars[end].begin});
    }
  };
  for (const std::size_t start : s.candidates(paragraph)) {
    if (start > begin && s.begins(start)) {
      close(start);
      begin = start;
    }
  }
  close(s.count());
  return sentences;
}

}  // namespace parallax
