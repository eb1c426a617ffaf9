#include "engine/compare/tallies.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace parallax {
namespace {

constexpr auto kSmall = std::to_array<std::string_view>(
    {"nil",      "one",     "two",     "three",     "four",     "five",    "six",
     "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
     "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"});
constexpr auto kTens = std::to_array<std::string_view>(
    {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"});

double word_value(std::string_view word) {
  constexpr double kTen = 10.0;
  const auto small = std::find(kSmall.begin(), kSmall.end(), word);
  if (small != kSmall.end()) {
    return static_cast<double>(small - kSmall.begin());
  }
  const auto tens = std::find(kTens.begin(), kTens.end(), word);
  return tens == kTens.end() ? -1.0 : (static_cast<double>(tens - kTens.begin()) + 2.0) * kTen;
}

double digits_of(std::string_view word) {
  int value = -1;
  const auto [end, status] = std::from_chars(word.data(), word.data() + word.size(), value);
  return status == std::errc{} && end == word.data() + word.size() ? value : -1.0;
}

/// "Twenty-three" in one token.
double joined_value(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos) {
    return -1.0;
  }
  const double tens = word_value(word.substr(0, hyphen));
  const double ones = word_value(word.substr(hyphen + 1));
  return tens >= 20.0 && ones > 0.0 && ones < 10.0 ? tens + ones : -1.0;
}

/// Who votes, and what they cast.
bool voters(const ClaimWords& c, std::uint32_t i) {
  return c.is(i, {"vote",        "votes",       "judges",    "justices",    "members",
                  "deputies",    "ballots",     "voices",    "senators",    "mps",
                  "councillors", "delegates",   "states",    "delegations", "jurors",
                  "lawmakers",   "legislators", "ministers", "aldermen",    "commissioners"});
}

/// Something in the claim is put to the vote.
bool of_vote(const ClaimWords& c) {
  return c.find(c.begin(),
                {"votes",     "vote",      "voted",      "voting",   "dissent",    "dissenting",
                 "dissented", "favour",    "favor",      "majority", "ballots",    "unanimously",
                 "unanimous", "adopted",   "approved",   "carried",  "ratified",   "passed",
                 "rejected",  "upheld",    "endorsed",   "annulled", "overturned", "quashed",
                 "opposed",   "abstained", "abstaining", "defeated"}) < c.end();
}

bool ends_figure(const ClaimWords& c, std::uint32_t i) {
  return c.is(i, {",", ";", "and", "to", "with", "while"});
}

/// "For", "in favour", "in support" behind a figure: 1; "against", "dissenting": -1; else 0.
int side_behind(const ClaimWords& c, std::uint32_t i) {
  constexpr std::uint32_t kReach = 14;
  const std::uint32_t end = std::min(c.end(), i + kReach);
  for (std::uint32_t at = i; at < end && !ends_figure(c, at); ++at) {
    if (c.is(at, {"favour", "favor", "ayes", "yes"}) ||
        (c.is(at, {"support"}) && c.is(at - 1, {"in"})) ||
        (c.is(at, {"for"}) &&
         (at == i || voters(c, at - 1) || c.is(at - 1, {"voting", "voted"})))) {
      return 1;
    }
    if (c.is(at, {"against", "dissent", "dissented", "dissenting", "opposed", "noes", "nays"})) {
      return -1;
    }
  }
  return 0;
}

/// "By", "by a vote of", "by a majority of", "with" in front of a figure.
bool led_by(const ClaimWords& c, std::uint32_t i) {
  return c.is(i - 1, {"by", "with"}) ||
         (c.is(i - 1, {"of"}) && c.is(i - 2, {"vote", "majority", "margin", "count"})) ||
         (c.is(i - 1, {"was", "were"}) && c.is(i - 2, {"vote", "count"}));
}

void set_once(double& place, double value) {
  place = place < 0.0 ? value : place;
}

/// "Seven votes to two", "by 9 to 6", "by 9-6". Tokens up to the end of it, 0 if it is none.
std::uint32_t read_against(const ClaimWords& c, std::uint32_t i, std::uint32_t next, Tally& tally) {
  const bool named = voters(c, next);
  const std::uint32_t joint = named ? next + 1 : next;
  if (!(named || led_by(c, i)) || !c.is(joint, {"to", "against", "-", "\xe2\x80\x93"})) {
    return 0;
  }
  std::uint32_t behind = 0;
  const double other = whole_at(c, joint + 1, behind);
  if (other < 0.0 || c.is(behind, {"%", "per", "percent", "euros", "goals", "points"})) {
    return 0;
  }
  std::uint32_t unused = 0;
  set_once(tally.first, whole_at(c, i, unused));
  set_once(tally.second, other);
  return behind;
}

}  // namespace

double whole_at(const ClaimWords& c, std::uint32_t i, std::uint32_t& next) {
  const std::string_view word = c.at(i);
  next = i + 1;
  if (word.empty()) {
    return -1.0;
  }
  if (word[0] >= '0' && word[0] <= '9') {
    return digits_of(word);
  }
  if (const double joined = joined_value(word); joined > 0.0) {
    return joined;
  }
  const double value = word_value(word);
  if (value >= 20.0 && c.is(i + 1, {"-"})) {
    const double ones = word_value(c.at(i + 2));
    if (ones > 0.0 && ones < 10.0) {
      next = i + 3;
      return value + ones;
    }
  }
  return value;
}

Tally votes_of(const ClaimWords& c) {
  Tally tally;
  if (!of_vote(c)) {
    return tally;
  }
  for (std::uint32_t i = c.begin(); i < c.end();) {
    std::uint32_t next = i + 1;
    const double value = whole_at(c, i, next);
    if (value < 0.0 || c.is(i - 1, {"the", "article", "section", "resolution", "of"})) {
      ++i;
      continue;
    }
    const bool had = tally.given();
    const std::uint32_t pair = read_against(c, i, next, tally);
    const int side = pair == 0 ? side_behind(c, next) : 0;
    const bool cast = pair == 0 && c.is(i - 1, {"by", "with"}) && c.is(next, {"votes"});
    if (side < 0) {
      set_once(tally.second, value);
    } else if (side > 0 || cast) {
      set_once(tally.first, value);
    }
    if (!had && tally.given()) {
      tally.first_token = i;
    }
    next = std::max(next, pair);
    tally.last_token = tally.given() ? next - 1 : 0;
    i = next;
  }
  return tally;
}

Tally score_of(const ClaimWords& c) {
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    std::uint32_t next = 0;
    const double first = whole_at(c, i, next);
    const bool goals = c.is(next, {"goals", "goal"});
    const std::uint32_t joint = goals ? next + 1 : next;
    const bool tied = goals ? c.is(joint, {"to"}) : c.is(joint, {"-", "\xe2\x80\x93", ":"});
    if (first < 0.0 || !tied) {
      continue;
    }
    std::uint32_t behind = 0;
    const double second = whole_at(c, joint + 1, behind);
    constexpr double kMost = 20.0;  // "1914-18" is no score
    const bool of_match = c.find(c.begin(), {"match", "final", "goals", "semi-final", "friendly",
                                             "qualifier", "derby", "replay", "tie"}) < c.end();
    if (second >= 0.0 && first < kMost && second < kMost && of_match) {
      return {std::max(first, second), std::min(first, second), i, behind - 1, goals};
    }
  }
  return {};
}

