#include "engine/compare/other_times.hpp"

#include <algorithm>
#include <string_view>

#include "engine/compare/date_values.hpp"
#include "engine/compare/number_fit.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/stages.hpp"

namespace parallax {
namespace {

ClaimWords left_of(const PairContext& pair) {
  return {pair.words, pair.left_document, pair.left};
}

ClaimWords right_of(const PairContext& pair) {
  return {pair.words, pair.right_document, pair.right};
}

bool has_any(const ClaimWords& c, std::initializer_list<std::string_view> words) {
  return c.find(c.begin(), words) < c.end();
}

/// "14:00 GMT", "17:00 local time".
bool two_clocks(const ClaimWords& a, const ClaimWords& b) {
  const auto world = [](const ClaimWords& c) {
    return has_any(c, {"gmt", "utc", "greenwich", "zulu", "cet", "cest", "est", "edt", "pst", "pdt",
                       "bst", "ist", "msk", "jst"});
  };
  const auto local = [](const ClaimWords& c) {
    const std::uint32_t at = c.find(c.begin(), {"local"});
    return c.is(at + 1, {"time", "clock", "clocks"});
  };
  return (world(a) && local(b)) || (world(b) && local(a));
}

/// "May submit up to 15 April", "must be in by 30 June", "the deadline", "has until": a last day of
/// what may or must be done.
bool last_day(const ClaimWords& c, const DateMention& date) {
  const bool edge = date.use == DateUse::kUntil || date.use == DateUse::kBy;
  const bool task = !c.claim.forces.empty() ||
                    std::any_of(c.claim.terms.begin(), c.claim.terms.end(), [](const Term& term) {
                      return term.verb && !term.frame && term.modality != Modality::kFact;
                    });
  const std::uint32_t behind = date.last_token + 1;  // "until 30 June to clean it up"
  return (edge && (task || c.is(behind, {"to"}))) || has_any(c, {"deadline", "ultimatum"});
}

/// Told as done: a verb of the past, and none that is only planned or due.
bool done(const ClaimWords& c) {
  bool past = false;
  for (const Term& term : c.claim.terms) {
    if (!term.verb || term.frame) {
      continue;
    }
    if (term.modality != Modality::kFact) {
      return false;
    }
    const std::string_view word = c.at(term.token);
    past = past || term.passive || word.ends_with("ed") ||
           c.is(term.token, {"left",   "took",    "gave",     "made", "sent", "met",   "came",
                             "went",   "put",     "paid",     "held", "laid", "began", "wrote",
                             "handed", "brought", "withdrew", "drew", "got",  "did"});
  }
  return past && c.claim.forces.empty();
}

/// The deed keeps the last day of the other side.
bool kept(const ClaimWords& limit, const DateMention& last, const ClaimWords& deed,
          const DateMention& day) {
  if (!last_day(limit, last) || day.use != DateUse::kOn || !done(deed)) {
    return false;
  }
  if (has_any(limit, {"deadline", "ultimatum"})) {
    return true;  // kept or missed, it is no time of the deed
  }
  const int year = last.value.year != 0 ? last.value.year : day.value.year;
  const int other = day.value.year != 0 ? day.value.year : last.value.year;
  const int a = (year * 12 + last.value.month) * 31 + last.value.day;
  const int b = (other * 12 + day.value.month) * 31 + day.value.day;
  return b <= a;
}

/// "Again", "a second time", "once more", "another meeting": one of several, on one side alone.
bool repeated(const ClaimWords& c) {
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    const bool one_more = c.is(i, {"another"}) &&
                          (c.is(i + 1, {"near", "in", "at", "on", "outside", "off", ",", "."}) ||
                           c.at(i + 1).find_first_of("0123456789") != std::string_view::npos);
    const bool name =
        c.is(i, {"another"}) && c.is(i + 1, {"name", "identity", "passport", "alias", "surname"});
    if (one_more || name) {
      continue;  // "one lorry ran into another near the bridge"
    }
    if (c.is(i, {"again", "another", "further", "continued", "reconvened", "repeated", "anew",
                 "afresh"}) ||
        (c.is(i, {"second", "third", "fourth", "fifth", "next"}) &&
         c.is(i + 1, {"time", "meeting", "session", "round", "hearing", "visit", "sitting", "call",
                      "attempt", "attack", "strike", "talks"})) ||
        (c.is(i, {"once"}) && c.is(i + 1, {"more", "again"}))) {
      return true;
    }
  }
  return false;
}

/// "The first witness", "the last witness".
bool first_and_last(const ClaimWords& a, const ClaimWords& b) {
  const auto first = [](const ClaimWords& c) {
    return has_any(c, {"first", "opening", "initial"});
  };
  const auto last = [](const ClaimWords& c) { return has_any(c, {"last", "final", "closing"}); };
  return (first(a) && !last(a) && last(b) && !first(b)) ||
         (first(b) && !last(b) && last(a) && !first(a));
}

/// "Its reply to the note", "her resignation was made known": an answer to a deed, or word of it;
/// "in reply" and "in a written answer" only say how it is told.
bool said_of_it(const ClaimWords& c) {
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    const bool known =
        c.is(i, {"known", "public"}) && c.is(i - 1, {"made", "make", "makes", "making", "become"});
    const bool answer =
        c.is(i, {"reply", "replied", "answer", "answered", "response", "responded"}) &&
        !c.is(i - 1, {"in", "written"}) && !c.is(i - 2, {"in"});
    const bool framed =
        std::any_of(c.claim.terms.begin(), c.claim.terms.end(),
                    [&](const Term& term) { return term.token == i && term.frame; });
    const bool announced = c.is(i, {"announced", "foreshadowed", "heralded"}) &&
                           c.is(i - 1, {"was", "were", "been"}) && !c.is(i + 1, {"for"});
    if ((answer && !framed) || known || announced) {
      return true;
    }
  }
  return false;
}

