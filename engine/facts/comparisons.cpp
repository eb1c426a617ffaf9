#include "engine/facts/comparisons.hpp"

#include <algorithm>

#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// How far the words reach that make a comparison one of times.
constexpr std::size_t kReach = 5;
constexpr std::size_t kToThan = 8;

/// +1 more, -1 less, 0 for a word that compares no amount.
int sign_of(const ClaimContext& c, std::size_t i) {
  if (c.is_any(i, {"more", "longer", "larger", "bigger", "higher", "greater", "dearer", "costlier",
                   "heavier", "stronger", "wider", "deeper", "steeper", "thicker", "pricier"})) {
    return 1;
  }
  return c.is_any(i, {"fewer", "less", "shorter", "smaller", "lower", "cheaper", "lighter",
                      "weaker", "narrower", "shallower", "thinner", "scarcer", "sooner"})
             ? -1
             : 0;
}

/// The same of words that compare an amount only where something becomes so: "grew denser".
int becoming_sign(const ClaimContext& c, std::size_t i) {
  if (c.is_any(i, {"denser", "fuller", "hotter", "warmer", "brighter", "louder", "busier", "faster",
                   "fiercer", "tougher", "richer", "brisker", "livelier", "wetter", "thicker"})) {
    return 1;
  }
  return c.is_any(i, {"sparser", "emptier", "colder", "cooler", "dimmer", "quieter", "thinner",
                      "slower", "poorer", "rarer", "drier", "calmer", "milder"})
             ? -1
             : 0;
}

/// A thing of which there may be more, by its ending: "cases", no "less".
bool plural(const ClaimContext& c, std::size_t i) {
  const std::string_view word = i < c.size() ? c.folded(i) : std::string_view{};
  return word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us") &&
         c.tokens[i].shape == Shape::kLower;
}

/// "Longer and longer", "ever fewer".
bool goes_on(const ClaimContext& c, std::size_t i) {
  const bool twice = c.is(i + 1, "and") && i + 2 < c.size() && c.folded(i) == c.folded(i + 2);
  return twice || (i > 0 && c.is_any(i - 1, {"ever", "increasingly", "steadily", "continually"}));
}

/// "Than a year ago", "than in 2019", "than before".
bool than_before(const ClaimContext& c, std::size_t i) {
  std::size_t than = i + 1;
  while (than < std::min(c.size(), i + kToThan) && !c.is(than, "than") && !c.punctuation(than)) {
    ++than;
  }
  if (!c.is(than, "than")) {
    return false;
  }
  for (std::size_t k = than + 1; k < std::min(c.size(), than + 1 + kReach); ++k) {
    if (c.is_any(k, {"ago", "earlier", "before", "previously", "last", "previous", "usual", "ever",
                     "preceding", "prior"}) ||
        (c.taken[k] && c.is(than + 1, "in"))) {
      return true;
    }
    if (c.punctuation(k)) {
      break;
    }
  }
  return false;
}

/// "Fewer pupils passed the test": the claim, or what is said, begins with it.
bool leads(const ClaimContext& c, std::size_t i) {
  if (!c.is_any(i, {"fewer", "more", "less"}) || c.taken[i + 1 < c.size() ? i + 1 : i] ||
      c.is_any(i + 1,
               {"than", "of", "and", "or", "often", "importantly", "recently", "generally"})) {
    return false;
  }
  // "in the first half of the year more tea was exported"
  return i == 0 || c.is_any(i - 1, {"that", ",", ":"}) || c.taken[i - 1] ||
         (i > 1 &&
          c.is_any(i - 1, {"year", "month", "quarter", "week", "half", "season", "period", "decade",
                           "spring", "summer", "autumn", "winter"}) &&
          c.is_any(i - 2, {"the", "last", "this", "current", "previous", "past"}));
}

/// "A smaller share of the power", "left with less pay".
bool share_of(const ClaimContext& c, std::size_t i) {
  const bool left = i > 1 && c.is_any(i - 1, {"with", "on"}) &&
                    c.is_any(i - 2, {"left", "cope", "make", "manage", "survive", "work"});
  return left || (i > 0 && c.is_any(i - 1, {"a", "an", "ever"}) &&
                  c.is_any(i + 1, {"share", "number", "amount", "proportion", "part", "quantity",
                                   "volume", "sum", "percentage", "fraction"}) &&
                  c.is(i + 2, "of"));
}

