/// Sentences: the root rules of UAX #29 propose, this layer disposes. It splits where the rules
/// miss (a sentence that begins with a digit, glued sentences, an ellipsis before a capital) and
/// merges where it breaks too early (abbreviations, initials, ordinals, quoted questions).

#include "models/text/sentences.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include <unicode/uchar.h>

#include "models/base/utf8.hpp"
#include "models/text/fold.hpp"
#include "models/text/sentence_breaks.hpp"

namespace parallax {
namespace {

/// Abbreviated countries and bodies stand before nouns as often as at the end of a sentence; only a
/// function word behind them tells.
constexpr std::array<std::string_view, 20> kModifiers = {
    "u.s",   "u.s.a", "u.k", "u.n",   "e.u",         "d.c",   "u.a.e", "u.s.s.r", "d.r.c",
    "p.r.c", "n.y",   "l.a", "ee.uu", "\xC3\xA9.-u", "a.b.d", "b.m",   "o.n.u"};

/// What may follow "5 p.m." in the same sentence.
constexpr std::array<std::string_view, 26> kBehindTime = {
    "monday",  "tuesday",   "wednesday", "thursday", "friday",   "saturday", "sunday",
    "january", "february",  "march",     "april",    "may",      "june",     "july",
    "august",  "september", "october",   "november", "december", "gmt",      "utc",
    "est",     "eastern",   "central",   "pacific",  "local"};

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

bool currency(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_CURRENCY_SYMBOL;
}

bool ordinal_language(std::string_view language) {
  static constexpr std::array<std::string_view, 16> kLanguages = {
      "de", "tr", "az", "hu", "cs", "fi", "da", "no",
      "nb", "sk", "sl", "hr", "sr", "et", "lv", "pl"};
  return std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end();
}

}  // namespace

struct AbbreviationTable::Impl {
  std::unordered_map<std::string, AbbreviationClass> forms;
  std::unordered_set<std::string> starters;
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

void AbbreviationTable::add_starter(std::string_view folded_word) {
  impl_->starters.emplace(folded_word);
}

bool AbbreviationTable::is_starter(std::string_view folded_word) const {
  return impl_->starters.contains(std::string(folded_word));
}

struct SentenceSplitter::Impl {
  Impl(std::string code, const AbbreviationTable& table)
      : language(std::move(code)), abbreviations(table) {}

  std::string language;
  const AbbreviationTable& abbreviations;
  std::string_view text;
  SentenceBreaks chars;  ///< The paragraph.

  [[nodiscard]] std::size_t count() const { return chars.count(); }
  [[nodiscard]] char32_t at(std::size_t i) const { return i < count() ? chars[i].c : 0; }

  [[nodiscard]] std::size_t skip_spaces(std::size_t i) const {
    while (i < count() && space(at(i))) {
      ++i;
    }
    return i;
  }

  /// A mark that closes here: German closes with the mark that English opens with.
  [[nodiscard]] bool closes(std::size_t i) const {
    const bool reversed = at(i) == 0x201C && i > 0 && !space(at(i - 1));
    return closer(at(i)) || reversed;
  }

  /// Behind closing marks from `i` on, blanks in front of a guillemet included.
  [[nodiscard]] std::size_t skip_closers(std::size_t i) const {
    for (;;) {
      if (closes(i)) {
        ++i;
      } else if (space(at(i)) && at(skip_spaces(i)) == 0xBB) {
        i = skip_spaces(i) + 1;
      } else {
        return i;
      }
    }
  }

