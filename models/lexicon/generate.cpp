/// Build-time tool: writes the word tables <language>/<name>.gen.tsv from the installed ICU, or
/// checks that the committed ones are what it would write.
///
/// ICU's parsers are unsafe for running text (they read "seventy nine" as 7009), but its formatters
/// know how every number, month, country and currency is spelled. So each name is formatted once,
/// here, and the program looks words up. Names are written the way text is tokenised: a blank
/// between tokens, except at hyphens ("St . Lucia", "Guinea-Bissau"). A name that would stand for
/// two things is left out, unless one of them has the better claim (see Draft::add).

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <unicode/curramt.h>
#include <unicode/dtfmtsym.h>
#include <unicode/gregocal.h>
#include <unicode/locdspnm.h>
#include <unicode/rbnf.h>
#include <unicode/reldatefmt.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/ulocdata.h>
#include <unicode/uversion.h>

#include "models/base/atomic_file.hpp"
#include "models/text/fold.hpp"
#include "models/text/tokenise.hpp"

namespace parallax {
namespace {

// ---- Constants ---------------------------------------------------------------------------------

constexpr int kExitDone = 0;
constexpr int kExitDiffers = 1;
constexpr int kExitUsage = 2;
/// ctest reads this as "skipped".
constexpr int kExitOtherIcu = 77;
constexpr std::size_t kMaxTableBytes = std::size_t{16} << 20U;
constexpr std::int64_t kLargestWhole = 1000;

struct Language {
  const char* code;
  bool all_tables;                   ///< Currency, city and relative day too.
  std::vector<const char*> locales;  ///< The first one decides; the others add regional words.
};

std::vector<Language> languages() {
  return {
      {"ar", true, {"ar", "ar_SA", "ar_EG", "ar_LB", "ar_SY", "ar_IQ", "ar_DZ", "ar_MA", "ar_MR"}},
      {"az", true, {"az"}},
      {"bg", false, {"bg"}},
      {"cs", false, {"cs"}},
      {"de", true, {"de", "de_AT", "de_CH"}},
      {"el", false, {"el"}},
      {"en", true, {"en", "en_GB", "en_AU", "en_IN"}},
      {"es", true, {"es", "es_419", "es_MX"}},
      {"fa", false, {"fa", "fa_AF"}},
      {"fi", false, {"fi"}},
      {"fr", true, {"fr", "fr_BE", "fr_CH", "fr_CA"}},
      {"he", false, {"he"}},
      {"hi", false, {"hi"}},
      {"hu", false, {"hu"}},
      {"hy", false, {"hy"}},
      {"it", false, {"it", "it_CH"}},
      {"ja", false, {"ja"}},
      {"ka", false, {"ka"}},
      {"ko", false, {"ko"}},
      {"nl", false, {"nl", "nl_BE"}},
      {"pl", false, {"pl"}},
      {"pt", false, {"pt", "pt_PT"}},
      {"ro", false, {"ro", "ro_MD"}},
      {"ru", true, {"ru"}},
      {"sr", false, {"sr", "sr_Latn"}},
      {"sv", false, {"sv", "sv_FI"}},
      {"tr", true, {"tr"}},
      {"uk", false, {"uk"}},
      {"zh", false, {"zh", "zh_Hant", "zh_Hant_HK"}},
  };
}

// ---- Text --------------------------------------------------------------------------------------

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

bool is_direction_mark(UChar32 c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || c == 0x00AD;
}

template <class Predicate>
bool any_code_point(const icu::UnicodeString& text, Predicate predicate) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (predicate(text.char32At(i))) {
      return true;
    }
  }
  return false;
}

bool has_letter(const icu::UnicodeString& text) {
  return any_code_point(text, [](UChar32 c) { return u_isalpha(c) != 0; });
}

bool only_letters(const icu::UnicodeString& text) {
  return !any_code_point(text, [](UChar32 c) { return u_isalpha(c) == 0; });
}

