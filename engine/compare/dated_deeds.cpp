#include "engine/compare/dated_deeds.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace parallax {
namespace {

bool has_verb(const WordTable& words, const Claim& claim,
              std::initializer_list<std::string_view> stems) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && !term.relative &&
           std::find(stems.begin(), stems.end(), words.stem(term.stem)) != stems.end();
  });
}

bool comes(const WordTable& words, const Claim& claim) {
  return has_verb(words, claim, {"arriv", "enter", "come", "return"});
}

bool goes(const WordTable& words, const Claim& claim) {
  return has_verb(words, claim, {"leav", "left", "depart"});
}

/// "Left the rate unchanged"
bool keeps(const WordTable& words, const Claim& claim) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::string& stem = words.stem(term.stem);
    return stem == "unchang" || stem == "unalt" || stem == "steadi";
  });
}

/// "Cut the rate"
bool moves(const Claim& claim) {
  return std::any_of(claim.directions.begin(), claim.directions.end(),
                     [](const Direction& d) { return d.axis == "amount" && !d.negated; });
}

}  // namespace

bool opposite_deeds(const WordTable& words, const Claim& left, const Claim& right) {
  if ((comes(words, left) && goes(words, right)) || (goes(words, left) && comes(words, right)) ||
      (keeps(words, left) && moves(right)) || (keeps(words, right) && moves(left))) {
    return true;
  }
  const auto effect = [](const Direction& d) { return d.negated ? -d.sign : d.sign; };
  return std::any_of(left.directions.begin(), left.directions.end(), [&](const Direction& a) {
    return std::any_of(right.directions.begin(), right.directions.end(), [&](const Direction& b) {
      return a.axis == b.axis && effect(a) != effect(b);
    });
  });
}

bool done_by(const Claim& claim, const DateMention& date) {
  return date.use == DateUse::kBy &&
         std::none_of(claim.terms.begin(), claim.terms.end(), [](const Term& term) {
           return term.verb && term.modality != Modality::kFact &&
                  term.modality != Modality::kAttempted;
         });
}

}  // namespace parallax
