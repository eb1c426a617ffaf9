#include "engine/compare/other_matter.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/compare/denial_agrees.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

bool english(const PairContext& pair) {
  return pair.left_document.language == "en" && pair.right_document.language == "en";
}

ClaimWords left_of(const PairContext& pair) {
  return {pair.words, pair.left_document, pair.left};
}

ClaimWords right_of(const PairContext& pair) {
  return {pair.words, pair.right_document, pair.right};
}

bool dated(const Claim& claim, std::uint32_t i) {
  return std::any_of(claim.dates.begin(), claim.dates.end(), [&](const DateMention& date) {
    return i >= date.first_token && i <= date.last_token;
  });
}

/// "By nightfall", "by the end of": no agent of a passive.
bool by_some_time(const ClaimWords& c, std::uint32_t i) {
  return c.is(i + 1, {"nightfall", "then", "dawn", "dusk", "noon", "midnight", "now", "evening",
                      "morning", "deadline"}) ||
         dated(c.claim, i + 1) ||
         (c.is(i + 1, {"the"}) && c.is(i + 2, {"end", "deadline", "time"}));
}

/// A word that puts what is told before, at or after some time; empty if there is none.
std::string_view time_relation(const ClaimWords& c) {
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    if (c.is(i, {"since", "until", "till", "before", "after", "during", "beyond", "anymore",
                 "previously", "formerly", "later", "eventually", "subsequently", "initially",
                 "once", "originally"})) {
      return c.at(i);
    }
    if (c.is(i, {"longer"}) && c.is(i - 1, {"no", "any"})) {
      return "longer";
    }
    if (c.is(i, {"following"}) && c.is(i + 1, {"the", "its", "their", "a", "this"})) {
      return "after";
    }
    if (c.is(i, {"by"}) && by_some_time(c, i)) {
      return "by";
    }
    if (c.is(i, {"next", "following"}) &&
        c.is(i + 1, {"day", "morning", "week", "month", "year", "evening", "night"})) {
      return "later";
    }
  }
  return {};
}

/// The first word that says which of a series is meant; empty if there is none, or several.
std::string_view ordinal(const ClaimWords& c) {
  std::string_view only;
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    if (only.empty() && c.is(i, {"improved", "revised", "amended", "reworked", "redrafted"}) &&
        c.is(i + 1, {"offer", "draft", "bill", "plan", "proposal", "version", "text", "bid",
                     "agreement", "contract", "budget"})) {
      only = "revised";  // "the revised offer": not the first one
      continue;
    }
    const bool other = c.is(i, {"first", "second", "third", "fourth", "fifth", "sixth", "seventh",
                                "eighth", "ninth", "tenth", "previous", "latest"});
    if (other && !only.empty() && only != c.at(i)) {
      return {};
    }
    only = other ? c.at(i) : only;
  }
  return only;
}

/// "On the rise", "met with anger": what is compared tells nothing apart.
bool compared(const Claim& claim, const Claim& other, const Term& term) {
  const auto covers = [&](const auto& word) {
    return word.span.begin <= term.span.begin && term.span.end <= word.span.end;
  };
  // "guilty of fraud": a state of its own, to which the other side says nothing
  const auto answered = [&](const Direction& d) {
    return covers(d) && std::any_of(other.directions.begin(), other.directions.end(),
                                    [&](const Direction& o) { return o.axis == d.axis; });
  };
  return std::any_of(claim.directions.begin(), claim.directions.end(), answered) ||
         std::any_of(claim.stances.begin(), claim.stances.end(), covers);
}

/// Prepositions of what is meant; others say when, how and through whom.
bool tells_apart(std::string_view preposition) {
  static constexpr WordList kPrepositions = {"of",   "to",    "for",  "in",
                                             "with", "about", "over", "against"};
  return kPrepositions.contains(preposition);
}

/// "Open to cars", "for lorries it stays shut".
bool same_preposition(const WordTable& words, StemId a, StemId b) {
  const auto whom = [&](StemId id) { return words.stem(id) == "to" || words.stem(id) == "for"; };
  return a == b || (whom(a) && whom(b));
}