icu::UnicodeString without_marks(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (!is_direction_mark(c)) {
      out.append(c);
    }
  }
  return out;
}

/// The tokens of a name with a blank between them, none around hyphens; final periods are cut, for
/// a period behind an abbreviation is a token of its own.
std::string as_pattern(const icu::UnicodeString& name, std::string_view language) {
  const std::string text = to_utf8(without_marks(name));
  WordTable words;
  Tokeniser tokeniser(words);
  std::string pattern;
  bool glue = true;
  for (const Token& token : tokeniser.tokenise(text, language)) {
    const std::string part = text.substr(token.span.begin, token.span.end - token.span.begin);
    const bool hyphen = fold(part) == "-";
    if (!glue && !hyphen) {
      pattern += ' ';
    }
    pattern += hyphen ? "-" : part;
    glue = hyphen;
  }
  while (pattern.ends_with(" .")) {
    pattern.resize(pattern.size() - 2);
  }
  return pattern;
}

// ---- Tables ------------------------------------------------------------------------------------

/// Lower values have the better claim to a name.
enum class Claim : std::uint8_t { kStandard, kVariant, kDerived };

/// A table in the making: distinct folded names, each with one value.
class Draft {
 public:
  explicit Draft(std::string_view language) : language_(language) {}

  /// The better claim wins; two different values of equal claim leave the name out.
  void add(const std::string& name, const std::string& value, Claim claim) {
    const std::string key = fold(name, language_);
    if (key.empty() || value.empty()) {
      return;
    }
    const auto [it, fresh] = entries_.try_emplace(key, Entry{name, value, claim});
    if (fresh || it->second.value == value) {
      return;
    }
    if (claim < it->second.claim) {
      it->second = Entry{name, value, claim};
    } else if (claim == it->second.claim) {
      it->second.value.clear();
    }
  }

  [[nodiscard]] bool has(const std::string& name) const {
    return entries_.count(fold(name, language_)) != 0;
  }

  /// Rows sorted by name, as bytes.
  [[nodiscard]] std::string rows() const {
    std::set<std::string> lines;
    for (const auto& [key, entry] : entries_) {
      if (!entry.value.empty()) {
        lines.insert(entry.name + '\t' + entry.value + '\n');
      }
    }
    std::string out;
    for (const std::string& line : lines) {
      out += line;
    }
    return out;
  }

 private:
  struct Entry {
    std::string name;
    std::string value;
    Claim claim = Claim::kStandard;
  };
  std::string language_;
  std::map<std::string, Entry> entries_;
};

using Tables = std::map<std::string, std::string>;

std::string version_line() {
  UVersionInfo icu{};
  UVersionInfo cldr{};
  UVersionInfo unicode{};
  UErrorCode status = U_ZERO_ERROR;
  u_getVersion(icu);
  ulocdata_getCLDRVersion(cldr, &status);
  u_getUnicodeVersion(unicode);
  const auto text = [](const UVersionInfo& version) {
    std::array<char, U_MAX_VERSION_STRING_LENGTH> buffer{};
    u_versionToString(version, buffer.data());
    return std::string(buffer.data());
  };
  return "# Generated from ICU " + text(icu) + ", CLDR " + text(cldr) + ", Unicode " +
         text(unicode) + " by parallax_lexicon_generate; not edited by hand.\n";
}

void put(Tables& tables, const Language& language, std::string_view name, std::string_view columns,
         std::string_view rows) {
  std::string& bytes = tables[std::string(language.code) + "/" + std::string(name) + ".gen.tsv"];
  bytes = version_line();
  bytes += "# Unicode CLDR data, under the Unicode License.\n";
  bytes += columns;
  bytes += '\n';
  bytes += rows;
}

// ---- Number words ------------------------------------------------------------------------------

/// One spelled number: its folded words and what they say together.
struct Spelled {
  std::int64_t value = 0;
  std::vector<std::string> words;
};

/// What a word adds to a number, for words that never stand alone ("cents", "thousands").
using Values = std::map<std::string, std::int64_t>;