  /// Candidate starts of sentences (character indices), sorted.
  [[nodiscard]] std::vector<std::size_t> candidates() {
    std::vector<std::size_t> found = chars.find();
    for (std::size_t& start : found) {
      start = skip_spaces(start);
    }
    for (const std::size_t i : chars.marks()) {
      if (i + 1 < count() && terminator(at(i)) && !terminator(at(i + 1))) {
        propose_behind(i, found);
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  /// What those rules miss behind the terminator at `i`: digits, capitals behind an ellipsis, glued
  /// sentences.
  void propose_behind(std::size_t i, std::vector<std::size_t>& found) const {
    const std::size_t next = skip_closers(i + 1);
    const std::size_t start = skip_spaces(next);
    if (start >= count()) {
      return;
    }
    const bool opens = digit(at(start)) || upper(at(start)) || opener(at(start)) ||
                       at(start) == '"' || currency(at(start));
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
    while (mark > 0 && (closes(mark - 1) || space(at(mark - 1)))) {
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
    if (last == start && end == '.' && !glued(mark - 1, start)) {
      return false;
    }
    const std::size_t word = first_letter(start);
    if (lower(at(word)) && word <= start + 1 && !list_marker(start)) {
      // A list entry or a lower-case brand may begin a sentence; running text goes on.
      return false;
    }
    if (next == ',' || next == ';' || next == 0x060C || next == ')') {
      return false;
    }
    if (end == '.') {
      return mark == last ? stop_ends(mark - 1, start) : closed_stop_ends(mark - 1, start);
    }
    return other_mark_ends(mark - 1, start, mark == last);
  }

  /// "(b)", "(iv)" in front of a text.
  [[nodiscard]] bool list_marker(std::size_t i) const {
    if (at(i) != '(') {
      return false;
    }
    std::size_t end = i + 1;
    while (letter(at(end)) || digit(at(end))) {
      ++end;
    }
    return end > i + 1 && end <= i + 4 && at(end) == ')' && space(at(end + 1));
  }

  /// Question and exclamation marks and the ellipsis. `bare`: no closing mark behind.
  [[nodiscard]] bool other_mark_ends(std::size_t mark, std::size_t start, bool bare) const {
    if (bracketed_ellipsis(mark)) {
      return false;
    }
    const AbbreviationClass* known =
        at(mark) == '!' ? abbreviations.find(form_before(mark) + "!") : nullptr;
    if (known != nullptr && *known == AbbreviationClass::kHard) {
      return starter_at(start, folded_word(start));  // "Yahoo! News"
    }
    const bool spaced = at(mark) == 0x2026 && mark > 0 && space(at(mark - 1));
    if (spaced && folded_word(start) == "i") {
      return false;
    }
    // Without capitals a cue behind a quoted question cannot be told from a new sentence.
    const std::size_t word = first_letter(start);
    const bool uncased = letter(at(word)) && !upper(at(word)) && !lower(at(word));
    const bool ideograph = at(word) >= 0x2E80;
    return bare || !uncased || ideograph;
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
    // Typewriters set two single marks for a double one.
    const std::size_t next = at(i) == '\'' && at(i + 1) == '\'' ? i + 2 : i + 1;
    return (straight || typographic) && i > 0 && space(at(i - 1)) &&
           (letter(at(next)) || digit(at(next)));
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
      return starter_at(start, folded_word(start));
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
    if (const auto decided = number_before(stop, start, form, next)) {
      return *decided;
    }
    const AbbreviationClass* known = abbreviations.find(form);
    if (upper(at(stop - 1)) && is_initial(stop, form)) {
      return false;
    }
    if (known != nullptr) {
      return *known == AbbreviationClass::kSoft && soft_ends(form, start, next);
    }
    if (is_initial(stop, form)) {
      return false;
    }
    if (std::all_of(form.begin(), form.end(),
                    [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; })) {
      return true;  // "1.9."
    }
    // Unknown forms with inner stops (U.N.A.) are abbreviations; they end a sentence only before a
    // starter.
    const bool dotted = form.find('.') != std::string::npos && form.size() <= 8;
    return !dotted || starter_at(start, next);
  }

  /// A function word that begins a sentence; a single letter with a stop is an initial.
  [[nodiscard]] bool starter_at(std::size_t start, const std::string& next) const {
    const std::size_t word = first_letter(start);
    return abbreviations.is_starter(next) && !(letter(at(word)) && at(word + 1) == '.');
  }

  /// Does the stop of a soft abbreviation end a sentence too?
  [[nodiscard]] bool soft_ends(const std::string& form, std::size_t start,
                               const std::string& next) const {
    if (next.empty() || starter_at(start, next)) {
      return true;
    }
    const bool modifier = std::find(kModifiers.begin(), kModifiers.end(), form) != kModifiers.end();
    const bool time = (form == "p.m" || form == "a.m") &&
                      std::find(kBehindTime.begin(), kBehindTime.end(), next) != kBehindTime.end();
    const std::size_t word = first_letter(start);
    if (modifier || time || (letter(at(word)) && at(word + 1) == '.')) {
      return false;
    }
    std::size_t end = word;
    while (letter(at(end)) || digit(at(end))) {
      ++end;
    }
    const bool chain = at(end) == '.' && abbreviations.find(next) != nullptr;  // "Co. Ltd."
    const bool zone = folded_word(skip_spaces(end)) == "time";  // "5 p.m. Moscow time"
    if (chain || zone) {
      return false;
    }
    if (digit(at(word))) {
      return form.find('.') != std::string::npos;
    }
    const bool shouted = upper(at(word)) && upper(at(word + 1));
    const bool uncased = letter(at(word)) && !upper(at(word)) && !lower(at(word));
    return uncased || (upper(at(word)) && !shouted && language != "de");
  }

  /// Ordinals and list numbers; nothing if no number stands before the stop.
  [[nodiscard]] std::optional<bool> number_before(std::size_t stop, std::size_t start,
                                                  const std::string& form,
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
      return starter_at(start, next) || next.empty();
    }
    return true;
  }

  /// "J. R. R. Tolkien": one capital letter before the stop, with a capitalised word behind or an
  /// initial before it.
  [[nodiscard]] bool is_initial(std::size_t stop, const std::string& form) const {
    if (count_code_points(form) != 1 || stop == 0 || !letter(at(stop - 1))) {
      return false;
    }
    const std::size_t start = skip_spaces(stop + 1);
    if (!upper(at(stop - 1))) {
      return !lower(at(stop - 1));  // a letter without case: Arabic initials
    }
    if (!upper(at(start)) || starter_at(start, folded_word(start))) {
      return false;
    }
    // "vitamin C. Moscow ..." is rarer than a name by far, but a lower-case word in front tells.
    std::size_t before = stop - 1;
    while (before > 0 && space(at(before - 1))) {
      --before;
    }
    std::size_t word = before;
    while (word > 0 && letter(at(word - 1))) {
      --word;
    }
    const bool lower_before = before > 1 && lower(at(before - 1)) && lower(at(word));
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
    if (mark <= 2) {
      form.erase(0, mark + 1);
    }
    return form;
  }

  /// "2." alone belongs to what it counts.
  [[nodiscard]] bool only_number(std::size_t begin, std::size_t end) const {
    std::size_t i = begin;
    while (i < end && digit(at(i))) {
      ++i;
    }
    return i > begin && i <= begin + 3 && at(i) == '.' && skip_spaces(i + 1) >= end;
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
  s.chars.read(text, paragraph);
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
  for (const std::size_t start : s.candidates()) {
    if (start > begin && s.begins(start) && !s.only_number(begin, start)) {
      close(start);
      begin = start;
    }
  }
  close(s.count());
  return sentences;
}

}  // namespace parallax