namespace {

double ordinal_at(const ClaimWords& c, std::uint32_t i) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"first",     "second",      "third",      "fourth",     "fifth",
       "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
       "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
       "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"});
  const std::string_view word = c.at(i);
  const auto it = std::find(kWords.begin(), kWords.end(), word);
  if (it != kWords.end()) {
    return static_cast<double>(it - kWords.begin()) + 1.0;
  }
  const bool digits = word.size() > 2 && word[0] >= '1' && word[0] <= '9' &&
                      (word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd") ||
                       word.ends_with("th"));
  return digits ? digits_of(word.substr(0, word.size() - 2)) : -1.0;
}

bool ends_phrase(const ClaimWords& c, std::uint32_t i) {
  return i >= c.end() || c.is(i, {"in", "among", "out", "on", "of", "behind", "ahead", "overall",
                                  ",", ".", ";", "for", "after", "this", "last", "with", "and"});
}

}  // namespace

Tally placing_of(const ClaimWords& c) {
  Tally found;
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    const double place = ordinal_at(c, i);
    if (place < 1.0) {
      continue;
    }
    const bool ranked =
        c.is(i - 1, {"ranks", "ranked", "rank", "ranking", "came", "finished", "placed"}) &&
        ends_phrase(c, i + 1);
    const bool named = c.is(i + 1, {"place", "position", "rank"}) &&
                       c.is(i - 1, {"in", "to", "took", "takes", "occupies", "occupied", "holds",
                                    "held", "the", "from", "at"});
    if (!ranked && !named) {
      continue;
    }
    if (found.given()) {
      return {};  // "from third place to fifth place"
    }
    found = {place, -1.0, i, named ? i + 1 : i, true};
  }
  return found;
}

}  // namespace parallax