bool is_cardinal(const icu::UnicodeString& rules) {
  return rules.startsWith(u"%spellout-cardinal") != 0 || rules == u"%spellout-numbering" ||
         rules == u"%spellout-numbering-verbose";
}

/// Agglutinating languages with many cases spell each number as one word in each case: only the
/// basic form is kept (22,000 Finnish words otherwise).
bool is_wanted(const icu::UnicodeString& rules, std::string_view language) {
  return is_cardinal(rules) &&
         (language != "fi" || rules == u"%spellout-cardinal" || rules == u"%spellout-numbering");
}

std::vector<std::int64_t> spelled_values() {
  std::vector<std::int64_t> values;
  for (std::int64_t n = 0; n <= kLargestWhole; ++n) {
    values.push_back(n);
  }
  std::int64_t power = kLargestWhole;
  for (int digits = 3; digits <= 12; ++digits, power *= 10) {
    for (const std::int64_t times : {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20, 21, 50, 100, 101}) {
      values.push_back(power * times);
    }
  }
  return values;
}

std::vector<std::string> split_words(const icu::UnicodeString& text, const Language& language) {
  std::vector<std::string> words;
  std::string word;
  const bool ideographs =
      std::string_view(language.code) == "zh" || std::string_view(language.code) == "ja";
  const auto close = [&] {
    const std::string folded = fold(word, language.code);
    if (!folded.empty()) {
      words.push_back(folded);
    }
    word.clear();
  };
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isUWhiteSpace(c) != 0 || c == '-' || c == 0x2010 || c == 0x2011 || c == ',') {
      close();
      continue;
    }
    icu::UnicodeString(c).toUTF8String(word);
    if (ideographs) {
      close();
    }
  }
  close();
  return words;
}

/// The last part of a scale word in languages that mark the joints with soft hyphens.
void add_joint(std::vector<Spelled>& all, std::int64_t value, const icu::UnicodeString& text,
               const Language& language) {
  const std::int32_t joint = text.lastIndexOf(UChar{0x00AD});
  if (value < kLargestWhole || joint < 0) {
    return;
  }
  icu::UnicodeString apart(text);
  apart.setCharAt(joint, u' ');
  all.push_back({value, split_words(without_marks(apart), language)});
}

std::vector<Spelled> spell_all(const Language& language) {
  std::vector<Spelled> all;
  std::set<std::pair<std::int64_t, std::string>> seen;
  for (const char* name : language.locales) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale(name), status);
    for (std::int32_t i = 0; U_SUCCESS(status) != 0 && i < format.getNumberOfRuleSetNames(); ++i) {
      const icu::UnicodeString rules = format.getRuleSetName(i);
      if (!is_wanted(rules, language.code)) {
        continue;
      }
      for (const std::int64_t value : spelled_values()) {
        icu::UnicodeString text;
        icu::FieldPosition position;
        format.format(value, rules, text, position, status);
        const bool digits = any_code_point(text, [](UChar32 c) { return u_isdigit(c) != 0; });
        if (U_FAILURE(status) != 0 || digits || !seen.emplace(value, to_utf8(text)).second) {
          continue;
        }
        all.push_back({value, split_words(without_marks(text), language)});
        add_joint(all, value, text, language);
      }
    }
  }
  return all;
}

/// What the values of spoken words come to: smaller ones add up, hundreds and scales multiply what
/// stands before them.
std::int64_t spoken(const std::vector<std::int64_t>& values) {
  std::int64_t total = 0;
  std::int64_t group = 0;
  for (const std::int64_t value : values) {
    if (value >= kLargestWhole) {
      const bool larger = total > 0 && group == 0 && value > kLargestWhole;
      total = larger ? total * value : total + std::max<std::int64_t>(group, 1) * value;
      group = 0;
    } else if (value == 100 && group > 0 && group < 10) {
      group *= 100;
    } else if (value == 20 && group % 100 == 4) {
      group += 76;  // quatre-vingts
    } else if (value == 10 && group % 100 > 1 && group % 100 < 10) {
      group += group % 100 * 9;  // ideographs: two ten
    } else {
      group += value;
    }
  }
  return total + group;
}

