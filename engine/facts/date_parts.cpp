/// Parts of months and years, and years that name a text: "the end of December", "mid-2024", "the
/// 2009 agreement". English.

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "engine/facts/date_words.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Texts that go by the year they were made in.
constexpr WordList kTexts = {
    "agreement",  "agreements",   "treaty",     "treaties",    "convention",  "accord",
    "accords",    "pact",         "protocol",   "memorandum",  "law",         "act",
    "statute",    "decree",       "ordinance",  "regulation",  "regulations", "directive",
    "resolution", "constitution", "charter",    "declaration", "deal",        "code",
    "contract",   "covenant",     "communique", "bill",        "edict",       "concession",
    "settlement", "judgment",     "judgement",  "ruling",      "compact",     "rules",
    "guidelines", "undertaking",  "compromise"};

/// Events and reports that come back year by year.
constexpr WordList kEvents = {
    "referendum", "referendums",  "election", "elections", "vote",     "ballot",     "poll",
    "polls",      "census",       "survey",   "season",    "harvest",  "budget",     "report",
    "yearbook",   "championship", "games",    "cup",       "summit",   "festival",   "campaign",
    "conference", "war",          "crisis",   "coup",      "uprising", "earthquake", "flood",
    "floods",     "accounts",     "plan",     "programme", "program",  "strategy",   "figures",
    "intake",     "edition",      "attack",   "attacks",   "drought",  "revolution", "quake"};

/// First and last day (of a month) or month (of a year) of a part, from 1.
struct Part {
  int first = 0, last = 0;
};

struct NamedPart {
  std::string_view name;
  Part of_month, of_year;
};

constexpr auto kParts = std::to_array<NamedPart>({{"early", {1, 12}, {1, 4}},
                                                  {"beginning", {1, 10}, {1, 2}},
                                                  {"start", {1, 10}, {1, 2}},
                                                  {"outset", {1, 10}, {1, 2}},
                                                  {"mid", {8, 22}, {4, 9}},
                                                  {"middle", {8, 22}, {4, 9}},
                                                  {"late", {18, 31}, {8, 12}},
                                                  {"end", {20, 31}, {11, 12}},
                                                  {"close", {20, 31}, {11, 12}}});

const NamedPart* part_named(std::string_view word) {
  const auto it = std::find_if(kParts.begin(), kParts.end(),
                               [&](const NamedPart& part) { return part.name == word; });
  return it == kParts.end() ? nullptr : &*it;
}

/// A part and the token that it begins at.
struct PartAhead {
  const NamedPart* part = nullptr;
  std::size_t first = 0;
};

/// "Early", "mid-", "late" right in front; "the end of", "the start of" with "of".
PartAhead part_ahead(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en" || i < 1) {
    return {};
  }
  if (c.is_any(i - 1, {"early", "late", "mid"})) {
    return {part_named(c.folded(i - 1)), i - 1};
  }
  if (i > 1 && c.is(i - 1, "-") && c.is(i - 2, "mid")) {
    return {part_named("mid"), i - 2};
  }
  return i > 1 && c.is(i - 1, "of") ? PartAhead{part_named(c.folded(i - 2)), i - 2} : PartAhead{};
}

/// "The first week of", "the last days of", "the second half of" a month.
std::optional<Part> counted_part(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en" || i < 3 || !c.is(i - 1, "of")) {
    return std::nullopt;
  }
  constexpr int kWeek = 7;
  constexpr int kLastDay = 31;
  static constexpr std::array<std::string_view, 4> kOrdinals = {"first", "second", "third",
                                                                "fourth"};
  const auto it = std::find(kOrdinals.begin(), kOrdinals.end(), c.folded(i - 3));
  const int number = static_cast<int>(it - kOrdinals.begin());
  const bool last = c.is_any(i - 3, {"last", "final", "closing"});
  if (c.is(i - 2, "week") && it != kOrdinals.end()) {
    return Part{std::max(1, number * kWeek - 1), number * kWeek + kWeek + 3};
  }
  if (c.is(i - 2, "half") && number < 2) {
    return number == 0 ? Part{1, 15} : Part{15, kLastDay};
  }
  if (c.is_any(i - 2, {"week", "days"}) && last) {
    return Part{22, kLastDay};
  }
  return c.is(i - 2, "days") && number == 0 ? std::optional(Part{1, 10}) : std::nullopt;
}

