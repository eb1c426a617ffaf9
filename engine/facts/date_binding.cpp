/// What happened at a date, and which dates only tell when something was said.

#include <algorithm>
#include <utility>

#include "engine/facts/claim_context.hpp"
#include "engine/facts/reckoned_dates.hpp"

namespace parallax {
namespace {

/// Predicates of the date's clause; without one, those of the whole claim stay open.
void bind_date(const Claim& claim, DateMention& date) {
  std::uint8_t clause = 0;
  bool frame = false;
  for (const Term& term : claim.terms) {
    if (term.token == date.first_token) {
      clause = term.clause;
      frame = term.frame;
    }
  }
  for (const Term& term : claim.terms) {
    if (term.clause == clause && (term.event || term.verb) && !term.speech &&
        (frame || !term.frame)) {
      date.event.push_back(term.id);
    }
  }
}

/// "The year 2018 has furthered it": the year itself is spoken of.
bool names_year(const ClaimContext& c, const DateMention& date) {
  const std::size_t first = date.first_token - c.first_token;
  const std::size_t behind = date.last_token + 1 - c.first_token;
  return first >= 2 && c.is(first - 1, "year") && c.is(first - 2, "the") &&
         c.is_any(behind, {"is", "was", "will", "has", "had", "marks", "marked", "saw", "brought",
                           "began", "ended", "sees"});
}

/// "Announced on 30 May that she would go": the day on which it was said.
bool day_of_saying(const ClaimContext& c, const Claim& claim, const DateMention& date) {
  return c.is(date.last_token + 1 - c.first_token, "that") &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           const std::uint32_t end = term.token + term.tokens;
           return term.speech && term.verb &&
                  (end == date.first_token || end + 1 == date.first_token);
         });
}

/// "In its judgment of 18 July": the day of what was ruled, not of a saying.
bool day_of_ruling(const ClaimContext& c, const DateMention& date) {
  const std::size_t first = date.first_token - c.first_token;
  return first >= 2 && c.is_any(first - 1, {"of", "dated"}) &&
         c.is_any(first - 2, {"judgment", "judgement", "ruling", "verdict", "sentence", "decree",
                              "judgments", "rulings"});
}

/// The same as of the scopes, with what tells a day left out: "the day before".
bool tells_of_other(const ClaimContext& c, const DateMention& date) {
  for (std::size_t i = 0; i < c.size(); ++i) {
    std::size_t length = 0;
    const auto* row = c.look_up(c.lexicon.event, i, length);
    const std::size_t at = i + c.first_token;
    if (row != nullptr && row->front() == "other" &&
        (at < date.first_token || at > date.last_token)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void bind_dates(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.language != "en") {
    return;
  }
  for (DateMention& date : claim.dates) {
    bind_date(claim, date);
    date.frame =
        names_year(c, date) || day_of_saying(c, claim, date) ||
        std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
          return term.frame && term.token >= date.first_token && term.token <= date.last_token;
        });
    date.frame = date.frame && !day_of_ruling(c, date);
  }
  if (auto reckoned = reckoned_date(c, claim)) {
    bind_date(claim, *reckoned);
    claim.other_event = tells_of_other(c, *reckoned);
    const auto behind = std::find_if(
        claim.dates.begin(), claim.dates.end(),
        [&](const DateMention& date) { return date.first_token > reckoned->first_token; });
    claim.dates.insert(behind, std::move(*reckoned));
  }
}

}  // namespace parallax
