#include "engine/facts/other_events.hpp"

#include <cmath>

namespace parallax {
namespace {

/// "Is open to traffic again": what is as it was before, no further event. English.
bool restored(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kReach = 5;
  if (c.lexicon.language != "en" || !c.is(i, "again")) {
    return false;
  }
  for (std::size_t k = i; k-- > 0 && i - k <= kReach && !c.punctuation(k);) {
    if (c.is_any(k,
                 {"open",        "free",     "safe",    "available",   "accessible", "clean",
                  "passable",    "clear",    "whole",   "working",     "running",    "navigable",
                  "operational", "usable",   "flowing", "functioning", "drinkable",  "potable",
                  "normal",      "together", "home",    "fit",         "drinkable",  "active",
                  "online",      "full",     "on",      "up",          "possible",   "allowed"}) ||
        c.is_any(k, {"must", "may", "shall", "should", "mandatory", "compulsory", "obligatory",
                     "required", "obliged", "permitted", "entitled", "voluntary", "optional",
                     "banned", "forbidden", "prohibited", "legal", "lawful"})) {
      return true;
    }
  }
  return false;
}

/// "Than a year ago", "a further fall", "rose again": what it is compared with, or that it goes on.
/// English.
bool of_comparison(const ClaimContext& c, std::size_t i, std::size_t length) {
  if (c.lexicon.language != "en") {
    return false;
  }
  std::size_t covered = 0;
  const auto moves = [&](std::size_t k) {
    const auto* row = k < c.size() ? c.look_up(c.lexicon.direction, k, covered) : nullptr;
    return row != nullptr && row->front().find("amount") != std::string::npos;
  };
  const bool compared =
      i > 0 && (c.is_any(i - 1, {"than", "from", "on", "over", "against"}) ||
                (c.is_any(i - 1, {"with", "to"}) && i > 1 && c.is(i - 2, "compared")));
  if (compared && c.is_any(i, {"a", "the", "last"})) {
    return true;
  }
  if (c.is_any(i + length - 1, {"further", "another", "again"})) {
    return moves(i + length) || (i > 0 && moves(i - 1)) || (i > 1 && moves(i - 2));
  }
  return c.is_any(i, {"in", "by"}) && c.is(i + 1, "comparison");
}

/// "Under another name": of one person.
bool other_name(const ClaimContext& c, std::size_t i) {
  return c.is(i, "another") && c.is_any(i + 1, {"name", "identity", "surname", "passport", "flag",
                                                "alias", "title", "pseudonym"});
}

/// "By another 30 days", "ran into another near the ford", "one after another": more of the same,
/// or the other one of two. English.
bool one_more(const ClaimContext& c, std::size_t i) {
  const bool last =
      c.is(i, "last") && c.is_any(i + 1, {"year's", "year\xe2\x80\x99s"}) &&
      c.is_any(i + 2, {"budget", "deficit", "harvest", "output", "turnover", "figures", "surplus",
                       "profit", "losses", "loss", "growth", "inflation", "accounts", "balance",
                       "revenue", "exports", "imports"});
  if (c.lexicon.language == "en" && last) {
    return true;  // "last year's deficit"
  }
  if (c.lexicon.language != "en" || !c.is(i, "another")) {
    return false;
  }
  std::size_t length = 0;
  const bool number = i + 1 < c.size() && !std::isnan(read_number(c, i + 1, length));
  const bool counted =
      number && c.is_any(i + 1 + length, {"day", "days", "week", "weeks", "month", "months", "year",
                                          "years", "hour", "hours", "minutes", "fortnight"});
  const bool each = i > 0 && c.is(i - 1, "one");  // "agree with one another"
  const bool alone = each || i + 1 >= c.size() || c.punctuation(i + 1) ||
                     c.is_any(i + 1, {"near", "in", "at", "on", "off", "outside", "to", "and",
                                      "with", "from", "by", "of", "under", "over", "inside"});
  const bool time = c.is_any(i + 1, {"day", "week", "fortnight", "month", "quarter", "year", "hour",
                                     "half", "decade", "couple", "few", "dozen", "hundred"});
  return counted || alone || time;
}

}  // namespace

bool names_other(const ClaimContext& c, std::size_t i, std::size_t length) {
  return !restored(c, i) && !of_comparison(c, i, length) && !other_name(c, i) && !one_more(c, i);
}

}  // namespace parallax