int days_of_month(int month) {
  constexpr int kFebruary = 2;
  constexpr int kShort = 30;
  return month == kFebruary                                      ? kShort - 1
         : month == 4 || month == 6 || month == 9 || month == 11 ? kShort
                                                                 : kShort + 1;
}

}  // namespace

std::optional<MonthsOfYear> read_months_of_year(const ClaimContext& c, std::size_t i) {
  constexpr int kYear = 12;
  const bool first = c.is(i, "first");
  if (c.lexicon.language != "en" || !(first || c.is_any(i, {"last", "final", "second"})) ||
      i + 2 >= c.size() || !c.is(i + 2, "months")) {
    return std::nullopt;
  }
  std::size_t length = 0;
  const double number = read_number(c, i + 1, length);
  if (!(number >= 2 && number < kYear) || length != 1) {
    return std::nullopt;
  }
  const int months = static_cast<int>(number);
  const bool of_year =
      c.is(i + 3, "of") && c.is_any(i + 4, {"the", "this", "last", "that"}) && c.is(i + 5, "year");
  const bool given =
      c.is(i + 3, "of") && i + 4 < c.size() && c.tokens[i + 4].kind == TokenKind::kNumber;
  if (!(of_year || given || (first && (months == 3 || months == 6 || months == 9)))) {
    return std::nullopt;
  }
  return MonthsOfYear{first ? 1 : kYear + 1 - months, months, 3};
}

bool year_of_thing(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 4;
  const bool led = i > 0 && c.is_any(i - 1, {"the", "a", "its", "their", "his", "her", "this"});
  if (c.lexicon.language != "en" || !led) {
    return false;
  }
  for (std::size_t at = i + 1; at < std::min(c.size(), i + 1 + kReach); ++at) {
    const std::string_view word = c.folded(at);
    if (kTexts.contains(word) || kEvents.contains(word)) {
      return true;
    }
    if (c.tokens[at].kind != TokenKind::kWord || c.word(at).stop) {
      return false;
    }
  }
  return false;
}

bool text_of_year(const ClaimContext& c, std::size_t i) {
  return c.lexicon.language == "en" && i > 1 && c.is_any(i - 1, {"of", "from"}) &&
         kTexts.contains(c.folded(i - 2));
}

bool part_of_year_ahead(const ClaimContext& c, std::size_t i) {
  return part_ahead(c, i).part != nullptr;
}

bool narrow_to_part(const ClaimContext& c, DateMention& mention) {
  DateValue& d = mention.value;
  const bool month = d.month != 0 && d.day == 0 && d.months == 0;
  const bool year = d.year != 0 && d.month == 0 && d.years == 0;
  if (!(month || year) || d.minute_from >= 0 || mention.use == DateUse::kNamePart) {
    return false;
  }
  const std::size_t i = mention.first_token;
  const auto counted = month ? counted_part(c, i) : std::nullopt;
  const auto [named, named_first] = part_ahead(c, i);
  if (!counted && named == nullptr) {
    return false;
  }
  const Part part = counted ? *counted : month ? named->of_month : named->of_year;
  if (!counted) {
    const std::size_t the = named_first > 0 && c.is(named_first - 1, "the") ? 1 : 0;
    mention.first_token = static_cast<std::uint32_t>(named_first - the);
  }
  if (month) {
    d.day = part.first;
    d.days = std::min(part.last, days_of_month(d.month)) - part.first + 1;
  } else {
    d.month = part.first;
    d.months = part.last - part.first + 1;
  }
  return true;
}

bool joins_periods(const ClaimContext& c, std::size_t first, std::size_t joint, std::size_t next) {
  const bool english = c.lexicon.language == "en";
  if (next != joint + 1) {
    return false;
  }
  const bool between = english && c.is(joint, "and") && first > 0 && c.is(first - 1, "between");
  return between || c.has(joint, FunctionClass::kRangeJoint) ||
         c.is_any(joint, {"to", "-", "\xe2\x80\x93", "until", "through"});
}

}  // namespace parallax
