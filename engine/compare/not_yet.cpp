#include "engine/compare/not_yet.hpp"

#include <algorithm>

#include "engine/compare/other_matter.hpp"

namespace parallax {
namespace {

/// "Not before May", "no later than June", "not until 2003", "only in 2003": tells when, after all.
bool tells_when(const ClaimWords& c, std::uint32_t i) {
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t end = std::min(c.end(), i + kReach);
  return c.find(i, {"until", "before", "later", "earlier", "till", "only", "than", "sooner"}) < end;
}

/// "Had no plant", "was still undecided", "has not yet answered".
bool lacks(const ClaimWords& c) {
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    const bool none = c.is(i, {"no", "not", "never", "without", "nobody", "nothing", "neither"});
    const bool open = c.is(i, {"undecided", "unsigned", "unanswered", "pending"});
    if ((none && !tells_when(c, i)) || open || (c.is(i, {"still", "yet"}) && !tells_when(c, i))) {
      return true;
    }
  }
  return false;
}

/// "Rejected as false the claim that it closes at noon": the time is what is denied.
bool denies_time(const ClaimWords& c, const DateMention& date) {
  const bool denial =
      c.find(c.begin(), {"false", "denied", "denies", "untrue", "refuted", "refutes", "incorrect",
                         "wrong", "baseless", "unfounded", "fabricated"}) < c.end();
  return denial && std::any_of(c.claim.terms.begin(), c.claim.terms.end(), [&](const Term& term) {
           return term.negated && term.token >= date.first_token && term.token <= date.last_token;
         });
}

/// Years count where both are given.
int place_in_time(const DateValue& d, bool years) {
  constexpr int kMonths = 12;
  constexpr int kDays = 32;
  return ((years ? d.year : 0) * kMonths + d.month) * kDays + d.day;
}

}  // namespace

bool not_yet(const PairContext& pair, const DateMention& left, const DateMention& right) {
  const ClaimWords a{pair.words, pair.left_document, pair.left};
  const ClaimWords b{pair.words, pair.right_document, pair.right};
  if (denies_time(a, left) != denies_time(b, right)) {
    return true;
  }
  if (pair.left_document.language != "en" || pair.right_document.language != "en" ||
      left.use != DateUse::kOn || right.use != DateUse::kOn) {
    return false;
  }
  const bool years = left.value.year != 0 && right.value.year != 0;
  const int x = place_in_time(left.value, years);
  const int y = place_in_time(right.value, years);
  const bool lacks_left = lacks(a);
  const bool lacks_right = lacks(b);
  return (years || (left.value.month != 0 && right.value.month != 0)) &&
         ((lacks_left && !lacks_right && x < y) || (lacks_right && !lacks_left && y < x));
}

}  // namespace parallax
