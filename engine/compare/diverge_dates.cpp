/// Dates and times of the same event that cannot both hold.

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/compare/converse.hpp"
#include "engine/compare/date_text.hpp"
#include "engine/compare/date_values.hpp"
#include "engine/compare/dated_deeds.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/happenings.hpp"
#include "engine/compare/stages.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Claims with one date each that agree this much tell of one event, whatever their verbs.
constexpr double kSameWords = 0.5;
/// The same where a verb is shared or one date has none.
constexpr double kOneStory = 0.3;
constexpr double kContained = 0.3;

/// What a date is part of the name of: "Convention of 1961", "the 1961 Convention".
StemId anchor(const Document& document, const WordTable& words, const Claim& claim,
              const DateMention& date) {
  StemId behind{};
  StemId ahead{};
  std::uint32_t next = date.last_token + 1;
  for (const Term& term : claim.terms) {
    if (term.token < date.first_token && is_content(term)) {
      ahead = term.id;
    }
    const std::string& word = words[document.tokens[term.token].word].folded;
    if (term.token == next && is_content(term) && !term.verb && !word.ends_with("ing") &&
        !word.ends_with("ed")) {
      behind = term.id;
      next += term.tokens;
    }
  }
  const std::string& lead = date.first_token > claim.first_token
                                ? words[document.tokens[date.first_token - 1].word].folded
                                : std::string{};
  const bool linked = lead == "of" || lead == "from" || lead == "(" || lead == ",";
  return behind == StemId{} || linked ? ahead : behind;
}

/// "The 2011 referendum", "last year's budget": what comes back; its year says which one is meant.
bool comes_back(const WordTable& words, StemId id) {
  static constexpr WordList kThings = {
      "=referendum", "referendum", "=elect",   "=vote",    "ballot",  "poll",
      "census",      "survey",     "season",   "harvest",  "=budget", "budget",
      "=say",        "report",     "yearbook", "summit",   "festiv",  "campaign",
      "=plan",       "plan",       "program",  "strategi", "edition", "=account"};
  return kThings.contains(words.stem(id));
}

/// True if the claim says that something begins (or ends) then.
bool has_edge(const PairContext& pair, const Claim& claim,
              std::initializer_list<std::string_view> stems) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::string& stem = pair.words.stem(term.id);
    return !term.relative && std::find(stems.begin(), stems.end(), stem) != stems.end();
  });
}

/// "As of 1 September": from then on.
bool from_then(const PairContext& pair, const Document& document, const DateMention& date) {
  const auto word = [&](std::uint32_t back) -> std::string_view {
    return date.first_token < back
               ? std::string_view{}
               : std::string_view(pair.words[document.tokens[date.first_token - back].word].folded);
  };
  return date.use == DateUse::kOn && word(1) == "of" && word(2) == "as";
}

/// "Has been shut since 2 August", "closed it on 9 August": a state and the deed that it began
/// with.
bool state_and_deed(const Claim& claim, const DateMention& since, const DateMention& on) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const auto told_of = [&](const DateMention& date) {
      return std::find(date.event.begin(), date.event.end(), term.id) != date.event.end();
    };
    return term.verb && term.passive && told_of(since) && told_of(on);
  });
}

/// "in force since 6 February", "took effect on 20 February": both give the day it began; "until 31
/// December", "ends on 30 June": both give the day it ends.
bool one_edge(const PairContext& pair, const DateMention& a, const DateMention& b) {
  const bool left_on = a.use == DateUse::kOn;
  const bool right_on = b.use == DateUse::kOn;
  if (left_on == right_on) {
    return false;
  }
  const Claim& on = left_on ? pair.left : pair.right;
  const DateMention& other = left_on ? b : a;
  if (other.use == DateUse::kSince &&
      (from_then(pair, left_on ? pair.left_document : pair.right_document, left_on ? a : b) ||
       state_and_deed(left_on ? pair.right : pair.left, other, left_on ? a : b))) {
    return true;
  }
  switch (left_on ? b.use : a.use) {
    case DateUse::kSince:
      return has_edge(
          pair, on,
          {"=begin", "=enter_force", "=appoint", "=establish", "=elect", "becom", "=become",
           "introduc", "=introduce", "impos", "=sanction", "=join", "join", "=open", "effect"});
    case DateUse::kUntil:
    case DateUse::kBy:
      return has_edge(pair, on, {"=end", "expir", "=expire", "=close", "lapse", "laps"});
    default:
      return false;
  }
}

/// "Was hit at 03:15", "was evacuated at 05:00": two clock times, and no verb of both is one.
bool of_two_moments(const PairContext& pair, const EventGate& gate, const DateMention& a,
                    const DateMention& b) {
  const auto told = [&](const Claim& claim, bool common) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.verb && is_told(term) && (!common || in_common(gate, term.id));
    });
  };
  return a.value.minute_from >= 0 && b.value.minute_from >= 0 && told(pair.left, false) &&
         told(pair.right, false) && !told(pair.left, true);
}