/// Values that a single word can have; 0 is a connective.
std::vector<std::int64_t> word_values() {
  std::vector<std::int64_t> values{0};
  for (const std::int64_t step : {1, 10, 100}) {
    for (std::int64_t digit = 1; digit <= 9; ++digit) {
      values.push_back(step * digit);
    }
  }
  for (std::int64_t teen = 11; teen < 20; ++teen) {
    values.push_back(teen);
  }
  for (std::int64_t power = kLargestWhole; power <= 1'000'000'000'000; power *= 10) {
    values.push_back(power);
  }
  return values;
}

/// The word of `spelled` whose value is not known yet; empty unless it is exactly one word.
std::string only_unknown(const Spelled& spelled, const Values& known) {
  std::set<std::string> unknown;
  for (const std::string& word : spelled.words) {
    if (known.count(word) == 0) {
      unknown.insert(word);
    }
  }
  return unknown.size() == 1 ? *unknown.begin() : std::string{};
}

using Votes = std::map<std::string, std::map<std::int64_t, int>>;

void vote(const Spelled& spelled, const std::string& unknown, const Values& known, Votes& votes) {
  for (const std::int64_t candidate : word_values()) {
    std::vector<std::int64_t> values;
    for (const std::string& word : spelled.words) {
      values.push_back(word == unknown ? candidate : known.at(word));
    }
    if (spoken(values) == spelled.value) {
      ++votes[unknown][candidate];
    }
  }
}

/// Takes over the value that explains most of the numbers in which a word stands.
void elect(const Votes& votes, Values& known) {
  for (const auto& [word, counts] : votes) {
    const auto best =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    known.emplace(word, best->first);
  }
}

/// Words that stand alone mean what they spell. One that would mean two things is not kept.
Values standalone_words(const std::vector<Spelled>& all) {
  std::map<std::string, std::set<std::int64_t>> meanings;
  for (const Spelled& spelled : all) {
    if (spelled.words.size() == 1) {
      meanings[spelled.words.front()].insert(spelled.value);
    }
  }
  Values known;
  for (const auto& [word, values] : meanings) {
    if (values.size() == 1) {
      known[word] = *values.begin();
    }
  }
  return known;
}

/// "o suta", "egy millio": two unknown words for a power of ten are one and that power.
bool assume_one(const std::vector<Spelled>& all, Values& known) {
  const std::vector<std::int64_t> powers{100, 1'000, 1'000'000, 1'000'000'000, 1'000'000'000'000};
  for (const Spelled& spelled : all) {
    const bool unknown = spelled.words.size() == 2 && known.count(spelled.words[0]) == 0 &&
                         known.count(spelled.words[1]) == 0;
    if (unknown && std::find(powers.begin(), powers.end(), spelled.value) != powers.end()) {
      known[spelled.words[0]] = 1;
      known[spelled.words[1]] = spelled.value;
      return true;
    }
  }
  return false;
}

Values number_words(const std::vector<Spelled>& all) {
  Values known = standalone_words(all);
  for (std::size_t before = 0; before != known.size();) {
    before = known.size();
    Votes votes;
    for (const Spelled& spelled : all) {
      const std::string unknown = only_unknown(spelled, known);
      if (!unknown.empty()) {
        vote(spelled, unknown, known, votes);
      }
    }
    elect(votes, known);
    if (before == known.size() && assume_one(all, known)) {
      before = 0;
    }
  }
  return known;
}

void make_numbers(Tables& tables, const Language& language) {
  const std::vector<Spelled> all = spell_all(language);
  Draft draft(language.code);
  std::set<std::string> zeros;
  for (const Spelled& spelled : all) {
    if (spelled.value == 0 && spelled.words.size() == 1) {
      zeros.insert(spelled.words.front());
    }
  }
  for (const auto& [word, value] : number_words(all)) {
    if ((value != 0 || zeros.count(word) != 0) && has_letter(from_utf8(word))) {
      draft.add(word, std::to_string(value), Claim::kStandard);
    }
  }
  put(tables, language, "number", "word\tvalue", draft.rows());
}

