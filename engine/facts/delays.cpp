/// "Did not leave until 5 May", "will not reopen before Monday": the negation says when it is done,
/// not that it is not done.

#include <algorithm>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// Verbs of what goes on: "the truce did not last until Friday" denies that it lasted.
bool goes_on(const WordTable& words, const Term& verb) {
  static constexpr std::string_view kVerbs[] = {
      "last",  "run",     "wait",     "remain", "=remain", "stay",        "continu", "=continue",
      "appli", "hold",    "serv",     "keep",   "extend",  "=extend",     "endur",   "surviv",
      "live",  "persist", "function", "oper",   "be",      "=stay_place", "stretch", "prolong"};
  return std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::string_view stem) {
    return words.stem(verb.stem) == stem || words.stem(verb.id) == stem;
  });
}

/// The verb that the date belongs to; nullptr if none stands in front of it in its clause.
const Term* verb_in_front(const Claim& claim, const DateMention& date) {
  const Term* verb = nullptr;
  for (const Term& term : claim.terms) {
    if (term.token >= date.first_token) {
      break;
    }
    if (term.verb) {
      verb = &term;
    }
  }
  return verb;
}

/// "It was not until 4 June that": the negator stands right in front of the preposition.
bool negator_at_date(const ClaimContext& c, const DateMention& date) {
  const std::size_t at = date.first_token - c.first_token;
  for (std::size_t back = 2; back <= 4 && back <= at; ++back) {
    if (c.is_any(at - back + 1, {"until", "before", "till"}) && c.is(at - back, "not")) {
      return true;
    }
  }
  return false;
}

}  // namespace

void read_delays(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.language != "en") {
    return;
  }
  for (DateMention& date : claim.dates) {
    if (date.use != DateUse::kUntil && date.use != DateUse::kBefore) {
      continue;
    }
    const Term* verb = verb_in_front(claim, date);
    const bool denied = verb != nullptr && verb->negated && !goes_on(c.words, *verb);
    if (!denied && !negator_at_date(c, date)) {
      continue;
    }
    date.use = date.use == DateUse::kUntil ? DateUse::kOn : DateUse::kNotBefore;
    if (denied) {
      const std::uint8_t clause = verb->clause;
      for (Term& term : claim.terms) {
        term.negated = term.negated && term.clause != clause;
      }
      claim.negators -= claim.negators > 0 ? 1U : 0U;
    }
  }
}

}  // namespace parallax