/// "Travelled on to", "flew onward to": another stage of a journey.
bool onward(const ClaimWords& c) {
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    const bool goes = c.is(i - 1, {"travelled", "traveled", "went", "flew", "moved", "sailed",
                                   "drove", "continued", "journeyed", "marched", "rode", "go",
                                   "travel", "fly", "move", "sail", "drive", "continue"});
    if (goes && (c.is(i, {"onward"}) || (c.is(i, {"on"}) && c.is(i + 1, {"to", "from"})))) {
      return true;
    }
  }
  return false;
}

/// "Released the figures", "the figures were made public": no word of another deed.
bool publishes(const ClaimWords& c) {
  return std::any_of(c.claim.stages.begin(), c.claim.stages.end(),
                     [](const Stage& stage) { return stage.course == "publication"; });
}

/// One verb with two objects: "inaugurated a school", "inaugurated a clinic".
bool one_verb_two_objects(const PairContext& pair, const EventGate& gate) {
  return std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& a) {
    return a.verb && is_told(a) && in_common(gate, a.id) &&
           std::any_of(pair.right.terms.begin(), pair.right.terms.end(), [&](const Term& b) {
             return b.verb && b.id == a.id && other_objects(pair, gate, a, b);
           });
  });
}

/// Bodies that meet time and again.
bool standing_body(const ClaimWords& c) {
  return has_any(c, {"committee", "commission", "council", "board", "parliament", "assembly",
                     "cabinet", "senate", "congress", "chamber", "panel", "court", "conference"});
}

bool sits(const ClaimWords& c) {
  return has_any(c, {"meeting", "meetings", "met", "meet", "meets", "session", "sessions",
                     "sitting", "sittings", "convened", "convene", "hearing"});
}

/// "Will hold its session": of meetings to come, a body announces the next one.
bool to_come(const Claim& claim) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [](const Term& term) {
    return term.verb && !term.frame && !term.relative && term.modality == Modality::kFuture;
  });
}