// ---- Months and weekdays -----------------------------------------------------------------------

void add_symbols(Draft& draft, const Language& language, std::span<const icu::UnicodeString> names,
                 const std::vector<int>& values, Claim claim) {
  for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) {
    const int value = values[i];
    if (value != 0 && has_letter(names[i])) {
      draft.add(as_pattern(names[i], language.code), std::to_string(value), claim);
    }
  }
}

void make_calendar(Tables& tables, const Language& language) {
  using Symbols = icu::DateFormatSymbols;
  const std::vector<int> months{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  const std::vector<int> weekdays{0, 7, 1, 2, 3, 4, 5, 6};  // ICU counts from Sunday = 1.
  Draft month(language.code);
  Draft weekday(language.code);
  for (const char* name : language.locales) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale((std::string(name) + "@calendar=gregorian").c_str());
    const Symbols symbols(locale, "gregorian", status);
    if (U_FAILURE(status) != 0) {
      continue;
    }
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
        std::int32_t count = 0;
        const icu::UnicodeString* names = symbols.getMonths(count, context, width);
        add_symbols(month, language, {names, static_cast<std::size_t>(count)}, months,
                    width == Symbols::WIDE ? Claim::kStandard : Claim::kVariant);
      }
      // Abbreviated weekdays are common words ("sat", "sun", "mar"), so only the full names.
      std::int32_t count = 0;
      const icu::UnicodeString* names = symbols.getWeekdays(count, context, Symbols::WIDE);
      add_symbols(weekday, language, {names, static_cast<std::size_t>(count)}, weekdays,
                  Claim::kStandard);
    }
  }
  put(tables, language, "month", "name\tmonth", month.rows());
  put(tables, language, "weekday", "name\tweekday", weekday.rows());
}

// ---- Territories -------------------------------------------------------------------------------

/// ISO 3166-1 codes with the reserved ones that statements speak of (Kosovo, European Union, United
/// Nations).
std::vector<std::string> territory_codes() {
  std::vector<std::string> codes{"EU", "UN", "XK"};
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    codes.emplace_back(*code);
  }
  return codes;
}

/// Territories whose name in parentheses is another name of the whole, not what tells it apart.
bool has_second_name(std::string_view code) {
  return code == "MM" || code == "FK" || code == "CI" || code == "SZ" || code == "TL";
}

/// "Myanmar (Burma)": the parts on their own.
void add_parts(Draft& draft, const Language& language, const icu::UnicodeString& name,
               const std::string& code) {
  std::int32_t open = name.indexOf(u'(');
  std::int32_t close = name.indexOf(u')');
  if (open < 0) {
    open = name.indexOf(UChar{0xFF08});
    close = name.indexOf(UChar{0xFF09});
  }
  if (open <= 0 || close != name.length() - 1) {
    return;
  }
  draft.add(as_pattern(name.tempSubStringBetween(0, open), language.code), code, Claim::kDerived);
  if (has_second_name(code)) {
    draft.add(as_pattern(name.tempSubStringBetween(open + 1, close), language.code), code,
              Claim::kDerived);
  }
}

void make_territories(Tables& tables, const Language& language) {
  Draft draft(language.code);
  Claim claim = Claim::kStandard;
  for (const char* name : language.locales) {
    const icu::Locale locale(name);
    for (const UDisplayContext length : {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT}) {
      UDisplayContext context = length;
      const std::unique_ptr<icu::LocaleDisplayNames> names(
          icu::LocaleDisplayNames::createInstance(locale, &context, 1));
      for (const std::string& code : territory_codes()) {
        icu::UnicodeString text;
        names->regionDisplayName(code.c_str(), text);
        if (text.isBogus() != 0 || text == from_utf8(code)) {
          continue;
        }
        draft.add(as_pattern(text, language.code), code,
                  length == UDISPCTX_LENGTH_FULL ? claim : Claim::kVariant);
        add_parts(draft, language, text, code);
      }
    }
    claim = Claim::kVariant;
  }
  put(tables, language, "territory", "name\tiso2", draft.rows());
}

