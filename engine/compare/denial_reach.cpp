#include "engine/compare/denial_reach.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "engine/compare/date_values.hpp"
#include "engine/compare/denial_agrees.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/only_ordered.hpp"
#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// One side of a pair with the shared predicate.
struct Side : ClaimWords {
  const PairContext& pair;
  const Term& term;
};

/// "Not over the report but over the budget", "not live rounds, only rubber bullets".
bool corrects(const Side& denier) {
  const std::uint32_t but = denier.find(denier.term.token, {"but", "only", "rather"});
  if (but >= denier.end()) {
    return false;
  }
  if (denier.is(but, {"only"})) {
    return denier.is(but - 1, {",", "but", "and"});
  }
  if (denier.is(but, {"rather"})) {
    return denier.is(but + 1, {"than"});
  }
  return denier.is(but + 1, {"over", "for", "by", "with", "in", "on", "to", "from", "only",
                             "because", "rather", "of", "at", "as"});
}

/// How, with whom or how much: "in full", "alone", "formally".
bool of_manner(const Side& side, std::uint32_t i) {
  if (side.is(i, {"alone",        "outright",      "altogether", "immediately",  "directly",
                  "personally",   "unanimously",   "publicly",   "formally",     "officially",
                  "explicitly",   "deliberately",  "knowingly",  "exclusively",  "solely",
                  "simply",       "merely",        "together",   "unilaterally", "voluntarily",
                  "willingly",    "automatically", "properly",   "thoroughly",   "adequately",
                  "sufficiently", "completely",    "entirely",   "wholly",       "fully",
                  "necessarily",  "intentionally", "instantly",  "promptly",     "permanently"})) {
    return true;
  }
  if (side.is(i, {"in"})) {
    return side.is(i + 1, {"full", "person", "part", "public", "advance", "writing", "isolation",
                           "secret", "detail", "vain", "entirety"}) ||
           (side.is(i + 1, {"its", "their", "his", "her"}) &&
            side.is(i + 2, {"entirety", "original", "present", "current"}));
  }
  return side.is(i, {"on", "at"}) && side.is(i + 1, {"time", "once", "first", "schedule"});
}

/// "Did not pay the fine in full": what is denied is how.
bool denies_manner(const Side& denier, const Side& other) {
  constexpr std::uint32_t kBefore = 3;
  const std::uint32_t from =
      denier.term.token < denier.begin() + kBefore ? denier.begin() : denier.term.token - kBefore;
  for (std::uint32_t i = from; i < denier.end() && !denier.is(i, {";", ":"}); ++i) {
    if (of_manner(denier, i)) {
      return !of_manner(other, other.find(other.begin(), {denier.at(i)}));
    }
  }
  return false;
}

/// "Has not produced coal since 2015", "produced coal until 2015".
bool of_other_time(const Side& denier, const Side& other) {
  if (other_relation_to_time(denier.pair)) {
    return true;
  }
  const DateMention* near = nullptr;
  std::uint32_t least = 0;
  for (const DateMention& date : denier.claim.dates) {
    const std::uint32_t at = denier.term.token;
    const std::uint32_t far = date.first_token > at ? date.first_token - at : at - date.first_token;
    if (near == nullptr || far < least) {
      near = &date;
      least = far;
    }
  }
  return near != nullptr && denier.claim.dates.size() > 1 && !other.claim.dates.empty() &&
         std::all_of(other.claim.dates.begin(), other.claim.dates.end(),
                     [&](const DateMention& date) { return dates_apart(*near, date) == true; });
}

/// Where a side begins to speak of what is otherwise: "except Calden", "unlike in May", "as it had
/// in 2019"; `end()` if it does not.
std::uint32_t exception_of(const Side& side) {
  for (std::uint32_t i = side.begin(); i < side.end(); ++i) {
    if (side.is(i, {"although", "though", "unlike", "except", "excepting", "excluding", "whereas",
                    "save", "bar", "barring"}) ||
        (side.is(i, {"other"}) && side.is(i + 1, {"than"})) ||
        (side.is(i, {"apart", "aside"}) && side.is(i + 1, {"from"}))) {
      return i;
    }
    if (side.is(i, {"but"}) &&
        side.is(i + 1, {"will", "did", "had", "has", "have", "not", "would", "does", "do"})) {
      return i;
    }
    if (side.is(i, {"as"}) && side.is(i + 2, {"had", "did", "has", "does", "would"})) {
      return i;
    }
  }
  return side.end();
}