/// "Paid less", "reported shorter queues", "got a higher wage".
bool behind_measuring_verb(const ClaimContext& c, std::size_t i) {
  static constexpr WordList kStems = {
      "accept", "admit",   "attend",  "attract", "book",     "bought", "build",   "built",
      "buy",    "bring",   "brought", "impos",   "introduc", "levi",   "catch",   "caught",
      "charg",  "collect", "consum",  "deliv",   "deliver",  "drew",   "earn",    "emit",
      "employ", "enjoy",   "export",  "face",    "gave",     "get",    "give",    "given",
      "got",    "grew",    "grow",    "harvest", "hir",      "hire",   "import",  "issu",
      "last",   "live",    "mean",    "meant",   "need",     "paid",   "pay",     "plant",
      "post",   "produc",  "queu",    "queue",   "receiv",   "record", "recruit", "regist",
      "remit",  "report",  "saw",     "see",     "sell",     "sold",   "spend",   "spent",
      "stand",  "stay",    "take",    "took",    "train",    "travel", "visit",   "wait"};
  for (std::size_t k = i; k-- > (i > 3 ? i - 3 : 0);) {
    if (kStems.contains(c.word(k).stem)) {
      return true;
    }
    if (!c.is_any(k, {"a", "an", "much", "far", "even", "considerably", "significantly", "slightly",
                      "somewhat", "markedly", "noticeably"})) {
      break;
    }
  }
  return false;
}

/// "Became less punctual", "are getting more frequent".
bool behind_becoming(const ClaimContext& c, std::size_t i) {
  return i > 0 && (sign_of(c, i) != 0 || becoming_sign(c, i) != 0) &&
         !c.is_any(i + 1, {"than", "and", "of", "or"}) &&
         c.is_any(i - 1,
                  {"became", "become", "becomes", "becoming", "got", "get", "gets", "getting",
                   "grew", "grow", "grows", "growing", "grown", "turned", "made"});
}

/// "Revised its forecast for the region down".
int revised(const ClaimContext& c, std::size_t i) {
  constexpr std::size_t kFar = 9;
  const int sign = c.is(i, "up") ? 1 : c.is(i, "down") ? -1 : 0;
  for (std::size_t k = i; sign != 0 && k-- > (i > kFar ? i - kFar : 0) && !c.punctuation(k);) {
    const std::string& stem = c.word(k).stem;
    if (stem == "revis" || stem == "correct" || stem == "adjust") {
      return sign;
    }
  }
  return 0;
}

/// "Fewer new cases": whatever it is compared with.
bool fewer_things(const ClaimContext& c, std::size_t i) {
  for (std::size_t k = i + 1; c.is(i, "fewer") && k < std::min(c.size(), i + 1 + kReach); ++k) {
    if (plural(c, k)) {
      return true;
    }
    if (c.taken[k] || c.punctuation(k) || c.word(k).stop) {
      break;
    }
  }
  return false;
}

}  // namespace

int compared_amount(const ClaimContext& c, std::size_t i) {
  if (c.lexicon.language != "en" || c.taken[i]) {
    return 0;
  }
  if (const int sign = revised(c, i); sign != 0) {
    return sign;
  }
  if (becoming_sign(c, i) != 0) {
    return behind_becoming(c, i) ? becoming_sign(c, i) : 0;
  }
  const int sign = sign_of(c, i);
  if (sign == 0 || (i > 0 && c.is_any(i - 1, {"no", "any", "not"}))) {
    return 0;
  }
  const bool bound = c.is(i + 1, "than") && i + 2 < c.size() &&
                     (c.taken[i + 2] || c.tokens[i + 2].kind == TokenKind::kNumber);
  const bool repeats = i > 1 && c.is(i - 1, "and") && c.folded(i) == c.folded(i - 2);
  const bool told = goes_on(c, i) || than_before(c, i) || leads(c, i) || share_of(c, i) ||
                    behind_measuring_verb(c, i) || behind_becoming(c, i) || fewer_things(c, i);
  return told && !bound && !repeats ? sign : 0;
}

}  // namespace parallax