/// "The matter", "the idea": stands for whatever the other side calls by its name; a time tells
/// when, not what.
bool stands_for_any(const WordTable& words, const Term& term) {
  static constexpr WordList kNouns = {
      "matter", "issu", "question", "case", "affair", "subject", "point", "topic", "incident",
      "event", "situat", "idea", "thing", "move", "step", "action", "develop", "approach",
      "request", "propos", "plan", "decis", "measur", "effort", "half", "year", "month", "week",
      "day", "quarter", "period", "season", "hour", "minut", "time", "morn", "even", "night",
      "afternoon", "decad", "centuri", "term", "stage", "moment",
      // "ceased operations", "stopped flying"
      "oper", "fli", "servic", "work", "busi", "trade", "product", "public", "activ", "exist",
      "run", "suppli", "deliveri", "print", "traffic", "broadcast"};
  return kNouns.contains(words.stem(term.stem));
}

bool own_oblique(const WordTable& words, const Claim& claim, const Claim& other, const Term& term,
                 const EventGate& gate) {
  if (stands_for_any(words, term)) {
    return false;
  }
  const bool told = std::any_of(other.terms.begin(), other.terms.end(), [&](const Term& theirs) {
    return theirs.stem == term.stem || kin(theirs, term);
  });
  return !told && !compared(claim, other, term) && term.slot == Slot::kOblique && is_told(term) &&
         !is_entity(term) && !term.verb && !term.attribute && !in_common(gate, term.id);
}

/// What a verb is done to; nothing where a word stands for it that may stand for anything.
std::vector<StemId> objects_of(const WordTable& words, const Claim& claim, const Term& verb) {
  std::vector<StemId> objects;
  for (const Term& term : claim.terms) {
    if (term.slot == Slot::kObject && !term.verb && !term.attribute && is_told(term) &&
        term.clause == verb.clause && term.token > verb.token) {
      if (stands_for_any(words, term)) {
        return {};
      }
      objects.push_back(term.id);
    }
  }
  return objects;
}

/// "The number of incidents": what is counted or measured, not the count.
bool measure_noun(std::string_view stem) {
  static constexpr WordList kMeasures = {"number",  "amount", "share", "level", "rate",
                                         "valu",    "volum",  "total", "sum",   "quantiti",
                                         "proport", "intens", "size",  "scale"};
  stem.remove_prefix(stem.starts_with("=") ? 1 : 0);
  return kMeasures.contains(stem);
}

/// Head of the noun phrase in front of a predicate, or what it measures; nullptr if there is none.
const Term* bearer(const WordTable& words, const Claim& claim, const Term& predicate) {
  const Term* head = nullptr;
  bool measure = false;
  for (const Term& term : claim.terms) {
    if (term.token >= predicate.token || term.clause != predicate.clause || !is_told(term) ||
        term.verb || term.attribute) {
      continue;
    }
    const bool of = term.slot == Slot::kOblique && words.stem(term.preposition) == "of";
    if (term.slot == Slot::kSubject && term.preposition == StemId{}) {
      head = &term;
      measure = measure_noun(words.stem(term.stem)) || measure_noun(words.stem(term.id));
    } else if (measure && of) {
      head = &term;
      measure = false;
    }
  }
  return measure ? nullptr : head;
}

/// A noun that says which kind of thing is meant stands right in front: "radio", of a station.
const Term* kind_in_front(const ClaimWords& c, const Term& head) {
  static constexpr std::array<std::string_view, 16> kAdjectives = {
      "al",  "ive", "ous", "ed",  "ing",  "ful",  "ic",  "able",
      "ent", "ant", "ary", "ish", "less", "ible", "ian", "st"};
  const auto kind = std::find_if(c.claim.terms.begin(), c.claim.terms.end(), [&](const Term& term) {
    return term.token + term.tokens == head.token;
  });
  if (kind == c.claim.terms.end() || !is_content(*kind) || is_entity(*kind) || kind->verb ||
      kind->attribute) {
    return nullptr;
  }
  const std::string_view word = c.at(kind->token + kind->tokens - 1);
  const bool adjective =
      std::any_of(kAdjectives.begin(), kAdjectives.end(),
                  [&](std::string_view ending) { return word.ends_with(ending); });
  return adjective ? nullptr : &*kind;
}

const Term* object_head(const Claim& claim, const Term& verb) {
  const Term* head = nullptr;
  for (const Term& term : claim.terms) {
    if (term.slot == Slot::kObject && term.clause == verb.clause && term.token > verb.token &&
        is_told(term) && !term.verb && !term.attribute) {
      if (head != nullptr && term.token != head->token + head->tokens) {
        break;
      }
      head = &term;
    }
  }
  return head;
}