/// What stands behind the exception of one side is what the other speaks of.
bool meets_exception(const Side& side, const Side& other) {
  const std::uint32_t at = exception_of(side);
  // "Apart from Norland, nobody paid": the exception in front reaches to its comma
  const std::uint32_t over = at == side.begin() ? side.find(at, {","}) : side.end();
  const auto in_front = [&](StemId id) {
    return std::any_of(side.claim.terms.begin(), side.claim.terms.end(), [&](const Term& term) {
      return term.id == id && (term.token < at || term.token > over) && is_content(term);
    });
  };
  return at < side.end() &&
         (std::any_of(side.claim.terms.begin(), side.claim.terms.end(),
                      [&](const Term& term) {
                        return term.token > at && term.token < over && is_content(term) &&
                               !in_front(term.id) &&
                               std::any_of(
                                   other.claim.terms.begin(), other.claim.terms.end(),
                                   [&](const Term& b) { return b.id == term.id && is_content(b); });
                      }) ||
          std::any_of(side.claim.dates.begin(), side.claim.dates.end(), [&](const DateMention& a) {
            return a.first_token > at &&
                   std::any_of(other.claim.dates.begin(), other.claim.dates.end(),
                               [&](const DateMention& b) { return dates_apart(a, b) == false; });
          }));
}

/// "Hardly any shops opened", "a few shops opened".
bool both_few(const Side& denier, const Side& other) {
  const std::initializer_list<std::string_view> few = {"few", "some", "several", "handful"};
  return denier.find(denier.begin(), {"hardly", "barely", "scarcely"}) < denier.end() &&
         other.find(other.begin(), few) < other.end();
}

/// "Has not decided whether to sign", "never said that the tax would rise", "does not oblige X to
/// pay": a denied verb that leaves its content open.
bool left_open(const Side& denier) {
  const Term& term = denier.term;
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t i = term.token; i > denier.begin() && i + kReach > term.token; --i) {
    if (denier.is(i - 1, {"whether"})) {
      return true;
    }
  }
  const Term* governor = nullptr;
  for (const Term& verb : denier.claim.terms) {
    if (verb.token < term.token && verb.negated && (verb.verb || verb.speech)) {
      governor = &verb;
    }
  }
  if (governor == nullptr || governor->token == term.token) {
    return false;
  }
  static constexpr std::array<std::string_view, 14> kForces = {
      "oblig",  "=oblige", "forc", "compel", "requir",   "=require", "order",
      "=order", "ask",     "urg",  "tell",   "instruct", "expect",   "advis"};
  static constexpr std::array<std::string_view, 8> kDisputes = {
      "question", "=question", "disput", "=dispute", "contest", "challeng", "affect", "=challenge"};
  const auto any = [](const auto& list, std::string_view stem) {
    return std::find(list.begin(), list.end(), stem) != list.end();
  };
  if (term.token > denier.begin() && denier.is(term.token - 1, {"to"}) &&
      (any(kForces, denier.words.stem(governor->stem)) ||
       any(kForces, denier.words.stem(governor->id)))) {
    return true;
  }
  if (any(kDisputes, denier.words.stem(governor->stem)) ||
      any(kDisputes, denier.words.stem(governor->id))) {
    return true;  // "does not question the right of X to defend itself"
  }
  const std::uint32_t that =
      denier.find(governor->token + 1, {"that", "who", "which", "how", "why"});
  const std::uint32_t reach = governor->token + governor->tokens + 1;
  return governor->speech && governor->governed && that < term.token && that <= reach;
}

