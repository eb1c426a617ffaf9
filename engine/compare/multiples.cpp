/// By how much something was multiplied: "doubled", "was cut by a tenth", "rose by 20 per cent".

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/compare/tallies.hpp"

namespace parallax {
namespace {

/// A word and what it multiplies by.
struct Multiple {
  std::string_view word;
  double factor;
};

constexpr auto kVerbs = std::to_array<Multiple>({
    {"doubled", 2.0},    {"doubles", 2.0},   {"doubling", 2.0},   {"double", 2.0},
    {"twofold", 2.0},    {"tripled", 3.0},   {"trebled", 3.0},    {"tripling", 3.0},
    {"trebling", 3.0},   {"threefold", 3.0}, {"quadrupled", 4.0}, {"quadrupling", 4.0},
    {"fourfold", 4.0},   {"fivefold", 5.0},  {"sixfold", 6.0},    {"tenfold", 10.0},
    {"quintupled", 5.0}, {"halved", 0.5},    {"halving", 0.5},    {"halves", 0.5},
});

constexpr auto kParts = std::to_array<Multiple>({
    {"half", 0.5},
    {"third", 1.0 / 3.0},
    {"quarter", 0.25},
    {"fifth", 0.2},
    {"sixth", 1.0 / 6.0},
    {"eighth", 0.125},
    {"tenth", 0.1},
});

template <typename List>
double value_in(const List& list, std::string_view word) {
  const auto it =
      std::find_if(list.begin(), list.end(), [&](const Multiple& row) { return row.word == word; });
  return it == list.end() ? -1.0 : it->factor;
}

/// 1 for a word of rising, -1 for one of falling, within a few words in front of `i`.
int way_before(const ClaimWords& c, std::uint32_t i) {
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t at = i; at > c.begin() && i - at < kReach;) {
    --at;
    if (c.is(at, {"rose", "risen",     "rise",     "rises",   "grew",     "grown",    "growth",
                  "grow", "increased", "increase", "climbed", "jumped",   "surged",   "raised",
                  "up",   "gained",    "swelled",  "swollen", "expanded", "advanced", "higher"})) {
      return 1;
    }
    if (c.is(at, {"fell",       "fallen",  "fall",      "falls",    "dropped", "drop",
                  "declined",   "decline", "decreased", "decrease", "cut",     "reduced",
                  "reduction",  "shrank",  "shrunk",    "down",     "lowered", "slashed",
                  "contracted", "slumped", "plunged",   "dwindled", "lower"})) {
      return -1;
    }
  }
  return 0;
}

/// "By a tenth", "by half", "by 20 per cent" at the figure's first token; the share, -1 if none.
double share_at(const ClaimWords& c, std::uint32_t i, std::uint32_t& last, bool& worded) {
  constexpr double kHundred = 100.0;
  const std::uint32_t at = c.is(i, {"a", "one"}) && value_in(kParts, c.at(i + 1)) > 0 ? i + 1 : i;
  const double part = value_in(kParts, c.at(at));
  if (part > 0.0 && c.is(i - 1, {"by", "of", "in"})) {
    last = at;
    worded = true;
    return part;
  }
  const auto& list = c.claim.quantities;
  const auto q = std::find_if(list.begin(), list.end(), [&](const Quantity& each) {
    return each.first_token == i && each.unit == "%" && each.kind == QuantityKind::kExact;
  });
  if (q == list.end()) {
    return -1.0;
  }
  last = q->last_token;
  worded = false;
  return q->value.low / kHundred;
}

/// "Limit", "average": what something is a multiple of.
bool level(const ClaimWords& c, std::uint32_t i) {
  return c.is(i, {"limit", "level", "levels", "maximum", "average", "norm", "ceiling", "threshold",
                  "number", "amount", "rate", "price", "quota", "capacity", "standard", "value"});
}

/// "20 per cent above the limit", "30 per cent more than".
int way_behind(const ClaimWords& c, std::uint32_t i) {
  if (c.is(i, {"above", "over"}) ||
      (c.is(i, {"more", "higher", "larger", "greater"}) && c.is(i + 1, {"than"}))) {
    return 1;
  }
  return c.is(i, {"below", "under"}) ||
                 (c.is(i, {"less", "fewer", "lower", "smaller"}) && c.is(i + 1, {"than"}))
             ? -1
             : 0;
}

/// "Twice as many", "three times as much".
double times_at(const ClaimWords& c, std::uint32_t i, std::uint32_t& last) {
  const bool twice = c.is(i, {"twice"}) && c.is(i + 1, {"as"});
  if (twice) {
    last = i + 1;
    return 2.0;
  }
  std::uint32_t next = 0;
  const double count = whole_at(c, i, next);
  // "three times the permitted level", "twice the limit"
  const std::uint32_t behind = c.is(i, {"twice", "double"}) ? i + 1 : next + 1;
  const bool limit = c.is(behind, {"the"}) &&
                     (level(c, behind + 1) || (level(c, behind + 2) && !c.is(behind + 1, {"of"})));
  if (limit && (behind == i + 1 || (count > 1.0 && c.is(next, {"times"})))) {
    last = behind - 1;
    return behind == i + 1 ? 2.0 : count;
  }
  if (count > 1.0 && c.is(next, {"times"}) && c.is(next + 1, {"as"}) &&
      c.is(next + 2, {"many", "much", "high", "large"})) {
    last = next + 1;
    return count;
  }
  return -1.0;
}

/// What the words at `i` multiply by; below 0 if nothing. `last` gets their end.
double factor_at(const ClaimWords& c, std::uint32_t i, std::uint32_t& last, bool& worded) {
  worded = true;
  const double verb = c.is(i - 1, {"a", "the"}) ? -1.0 : value_in(kVerbs, c.at(i));
  if (verb > 0.0) {
    return verb;  // not "a double murder"
  }
  if (const double times = times_at(c, i, last); times > 0.0) {
    return times;
  }
  const double share = share_at(c, i, last, worded);
  if (share <= 0.0) {
    return -1.0;
  }
  const int behind = way_behind(c, last + 1);
  const int way = behind != 0 ? behind : way_before(c, i);
  return way == 0 ? -1.0 : 1.0 + way * share;
}

}  // namespace

Tally growth_of(const ClaimWords& c) {
  Tally found;
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    std::uint32_t last = i;
    bool worded = true;
    const double factor = factor_at(c, i, last, worded);
    if (factor < 0.0) {
      continue;
    }
    if (found.given()) {
      return {};  // two movements
    }
    found = {factor, -1.0, i, last, worded};
    i = last;
  }
  return found;
}

}  // namespace parallax