// ---- Currencies --------------------------------------------------------------------------------

void add_currency(Draft& draft, const Language& language, const icu::UnicodeString& code) {
  const std::string iso = to_utf8(code);
  icu::UnicodeString copy(code);
  const UChar* const zero_terminated = copy.getTerminatedBuffer();
  const auto add = [&](const UChar* text, std::int32_t length, Claim claim) {
    draft.add(as_pattern(icu::UnicodeString(text, length), language.code), iso, claim);
  };
  add(zero_terminated, copy.length(), Claim::kStandard);
  for (const char* locale : language.locales) {
    const bool first = locale == language.locales.front();
    const Claim claim = first ? Claim::kStandard : Claim::kVariant;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    const UChar* text =
        ucurr_getName(zero_terminated, locale, UCURR_LONG_NAME, nullptr, &length, &status);
    add(text, length, claim);
    for (const char* plural : {"zero", "one", "two", "few", "many", "other"}) {
      text = ucurr_getPluralName(zero_terminated, locale, nullptr, plural, &length, &status);
      add(text, length, claim);
    }
    if (!first) {
      continue;  // "$" is another currency in each country.
    }
    for (const UCurrNameStyle style : {UCURR_SYMBOL_NAME, UCURR_NARROW_SYMBOL_NAME}) {
      text = ucurr_getName(zero_terminated, locale, style, nullptr, &length, &status);
      // Symbols of plain letters ("F", "kr", "R") are words.
      if (U_SUCCESS(status) != 0 && !only_letters(icu::UnicodeString(text, length))) {
        add(text, length, style == UCURR_SYMBOL_NAME ? Claim::kVariant : Claim::kDerived);
      }
    }
  }
}

void make_currencies(Tables& tables, const Language& language) {
  Draft draft(language.code);
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration* const codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  std::int32_t length = 0;
  for (const UChar* code = uenum_unext(codes, &length, &status);
       code != nullptr && U_SUCCESS(status) != 0; code = uenum_unext(codes, &length, &status)) {
    add_currency(draft, language, icu::UnicodeString(code, length));
  }
  uenum_close(codes);
  put(tables, language, "currency", "name\tiso4217", draft.rows());
}

// ---- Cities ------------------------------------------------------------------------------------

/// The cities that name time zones. Zones named after a territory ("Jamaica") and stations without
/// inhabitants are no cities.
void make_cities(Tables& tables, const Language& language) {
  Draft territories(language.code);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(language.code);
  const std::unique_ptr<icu::LocaleDisplayNames> display(
      icu::LocaleDisplayNames::createInstance(locale));
  for (const std::string& code : territory_codes()) {
    icu::UnicodeString text;
    territories.add(as_pattern(display->regionDisplayName(code.c_str(), text), language.code), code,
                    Claim::kStandard);
  }
  const std::unique_ptr<icu::TimeZoneNames> names(
      icu::TimeZoneNames::createInstance(locale, status));
  const std::unique_ptr<icu::TimeZoneNames> english(
      icu::TimeZoneNames::createInstance(icu::Locale::getEnglish(), status));
  const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  Draft draft(language.code);
  for (const icu::UnicodeString* zone = zones->snext(status); zone != nullptr;
       zone = zones->snext(status)) {
    std::array<char, 8> region{};
    icu::TimeZone::getRegion(*zone, region.data(), static_cast<std::int32_t>(region.size()),
                             status);
    icu::UnicodeString name;
    icu::UnicodeString id;
    names->getExemplarLocationName(*zone, name);
    english->getExemplarLocationName(*zone, id);
    const std::string pattern = as_pattern(name, language.code);
    const bool station = std::string_view(region.data()) == "AQ";
    if (name.isBogus() != 0 || station || name.indexOf(u',') >= 0 || territories.has(pattern)) {
      continue;
    }
    draft.add(pattern, std::string(region.data()) + '\t' + to_utf8(id), Claim::kStandard);
  }
  put(tables, language, "city", "name\tiso2\tcity", draft.rows());
}