/// "Its fifth session": both say which one.
bool one_of_series(const ClaimWords& left, const ClaimWords& right) {
  static constexpr WordList kOrdinals = {
      "first",  "second",  "third",   "fourth",    "fifth",         "sixth",   "seventh",
      "eighth", "ninth",   "tenth",   "eleventh",  "twelfth",       "opening", "inaugural",
      "annual", "closing", "regular", "emergency", "extraordinary", "plenary", "constituent"};
  for (std::uint32_t i = left.begin(); i < left.end(); ++i) {
    if (left.is(i, kOrdinals) && right.find(right.begin(), {left.at(i)}) < right.end()) {
      return true;
    }
  }
  return false;
}

/// Meetings of one body that lie weeks apart: "met on 3 February", "held a session on 9 November".
bool two_sessions(const PairContext& pair, const DateMention& a, const DateMention& b) {
  constexpr int kWeeks = 7;
  const auto day = [](const DateValue& d) { return d.month * 31 + d.day; };
  const int between = day(a.value) - day(b.value);
  const bool far = a.value.month != 0 && b.value.month != 0 &&
                   (between >= kWeeks || between <= -kWeeks || a.value.year != b.value.year);
  return far && standing_body(left_of(pair)) && standing_body(right_of(pair)) &&
         sits(left_of(pair)) && sits(right_of(pair)) &&
         !(to_come(pair.left) && to_come(pair.right)) &&
         !one_of_series(left_of(pair), right_of(pair));
}

/// Both sides give a figure of one thing, and not the same.
bool other_figure(const PairContext& pair) {
  const auto one_thing = [](const Quantity& x, const Quantity& y) {
    const bool counted = x.head.empty() || y.head.empty() || shares(x.head, y.head);
    return !x.designator && !y.designator && x.unit == y.unit && x.unit != "month" && counted &&
           x.value.low != y.value.low;
  };
  const auto& right = pair.right.quantities;
  return std::any_of(pair.left.quantities.begin(), pair.left.quantities.end(),
                     [&](const Quantity& x) {
                       return std::any_of(right.begin(), right.end(),
                                          [&](const Quantity& y) { return one_thing(x, y); });
                     });
}

/// "Flew 300,000 passengers in 2021", "carried 420,000 in 2022": each its own year's figure. "By
/// noon 12 had been counted", "at nine the number had gone up to 17": a count that goes on.
bool figures_of_times(const PairContext& pair, const DateMention& a, const DateMention& b) {
  constexpr long kMonth = 28;
  constexpr long kUneven = 3;
  const long left = days_covered(a);
  const long right = days_covered(b);
  const bool periods =
      left >= kMonth && right >= kMonth && left - right <= kUneven && right - left <= kUneven;
  const auto grown = [](const ClaimWords& c) {
    return has_any(c, {"risen", "reached", "climbed", "grown", "gone", "mounted", "rose"});
  };
  const bool goes_on = a.use == DateUse::kBy || b.use == DateUse::kBy || grown(left_of(pair)) ||
                       grown(right_of(pair));
  return (periods || goes_on) && other_figure(pair);
}

}  // namespace

bool again_on_one_side(const PairContext& pair) {
  // "the second round", "the run-off"
  const auto runs_off = [&](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(),
                       [&](const Term& term) { return pair.words.stem(term.id) == "=runoff"; });
  };
  if (runs_off(pair.left) && runs_off(pair.right)) {
    return false;
  }
  return repeated(left_of(pair)) != repeated(right_of(pair)) &&
         !(reopens(pair.left) && reopens(pair.right));
}

bool other_times(const PairContext& pair, const EventGate& gate, const DateMention& a,
                 const DateMention& b) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en") {
    return false;
  }
  const ClaimWords left = left_of(pair);
  const ClaimWords right = right_of(pair);
  return two_clocks(left, right) || kept(left, a, right, b) || kept(right, b, left, a) ||
         again_on_one_side(pair) || two_sessions(pair, a, b) || first_and_last(left, right) ||
         (said_of_it(left) != said_of_it(right) && !(publishes(left) && publishes(right))) ||
         figures_of_times(pair, a, b) || onward(left) != onward(right) ||
         one_verb_two_objects(pair, gate);
}

}  // namespace parallax
