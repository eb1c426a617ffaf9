#include "engine/compare/retold_dates.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/compare/anchors.hpp"
#include "engine/compare/date_text.hpp"
#include "engine/compare/date_values.hpp"
#include "engine/compare/dated_deeds.hpp"
#include "engine/compare/deadlines.hpp"
#include "engine/compare/happenings.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/one_telling.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/other_times.hpp"
#include "engine/compare/stages.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

constexpr double kConfidence = 0.5;

/// The dates that a claim tells.
std::vector<const DateMention*> told_dates(const Claim& claim) {
  std::vector<const DateMention*> told;
  for (const DateMention& date : claim.dates) {
    if (!date.frame && date.use != DateUse::kNamePart) {
      told.push_back(&date);
    }
  }
  return told;
}

/// "Was held on", "took place on", "is set for": says that something happens, not what.
bool happens(const PairContext& pair, const Claim& claim, const DateMention& date) {
  static constexpr WordList kStems = {"hold",    "held",     "happen", "occur",  "take",  "took",
                                      "come",    "came",     "fall",   "fell",   "date",  "set",
                                      "schedul", "plan",     "fix",    "list",   "slate", "expect",
                                      "call",    "foreseen", "due",    "earmark"};
  const std::uint8_t clause = clause_of(claim, date);
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::string_view stem = pair.words.stem(term.stem);
    return (term.verb || stem == "date") && term.clause == clause && kStems.contains(stem);
  });
}

/// Head of the subject of the date's clause; nullptr if there is none.
const Term* subject_head(const Claim& claim, const DateMention& date) {
  const std::uint8_t clause = clause_of(claim, date);
  const Term* head = nullptr;
  for (const Term& term : claim.terms) {
    if (term.clause == clause && term.slot == Slot::kSubject && is_told(term) && !term.verb) {
      head = &term;
    }
  }
  return head;
}

/// Something that happens, by a noun that both sides have: "the referendum will be held", "are
/// called to vote in the referendum".
bool shared_happening(const PairContext& pair, const EventGate& gate, const DateMention& a,
                      const DateMention& b) {
  const auto noun = [&](const Document& document, const Claim& claim, const DateMention& date) {
    const Term* head = subject_head(claim, date);
    return happens(pair, claim, date) &&
           std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
             return is_told(term) && !is_entity(term) && !term.actor && !term.verb &&
                    in_common(gate, term.id) &&
                    ((term.event && deed_of_both(pair, gate, {term.id})) || &term == head ||
                     deed_noun({pair.words, document, claim}, term));
           });
  };
  return noun(pair.left_document, pair.left, a) || noun(pair.right_document, pair.right, b);
}

/// "Met on Monday to discuss the halt": the day on which something is spoken of, not its begin.
bool of_talks(const PairContext& pair, const DateMention& date) {
  static constexpr WordList kTalks = {"=meet", "=talk",  "=discuss",  "discuss",
                                      "=say",  "=visit", "=negotiate"};
  return std::any_of(date.event.begin(), date.event.end(),
                     [&](StemId id) { return kTalks.contains(pair.words.stem(id)); });
}

/// "Has been played there since 1990", "was introduced in 1992": since when it lasts, and the deed
/// that it began with; more than names must be common, lest a person has done two things.
bool begins_then(const PairContext& pair, const EventGate& gate, const DateMention& a,
                 const DateMention& b) {
  const bool left = a.use == DateUse::kSince && b.use == DateUse::kOn;
  const bool right = b.use == DateUse::kSince && a.use == DateUse::kOn;
  const bool both = a.use == DateUse::kSince && b.use == DateUse::kSince;
  const bool begun = (left && begins(pair.right, b.first_token) && !of_talks(pair, b)) ||
                     (right && begins(pair.left, a.first_token) && !of_talks(pair, a));
  return (both && gate.rest_shared > 1) || (begun && gate.rest_shared > 0);
}