/// Both dates say when the same thing happened, as far as their clauses tell.
bool same_event(const PairContext& pair, const EventGate& gate, const DateMention& a,
                const DateMention& b) {
  const auto known = [&](const std::vector<StemId>& events) {
    return std::any_of(events.begin(), events.end(),
                       [&](StemId id) { return in_common(gate, id); });
  };
  const bool one_each = pair.left.dates.size() == 1 && pair.right.dates.size() == 1;
  const bool no_other_deed = a.event.empty() || b.event.empty() || known(a.event) ||
                             known(b.event) || converse_deeds(pair, a, b) ||
                             same_told_stage(pair, a.first_token, b.first_token) ||
                             one_happening(pair, gate, a, b);
  const bool one_story =
      gate.jaccard >= kOneStory || (gate.contained && gate.jaccard >= kContained);
  const bool edge = (gate.jaccard >= kOneStory && one_edge(pair, a, b)) ||
                    (one_story && a.use == DateUse::kNamePart && b.use == DateUse::kNamePart);
  if (one_each && (gate.jaccard >= kSameWords || edge || (no_other_deed && one_story))) {
    return true;
  }
  if (a.event.empty() || b.event.empty()) {
    const bool known_clauses =
        pair.left_document.language == "en" && pair.right_document.language == "en";
    return !known_clauses || gate.jaccard >= kOneStory;
  }
  return known(a.event) && known(b.event);
}

/// "Voting on the mainland ends at eight in the evening", "in the overseas territories at six".
bool clocks_of_two_places(const EventGate& gate, const DateMention& a, const DateMention& b) {
  return a.value.minute_from >= 0 && b.value.minute_from >= 0 && gate.contrasted;
}

bool comparable(const PairContext& pair, const DateMention& a, const DateMention& b) {
  if (done_by(pair.left, a) && done_by(pair.right, b)) {
    return false;
  }
  // "may not be sold before May", "may be sold before May": no matter of dates
  if (is_bound(a) && is_bound(b) && date_iso(a.value) == date_iso(b.value)) {
    return false;
  }
  const bool bound = is_bound(a) != is_bound(b);
  const bool both_bound = is_bound(a) && is_bound(b);
  if (a.use != b.use && !bound && !both_bound && !one_edge(pair, a, b)) {
    return false;
  }
  // "Today" in two statements of different days is no claim about one day.
  if (a.relative && b.relative &&
      pair.left_document.slice(a.span) == pair.right_document.slice(b.span)) {
    return false;
  }
  if (a.use == DateUse::kNamePart) {
    const StemId thing = anchor(pair.left_document, pair.words, pair.left, a);
    return thing == anchor(pair.right_document, pair.words, pair.right, b) &&
           !comes_back(pair.words, thing);
  }
  return true;
}

Finding finding_of(const PairContext& pair, const DateMention& a, const DateMention& b,
                   const EventGate& gate) {
  Finding f;
  f.kind = "date";
  f.severity = Severity::kConflict;
  f.rule = a.use == DateUse::kNamePart ? "date.name-part" : "date.disjoint";
  f.confidence = gate.shared_event ? 0.9 : 0.8;
  f.slot = a.value.minute_from >= 0 && b.value.minute_from >= 0 ? "time" : "date";
  f.left = {a.span, date_value(a.value)};
  f.right = {b.span, date_value(b.value)};
  f.explanation =
      "The times cannot both hold: " + mention_words(a) + " against " + mention_words(b);
  if (of_two_moments(pair, gate, a, b)) {
    f.severity = Severity::kDifference;
    f.confidence = 0.5;
  }
  return f;
}

/// Dates that need no look: those of saying, and those that both sides give.
struct Settled {
  std::vector<bool> left, right;
};

Settled settled(const std::vector<DateMention>& left, const std::vector<DateMention>& right) {
  Settled done{std::vector<bool>(left.size(), false), std::vector<bool>(right.size(), false)};
  for (std::size_t i = 0; i < left.size(); ++i) {
    done.left[i] = left[i].frame;
  }
  for (std::size_t j = 0; j < right.size(); ++j) {
    done.right[j] = right[j].frame;
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      const auto differ = dates_apart(left[i], right[j]);
      if (differ && !*differ) {
        done.left[i] = true;
        done.right[j] = true;
      }
    }
  }
  return done;
}

/// Each date of the left side beside each of the right.
void days(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const auto& left = pair.left.dates;
  const auto& right = pair.right.dates;
  Settled done = settled(left, right);
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size() && !done.left[i]; ++j) {
      const auto differ = dates_apart(left[i], right[j]);
      if (done.right[j] || !differ || clocks_of_two_places(gate, left[i], right[j]) ||
          other_stages(pair, left[i].first_token, right[j].first_token) ||
          !comparable(pair, left[i], right[j]) || !same_event(pair, gate, left[i], right[j])) {
        continue;
      }
      done.left[i] = true;
      done.right[j] = true;
      out.push_back(finding_of(pair, left[i], right[j], gate));
    }
  }
}

/// "Before the ban came into force", "after the ban".
void sequence(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const Sequence found = gate.shared >= 3 ? opposite_sequence(pair, gate) : Sequence{};
  if (found.left == nullptr) {
    return;
  }
  Finding f;
  f.kind = "date";
  f.severity = Severity::kConflict;
  f.rule = "date.sequence";
  f.confidence = 0.75;
  f.slot = "before or after";
  const std::string thing(pair.left_document.slice(found.left->span));
  f.left = {found.left->span, {{"thing", thing}}};
  f.right = {found.right->span,
             {{"thing", std::string(pair.right_document.slice(found.right->span))}}};
  f.explanation = "One side puts it before \"" + thing + "\", the other after it";
  out.push_back(std::move(f));
}

}  // namespace

void diverge_dates(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const auto& left = pair.left.dates;
  const auto& right = pair.right.dates;
  if (gate.overlap < 0.5 || pair.left.question != pair.right.question) {
    return;
  }
  const std::size_t before = out.size();
  if (!left.empty() && !right.empty() && !opposite_deeds(pair.words, pair.left, pair.right)) {
    days(pair, gate, out);
  }
  if (out.size() == before) {
    sequence(pair, gate, out);
  }
}

}  // namespace parallax
