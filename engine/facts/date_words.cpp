#include "engine/facts/date_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace parallax {
namespace {

/// "first" -> 1 ... "twentieth" -> 20; 0 if the word is none.
int century_word(std::string_view word) {
  static constexpr std::array<std::string_view, 20> kOrdinals = {
      "first",     "second",      "third",      "fourth",     "fifth",
      "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
      "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
      "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  const auto it = std::find(kOrdinals.begin(), kOrdinals.end(), word);
  return it == kOrdinals.end() ? 0 : static_cast<int>(it - kOrdinals.begin()) + 1;
}

/// "1492": four digits of ASCII; 0 if it is none.
int four_digits(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  if (text.size() != kDigits || text.find_first_not_of("0123456789") != std::string_view::npos) {
    return 0;
  }
  int value = 0;
  for (const char digit : text) {
    value = value * 10 + (digit - '0');
  }
  return value;
}

/// What may stand behind a year, but not behind the count of a noun: "in 1492 under", "in 1492,".
bool nothing_counted(const ClaimContext& c, std::size_t i) {
  return i >= c.size() || c.punctuation(i) || c.word(i).stop ||
         c.is_any(i, {"under", "during", "according"});
}

}  // namespace

std::optional<DateUse> use_of_phrase(const ClaimContext& c, std::size_t at) {
  if (c.lexicon.language != "en" || at == 0) {
    return std::nullopt;
  }
  if (c.is(at, "from") && c.is_any(at - 1, {"date", "dates", "dated", "dating", "originates",
                                            "originated", "stems", "stemmed"})) {
    return DateUse::kOn;
  }
  if (c.is_any(at, {"to", "until", "till"}) && c.is(at - 1, "up")) {
    return DateUse::kUntil;
  }
  const std::size_t verb = c.is_any(at - 1, {"only", "on", "just"}) && at > 1 ? at - 2 : at - 1;
  if (c.is(at, "to") && c.is_any(verb, {"run", "runs", "ran", "running", "last", "lasts", "lasted",
                                        "lasting", "valid", "extend", "extends", "extending"})) {
    return DateUse::kUntil;
  }
  return std::nullopt;
}

std::optional<FarYears> read_far_years(const ClaimContext& c, std::size_t i) {
  constexpr int kFirst = 1000;
  constexpr int kModern = 1800;
  constexpr int kCentury = 100;
  if (c.lexicon.language != "en" || i == 0) {
    return std::nullopt;
  }
  const std::size_t noun = c.is(i + 1, "-") ? i + 2 : i + 1;
  const int century = century_word(c.folded(i));
  if (century != 0 && c.is_any(noun, {"century", "centuries"})) {
    return FarYears{(century - 1) * kCentury + 1, kCentury, noun + 1 - i};
  }
  const int year = four_digits(c.folded(i));
  const bool led =
      c.is_any(i - 1, {"in", "since", "before", "after", "until", "by", "from", "around", "circa"});
  return year >= kFirst && year < kModern && led && nothing_counted(c, i + 1)
             ? std::optional(FarYears{year, 0, 1})
             : std::nullopt;
}

namespace {

/// A day of the year by its two or three words.
struct NamedDay {
  std::string_view first, second, third;  ///< `third` may be empty.
  int month, day;
};

constexpr NamedDay kNamedDays[] = {
    {"christmas", "eve", "", 12, 24},   {"christmas", "day", "", 12, 25},
    {"new", "year's", "eve", 12, 31},   {"new", "year's", "day", 1, 1},
    {"boxing", "day", "", 12, 26},      {"armistice", "day", "", 11, 11},
    {"all", "saints", "day", 11, 1},    {"all", "saints'", "day", 11, 1},
    {"midsummer", "eve", "", 6, 23},    {"bastille", "day", "", 7, 14},
    {"st", "stephen's", "day", 12, 26}, {"saint", "stephen's", "day", 12, 26},
    {"candlemas", "day", "", 2, 2},     {"valentine's", "day", "", 2, 14},
    {"assumption", "day", "", 8, 15},   {"anzac", "day", "", 4, 25},
};

}  // namespace

std::optional<FeastDay> read_feast_day(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en" || c.tokens[i].shape != Shape::kCapitalised) {
    return std::nullopt;
  }
  for (const NamedDay& named : kNamedDays) {
    const bool rest = named.third.empty() || c.is(i + 2, named.third);
    if (c.is(i, named.first) && c.is(i + 1, named.second) && rest) {
      return FeastDay{named.month, named.day, 0, named.third.empty() ? 2U : 3U};
    }
  }
  // "at Christmas": the days around it; not "the Christmas truce"
  const bool alone =
      i > 0 && c.is_any(i - 1, {"at", "on", "before", "after", "by", "until", "since"});
  return alone && c.is(i, "christmas") ? std::optional(FeastDay{12, 23, 5, 1}) : std::nullopt;
}

}  // namespace parallax