/// The table of stages or a noun of what happens says that it is one event.
bool one_course(const PairContext& pair, const EventGate& gate, const DateMention& a,
                const DateMention& b) {
  return same_stage(pair, a.first_token, b.first_token) || one_happening(pair, gate, a, b);
}

/// The clauses of both dates tell one deed.
bool one_deed(const PairContext& pair, const EventGate& gate, const DateMention& a,
              const DateMention& b) {
  return one_course(pair, gate, a, b) || begins_then(pair, gate, a, b) ||
         (deed_of_both(pair, gate, a.event) && deed_of_both(pair, gate, b.event)) ||
         shared_happening(pair, gate, a, b) || converse_deeds(pair, a, b);
}

/// The two times answer one question: a day each, or the day since when and the day of the deed.
bool one_question(const DateMention& a, const DateMention& b) {
  const auto edge = [](const DateMention& date) {
    return date.use == DateUse::kOn || date.use == DateUse::kSince;
  };
  return a.use == b.use || (edge(a) && edge(b)) || is_bound(a) != is_bound(b);
}

/// Names of persons, bodies or countries as such, in the subject or object of the date's clause,
/// that the other side does not have: "Romania signed", "Hungary signed".
bool own_name(const EventGate& gate, const Claim& claim, const DateMention& date) {
  const std::uint8_t clause = clause_of(claim, date);
  const auto& terms = claim.terms;
  return std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
    const auto head = std::find_if(terms.begin(), terms.end(), [&](const Term& next) {
      return next.token == term.token + term.tokens && is_content(next) && !next.verb;
    });
    const bool named =
        term.kind == TermKind::kName || (term.kind == TermKind::kCountry && head == terms.end());
    return named && is_told(term) && term.clause == clause && !in_common(gate, term.id) &&
           (term.slot == Slot::kSubject || term.slot == Slot::kObject);
  });
}

/// Others do it. Whose words a side gives counts for little where names tie the claims together.
bool other_doers(const PairContext& pair, const EventGate& gate, const DateMention& a,
                 const DateMention& b) {
  if (!gate.other_party) {
    return false;
  }
  const std::size_t names = anchors_of(pair, gate).names;
  const bool one = one_course(pair, gate, a, b) ? names > 0 : names > 1;
  return !one || (own_name(gate, pair.left, a) && own_name(gate, pair.right, b));
}

/// The verb of one of the dates is denied, that of the other is not.
bool other_polarity(const PairContext& pair, const DateMention& a, const DateMention& b) {
  const auto denied = [](const Claim& claim, const DateMention& date) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return (term.verb || term.event) && term.negated && is_told(term) &&
             term.clause == clause_of(claim, date);
    });
  };
  const bool left = denied(pair.left, a);
  const bool right = denied(pair.right, b);
  // "left in May", "has not been there since June"
  const bool since = (left && a.use == DateUse::kSince && b.use == DateUse::kOn) ||
                     (right && b.use == DateUse::kSince && a.use == DateUse::kOn);
  return left != right && !since;
}

/// "The first meeting", "the second meeting"; a quarter or a century is no such word.
bool other_of_series(const PairContext& pair, const DateMention& a, const DateMention& b) {
  const auto counted = [](const DateMention& date) {
    return date.value.months != 0 || date.value.years != 0;
  };
  return other_ordinals(pair) && !counted(a) && !counted(b);
}

/// Something says that the claims tell of two things, or of two deeds.
bool apart_as_events(const PairContext& pair, const EventGate& gate, const DateMention& a,
                     const DateMention& b) {
  const bool again = reopens(pair.left) && reopens(pair.right);
  return (gate.other_event && !again) || contrasted_beyond_time(pair) || gate.other_place ||
         other_doers(pair, gate, a, b) || other_polarity(pair, a, b) ||
         pair.left.question != pair.right.question || tell_parts(pair.left, pair.right) ||
         other_of_series(pair, a, b) || other_counts(pair) || other_times(pair, gate, a, b) ||
         (!again && told_in_addition(pair, a.first_token, b.first_token)) ||
         (!one_course(pair, gate, a, b) && other_obliques(pair, gate));
}