// ---- Relative days -----------------------------------------------------------------------------

void make_relative_days(Tables& tables, const Language& language) {
  constexpr std::array<std::pair<UDateDirection, int>, 5> kDays{{{UDAT_DIRECTION_LAST_2, -2},
                                                                 {UDAT_DIRECTION_LAST, -1},
                                                                 {UDAT_DIRECTION_THIS, 0},
                                                                 {UDAT_DIRECTION_NEXT, 1},
                                                                 {UDAT_DIRECTION_NEXT_2, 2}}};
  Draft draft(language.code);
  for (const char* name : language.locales) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RelativeDateTimeFormatter format(icu::Locale(name), status);
    for (const auto& [direction, offset] : kDays) {
      status = U_ZERO_ERROR;
      icu::UnicodeString text;
      format.format(direction, UDAT_ABSOLUTE_DAY, text, status);
      if (U_SUCCESS(status) != 0) {
        draft.add(as_pattern(text, language.code), std::to_string(offset), Claim::kStandard);
      }
    }
  }
  put(tables, language, "relative_day", "name\toffset", draft.rows());
}

// ---- Files -------------------------------------------------------------------------------------

Tables all_tables() {
  Tables tables;
  for (const Language& language : languages()) {
    make_numbers(tables, language);
    make_calendar(tables, language);
    make_territories(tables, language);
    if (language.all_tables) {
      make_currencies(tables, language);
      make_cities(tables, language);
      make_relative_days(tables, language);
    }
  }
  return tables;
}

int fail(const std::string& message) {
  (void)std::fprintf(stderr, "parallax_lexicon_generate: %s\n", message.c_str());
  return kExitUsage;
}

int write_all(const std::string& directory) {
  std::size_t bytes = 0;
  const Tables tables = all_tables();
  for (const auto& [name, text] : tables) {
    const std::filesystem::path path = std::filesystem::path(directory) / name;
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (const Status written = write_file_atomically(path.string(), text); !written) {
      return fail(written.error().to_string());
    }
    bytes += text.size();
  }
  std::printf("%zu tables, %zu bytes\n", tables.size(), bytes);
  return kExitDone;
}

int check_all(const std::string& directory) {
  std::size_t different = 0;
  const Tables tables = all_tables();
  for (const auto& [name, text] : tables) {
    const std::string path = (std::filesystem::path(directory) / name).string();
    const Result<std::string> committed = read_file(path, kMaxTableBytes);
    if (!committed) {
      return fail(committed.error().to_string());
    }
    const std::string line = version_line();
    if (!committed.value().starts_with(line)) {
      std::printf(
          "%s was made by another ICU than the installed one: not compared\n%s%s", path.c_str(),
          committed.value().substr(0, committed.value().find('\n') + 1).c_str(), line.c_str());
      return kExitOtherIcu;
    }
    if (committed.value() != text) {
      std::printf("%s differs from what is generated now\n", path.c_str());
      ++different;
    }
  }
  std::printf("%zu of %zu tables differ\n", different, tables.size());
  return different == 0 ? kExitDone : kExitDiffers;
}

}  // namespace
}  // namespace parallax

/// Usage: parallax_lexicon_generate [--check] models/lexicon
int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() == 1 && arguments[0] != "--check") {
    return parallax::write_all(arguments[0]);
  }
  if (arguments.size() == 2 && arguments[0] == "--check") {
    return parallax::check_all(arguments[1]);
  }
  return parallax::fail("usage: parallax_lexicon_generate [--check] DIRECTORY");
}
