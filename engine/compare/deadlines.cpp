#include "engine/compare/deadlines.hpp"

#include <algorithm>
#include <string_view>

#include "engine/compare/date_values.hpp"
#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// "The deadline", "the cut-off", "the closing date": the noun itself says that it is a last day.
bool names_deadline(const ClaimWords& c) {
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    if (c.is(i, {"deadline", "deadlines", "cut-off", "cutoff", "expiry", "ultimatum"}) ||
        (c.is(i, {"last", "final", "closing", "due", "latest"}) && c.is(i + 1, {"day", "date"})) ||
        (c.is(i, {"time"}) && c.is(i + 1, {"limit"}))) {
      return true;
    }
  }
  return false;
}

/// Nouns of a stretch in which something may be done.
bool window(const WordTable& words, const Term& term) {
  static constexpr WordList kNouns = {
      "window",  "period",    "registr", "enrol",   "enrolment",  "applic",  "submiss", "call",
      "tender",  "bid",       "nomin",   "consult", "term",       "phase",   "offer",   "scheme",
      "amnesti", "subscript", "entri",   "vote",    "poll",       "permit",  "licenc",  "lease",
      "waiver",  "exempt",    "grace",   "mandat",  "moratorium", "season",  "sale",    "portal",
      "book",    "comment",   "appeal",  "claim",   "declar",     "transit", "extens"};
  return kNouns.contains(words.stem(term.stem));
}

/// "The application period closes on", "the window shuts at the end of".
bool closes(const ClaimWords& c, const DateMention& date) {
  static constexpr WordList kVerbs = {"close",   "shut",  "end",    "expir", "laps",   "finish",
                                      "conclud", "elaps", "=close", "=end",  "=expire"};
  const std::uint8_t clause = clause_of(c.claim, date);
  bool verb = false;
  bool noun = false;
  for (const Term& term : c.claim.terms) {
    if (term.clause != clause || !is_told(term)) {
      continue;
    }
    const auto is = [&](StemId id) { return kVerbs.contains(c.words.stem(id)); };
    verb = verb || (term.verb && (is(term.id) || is(term.stem)));
    noun = noun || (term.slot == Slot::kSubject && window(c.words, term));
  }
  return verb && noun;
}

/// "Have until 31 May to enrol", "must be in by 30 April", "is open until 2 June".
bool until_then(const ClaimWords& c, const DateMention& date) {
  if (date.use != DateUse::kUntil && date.use != DateUse::kBy) {
    return false;
  }
  const std::uint8_t clause = clause_of(c.claim, date);
  const bool have = c.is(date.first_token - 2, {"have", "has", "had", "having", "given", "got"});
  const bool task = c.is(date.last_token + 1, {"to"}) || !c.claim.forces.empty();
  const bool open = std::any_of(c.claim.terms.begin(), c.claim.terms.end(), [&](const Term& term) {
    return term.clause == clause && !term.frame &&
           (window(c.words, term) || (term.verb && term.modality != Modality::kFact) ||
            c.is(term.token, {"open", "accepted", "accepts", "possible", "available"}));
  });
  return have || task || open;
}

bool last_day(const ClaimWords& c, const DateMention& date) {
  return until_then(c, date) || closes(c, date) || names_deadline(c);
}

}  // namespace

bool both_deadlines(const PairContext& pair, const DateMention& a, const DateMention& b) {
  const bool bounds = a.use == DateUse::kUntil || a.use == DateUse::kBy ||
                      b.use == DateUse::kUntil || b.use == DateUse::kBy;
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  return pair.left_document.language == "en" && pair.right_document.language == "en" &&
         (bounds || (names_deadline(left) && names_deadline(right)) || closes(left, a) ||
          closes(right, b)) &&
         last_day(left, a) && last_day(right, b);
}

}  // namespace parallax