/// The same of the deeds that are told.
bool apart_as_deeds(const PairContext& pair, const DateMention& a, const DateMention& b) {
  return opposite_deeds(pair.words, pair.left, pair.right) ||
         other_stages(pair, a.first_token, b.first_token);
}

/// Two dates that tell one deed apart.
struct Dates {
  const DateMention* left = nullptr;
  const DateMention* right = nullptr;
};

/// "Today" in statements of two days: each tells of its own.
bool same_word_of_two_days(const PairContext& pair, const DateMention& a, const DateMention& b) {
  return a.relative && b.relative &&
         pair.left_document.slice(a.span) == pair.right_document.slice(b.span);
}

bool differ(const PairContext& pair, const EventGate& gate, const DateMention& a,
            const DateMention& b) {
  const bool both_done = done_by(pair.left, a) && done_by(pair.right, b);
  // nothing but the last day differs
  constexpr double kOneMatter = 0.5;
  const bool one_matter = gate.shared >= 2 && gate.jaccard >= kOneMatter;
  if (both_deadlines(pair, a, b) && dates_apart(a, b).value_or(false) &&
      !apart_as_events(pair, gate, a, b) && gate.rest_shared > 0 &&
      (one_matter || tied_by(pair, gate, true))) {
    return true;
  }
  return one_question(a, b) && !both_done && !same_word_of_two_days(pair, a, b) &&
         dates_apart(a, b).value_or(false) && !apart_as_events(pair, gate, a, b) &&
         !apart_as_deeds(pair, a, b) && one_deed(pair, gate, a, b) &&
         tied_by(pair, gate, one_course(pair, gate, a, b) || begins_then(pair, gate, a, b));
}

/// The only one; none where there are several.
Dates only(const std::vector<Dates>& found) {
  return found.size() == 1 ? found.front() : Dates{};
}

/// The only two dates that differ so, or of several the only two of one happening; one side must
/// have no other date, and none of the other side may be the same.
Dates differing(const PairContext& pair, const EventGate& gate) {
  const auto left = told_dates(pair.left);
  const auto right = told_dates(pair.right);
  std::vector<Dates> found;
  std::vector<Dates> named;
  if (std::min(left.size(), right.size()) != 1) {
    return {};
  }
  const bool single = left.size() == 1 && right.size() == 1;
  for (const DateMention* a : left) {
    for (const DateMention* b : right) {
      if (!dates_apart(*a, *b).value_or(true)) {
        return {};
      }
      if (!differ(pair, gate, *a, *b) || !(single || one_course(pair, gate, *a, *b))) {
        continue;
      }
      found.push_back({a, b});
      if (one_happening(pair, gate, *a, *b)) {
        named.push_back({a, b});
      }
    }
  }
  return only(found.size() > 1 ? named : found);
}

}  // namespace

void diverge_retold_dates(const PairContext& pair, const EventGate& gate,
                          std::vector<Finding>& out) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en" ||
      says_something(out) || own_figures(pair.left, pair.right)) {
    return;
  }
  const auto [a, b] = differing(pair, gate);
  if (a == nullptr) {
    return;
  }
  Finding f;
  f.kind = "date";
  f.severity = Severity::kDifference;
  f.rule = "date.retold";
  f.confidence = kConfidence;
  f.slot = a->value.minute_from >= 0 && b->value.minute_from >= 0 ? "time" : "date";
  f.left = {a->span, date_value(a->value)};
  f.right = {b->span, date_value(b->value)};
  f.explanation = "Of one deed, told in two ways, the times differ: " + mention_words(*a) +
                  " against " + mention_words(*b);
  out.push_back(std::move(f));
}

}  // namespace parallax