/// "The radio station", "the police station".
bool other_kind_of_thing(const PairContext& pair, const EventGate& gate, const Term& left,
                         const Term& right) {
  const Term* a = object_head(pair.left, left);
  const Term* b = object_head(pair.right, right);
  if (a == nullptr || b == nullptr || a->id != b->id) {
    return false;
  }
  const Term* x = kind_in_front(left_of(pair), *a);
  const Term* y = kind_in_front(right_of(pair), *b);
  return x != nullptr && y != nullptr && !in_common(gate, x->id) && !in_common(gate, y->id);
}

}  // namespace

bool other_relation_to_time(const PairContext& pair) {
  if (!english(pair)) {
    return false;
  }
  const std::string_view left = time_relation(left_of(pair));
  const std::string_view right = left.empty() ? left : time_relation(right_of(pair));
  return !left.empty() && !right.empty() && left != right;
}

bool other_ordinals(const PairContext& pair) {
  if (!english(pair)) {
    return false;
  }
  const std::string_view left = ordinal(left_of(pair));
  const std::string_view right = left.empty() ? left : ordinal(right_of(pair));
  return !left.empty() && !right.empty() && left != right;
}

bool other_obliques(const PairContext& pair, const EventGate& gate) {
  return english(pair) &&
         std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& a) {
           return own_oblique(pair.words, pair.left, pair.right, a, gate) &&
                  tells_apart(pair.words.stem(a.preposition)) &&
                  std::any_of(pair.right.terms.begin(), pair.right.terms.end(), [&](const Term& b) {
                    return own_oblique(pair.words, pair.right, pair.left, b, gate) &&
                           same_preposition(pair.words, a.preposition, b.preposition);
                  });
         });
}

namespace {

/// "The Belmar side", "the Belmar army": a name of both says whose.
bool of_one_owner(const Claim& claim, const EventGate& gate, const Term& predicate) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_entity(term) && is_told(term) && term.token < predicate.token &&
           term.clause == predicate.clause && in_common(gate, term.id);
  });
}

}  // namespace

bool other_bearers(const PairContext& pair, const EventGate& gate, const Term& left,
                   const Term& right) {
  if (!english(pair) || left.passive != right.passive ||
      !((left.verb && right.verb) || (left.predicative && right.predicative))) {
    return false;
  }
  const Term* a = bearer(pair.words, pair.left, left);
  const Term* b = bearer(pair.words, pair.right, right);
  if (a == nullptr || b == nullptr || own_of_party(left_of(pair), *a, pair.right, *b) ||
      own_of_party(right_of(pair), *b, pair.left, *a) ||
      (a->actor == b->actor && of_one_owner(pair.left, gate, left) &&
       of_one_owner(pair.right, gate, right))) {
    return false;
  }
  return a->id != b->id && !kin(*a, *b) && a->stem != b->stem && !is_entity(*a) && !is_entity(*b) &&
         !in_common(gate, a->id) && !in_common(gate, b->id);
}

bool deed_noun(const ClaimWords& words, const Term& term) {
  static constexpr std::array<std::string_view, 14> kEndings = {
      "ing", "tion", "sion", "ment", "ance", "ence", "ure",
      "al",  "age",  "xion", "sis",  "eal",  "ery",  "ty"};
  const std::string_view word = words.at(term.token + term.tokens - 1);
  return term.event || std::any_of(kEndings.begin(), kEndings.end(),
                                   [&](std::string_view ending) { return word.ends_with(ending); });
}

bool other_objects(const PairContext& pair, const EventGate& gate, const Term& left,
                   const Term& right) {
  if (!english(pair) || !left.verb || !right.verb || left.passive || right.passive) {
    return false;
  }
  const std::vector<StemId> a = objects_of(pair.words, pair.left, left);
  const std::vector<StemId> b = objects_of(pair.words, pair.right, right);
  const auto known = [&](StemId id) { return in_common(gate, id); };
  return (!a.empty() && !b.empty() && std::none_of(a.begin(), a.end(), known) &&
          std::none_of(b.begin(), b.end(), known)) ||
         other_kind_of_thing(pair, gate, left, right);
}

}  // namespace parallax