/// "Did not rule on the merits", "ruled that it was admissible".
bool of_other_content(const Side& denier, const Side& other) {
  const auto behind = [](const Side& side) { return side.term.token + side.term.tokens; };
  const std::initializer_list<std::string_view> links = {"on", "about", "over", "for",
                                                         "to", "in",    "with", "against"};
  return denier.term.verb && other.term.verb &&
         ((denier.is(behind(denier), links) && other.is(behind(other), {"that"})) ||
          (denier.is(behind(denier), {"that"}) && other.is(behind(other), links)));
}

/// Both sides name what it is done to, or who or what it is said of, and nothing of it is the same.
bool of_other_parties(const EventGate& gate, const Side& denier, const Side& other) {
  constexpr double kSameTelling = 0.4;
  const bool left = &denier.claim == &denier.pair.left;
  const Term& a = left ? denier.term : other.term;
  const Term& b = left ? other.term : denier.term;
  return other_objects(denier.pair, gate, a, b) ||
         (gate.jaccard >= kSameTelling && other_bearers(denier.pair, gate, a, b));
}

/// "Norland denied that its forces crossed the border", "Belmar's forces crossed the border".
bool of_other_owner(const Side& denier, const Side& other) {
  const bool own = denier.find(denier.begin(), {"its", "their", "his", "her"}) < denier.term.token;
  const auto doer =
      std::find_if(other.claim.terms.begin(), other.claim.terms.end(), [&](const Term& term) {
        return is_entity(term) && !term.frame && !is_place(term) && term.token < other.term.token &&
               term.clause == other.term.clause;
      });
  if (!own || doer == other.claim.terms.end()) {
    return false;
  }
  bool any = false;
  bool same = false;
  for (const Term& term : denier.claim.terms) {
    if (is_entity(term) && term.token < denier.term.token) {
      any = true;
      same = same || term.id == doer->id ||
             (&denier.claim == &denier.pair.left ? same_entity(denier.pair, term, *doer)
                                                 : same_entity(denier.pair, *doer, term));
    }
  }
  return any && !same;
}

/// "The water is not unsafe", "the water is safe".
bool denies_opposite(const Side& denier, const Side& other) {
  for (std::uint32_t i = denier.begin(); i + 1 < denier.end(); ++i) {
    if (!denier.is(i, {"not", "never", "without", "hardly"})) {
      continue;
    }
    const std::string_view word = denier.at(i + 1);
    for (const std::string_view prefix : {"un", "in", "im", "il", "ir", "dis", "non"}) {
      if (word.size() > prefix.size() + 3 && word.starts_with(prefix) &&
          other.find(other.begin(), {word.substr(prefix.size())}) < other.end()) {
        return true;
      }
    }
  }
  return false;
}

/// "Withdrew its objection", "dropped the charges": what is given up is not there.
bool given_up(const WordTable& words, const Term& term) {
  static constexpr WordList kVerbs = {"=withdraw", "withdraw", "=drop",    "drop",
                                      "=lift",     "lift",     "=abandon", "abandon",
                                      "waiv",      "retract",  "=cancel",  "renounc"};
  return !term.verb && term.slot == Slot::kObject && kVerbs.contains(words.stem(term.governor));
}

}  // namespace

bool denial_spares(const PairContext& pair, const EventGate& gate, const TermPair& s) {
  if (given_up(pair.words, s.left->negated ? *s.right : *s.left)) {
    return true;
  }
  if (pair.left_document.language != "en" || pair.right_document.language != "en") {
    return false;
  }
  const Side left{{pair.words, pair.left_document, pair.left}, pair, *s.left};
  const Side right{{pair.words, pair.right_document, pair.right}, pair, *s.right};
  const Side& denier = s.left->negated ? left : right;
  const Side& other = s.left->negated ? right : left;
  return corrects(denier) || only_ordered(denier, other) || denies_manner(denier, other) ||
         of_other_time(denier, other) || meets_exception(denier, other) ||
         meets_exception(other, denier) || both_few(denier, other) || left_open(denier) ||
         of_other_content(denier, other) || of_other_parties(gate, denier, other) ||
         of_other_owner(denier, other) || denies_opposite(denier, other) || denial_agrees(pair, s);
}

}  // namespace parallax
