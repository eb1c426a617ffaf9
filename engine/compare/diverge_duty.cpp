/// Duty, leave and ban: "must", "may", "must not".

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/compare/shared_terms.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// "may export"
bool leaves_open(const Term& term) {
  return term.modality == Modality::kPossible && !term.negated && term.governed && term.verb;
}

/// "may keep their passports", "may decide": leave that leaves another duty no room.
bool leaves_as_is(const PairContext& pair, const Term& term) {
  static constexpr WordList kAsIs = {"keep",   "=keep",   "remain", "=remain", "stay",  "=stay",
                                     "retain", "=retain", "choos",  "=choose", "decid", "=decide",
                                     "refus",  "=refuse", "declin", "opt"};
  return leaves_open(term) && kAsIs.contains(pair.words.stem(term.id));
}

bool makes_duty(const Term& term) {
  return term.modality == Modality::kObligation && !term.negated && term.governed && term.verb;
}

/// "must surrender their passports", "may keep their passports": two verbs beside what both sides
/// speak of.
void other_choice(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const auto find = [&](const Claim& claim, const auto& is) {
    return std::find_if(claim.terms.begin(), claim.terms.end(), is);
  };
  const auto duty = [](const Term& term) { return makes_duty(term); };
  const auto as_is = [&](const Term& term) { return leaves_as_is(pair, term); };
  const auto left_duty = find(pair.left, duty);
  const auto right_duty = find(pair.right, duty);
  const bool left = left_duty != pair.left.terms.end();
  const bool right = right_duty != pair.right.terms.end();
  if (left == right || gate.shared < 2) {
    return;
  }
  const Claim& free = left ? pair.right : pair.left;
  const auto choice = find(free, as_is);
  const Term& duty_term = left ? *left_duty : *right_duty;
  if (choice == free.terms.end() || in_common(gate, duty_term.id)) {
    return;
  }
  out.push_back(left ? permission_finding(pair, duty_term, *choice, true)
                     : permission_finding(pair, *choice, duty_term, false));
}

/// "may not export": a ban where "cannot" would tell what is impossible.
bool may_not(const PairContext& pair, const Document& document, const Term& term) {
  const auto word = [&](std::uint32_t back) -> std::string_view {
    return term.token < back
               ? std::string_view{}
               : std::string_view(pair.words[document.tokens[term.token - back].word].folded);
  };
  return document.language == "en" &&
         ((word(1) == "not" && word(2) == "may") || (word(2) == "not" && word(3) == "may"));
}

/// "The order permits X to install it": who may is no subject of the clause.
bool granted(const PairContext& pair, const Claim& claim, const Term& verb) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::string& id = pair.words.stem(term.id);
    return term.verb && !term.passive && term.clause == verb.clause && term.token < verb.token &&
           (id == "=licence" || id == "=permit" || id == "=authorise" || id == "=enable" ||
            id == "entitl" || id == "=entitle");
  });
}

/// "May take pictures only with a permit": leave that sets a duty.
bool only_with(const PairContext& pair, const Document& document, const Claim& claim) {
  for (std::uint32_t i = claim.first_token; i + 1 < claim.first_token + claim.token_count; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    const std::string& next = pair.words[document.tokens[i + 1].word].folded;
    if (document.language == "en" && (word == "only" || word == "solely") &&
        (next == "with" || next == "if" || next == "after" || next == "on" || next == "once" ||
         next == "when" || next == "under" || next == "by" || next == "against")) {
      return true;
    }
  }
  return false;
}

/// "must install" against "may install": duty and leave.
void permission(const PairContext& pair, const EventGate& gate, const std::vector<TermPair>& shared,
                std::vector<Finding>& out) {
  for (const TermPair& s : shared) {
    const Modality a = s.left->modality;
    const Modality b = s.right->modality;
    const bool duty = (a == Modality::kObligation && b == Modality::kPossible) ||
                      (b == Modality::kObligation && a == Modality::kPossible);
    // "must release", "may refuse to release"
    const Term& open = a == Modality::kPossible ? *s.left : *s.right;
    const Term& bound = a == Modality::kPossible ? *s.right : *s.left;
    const Document& document = a == Modality::kPossible ? pair.left_document : pair.right_document;
    const bool refusal = open.negated && !bound.negated && !may_not(pair, document, open);
    const Claim& leaving = a == Modality::kPossible ? pair.left : pair.right;
    if (!duty || only_with(pair, document, leaving) || !s.left->governed || !s.right->governed ||
        (s.left->negated != s.right->negated && !refusal) || !s.left->predicate ||
        !s.right->predicate ||
        (!granted(pair, pair.left, *s.left) && !granted(pair, pair.right, *s.right) &&
         of_other_things(pair, gate, s))) {
      continue;
    }
    out.push_back(permission_finding(pair, *s.left, *s.right, a == Modality::kObligation));
    return;
  }
}

/// Behind a word that forbids: "are forbidden to export".
bool behind_ban(const PairContext& pair, const Claim& claim, const Term& term) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& ban) {
    return ban.clause == term.clause && ban.token < term.token && !ban.negated &&
           pair.words.stem(ban.id) == "=ban";
  });
}

/// "must not export", "are forbidden to export".
bool forbids(const PairContext& pair, const Document& document, const Claim& claim,
             const Term& term) {
  // "are not obliged to export": free to do so
  const bool free = std::any_of(claim.forces.begin(), claim.forces.end(),
                                [](const Force& force) { return force.kind == "free"; });
  return !free && term.negated && (term.verb || term.governed) &&
         ((term.modality == Modality::kObligation && term.governed) ||
          (term.modality == Modality::kPossible && term.governed &&
           may_not(pair, document, term)) ||
          (factual(term.modality) && behind_ban(pair, claim, term)));
}

/// Somebody who can obey, or what somebody steers.
bool can_obey(const PairContext& pair, const Term& term) {
  static constexpr WordList kSteered = {"=ship",         "=vessel",  "=boat",
                                        "=fishing_boat", "=vehicle", "=truck",
                                        "=aircraft",     "=train",   "=drone"};
  return term.actor || is_entity(term) || kSteered.contains(pair.words.stem(term.id));
}

/// Who may is who must not: whoever can obey stands in the subject of both.
bool one_addressee(const PairContext& pair, const EventGate& gate, const TermPair& s) {
  constexpr std::uint32_t kClose = 3;  // "X must not lower"
  const auto named = [&](const Claim& claim, const Term& verb) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      const bool close = term.token + term.tokens + kClose > verb.token;
      return term.token < verb.token && (term.slot == Slot::kSubject || close) && is_told(term) &&
             can_obey(pair, term) && in_common(gate, term.id);
    });
  };
  // what is done to somebody is done by those who can obey
  const bool done = s.left->passive && s.right->passive;
  return done || (named(pair.left, *s.left) && named(pair.right, *s.right));
}

/// "Flights are permitted", "filming is prohibited": 1 or -1 for a deed that is the subject of a
/// word of leave or ban, else 0.
int allowed_as_thing(const Claim& claim, const Term& deed) {
  if (deed.verb || deed.slot != Slot::kSubject) {
    return 0;
  }
  for (const Direction& d : claim.directions) {
    const Term& word = claim.terms[d.term];
    if (d.axis == "permission" && word.clause == deed.clause && word.token > deed.token &&
        (word.verb || word.predicative)) {
      return d.negated ? -d.sign : d.sign;
    }
  }
  return 0;
}

/// "A permit is required", "is mandatory": the subject of a word of need.
bool required(const WordTable& words, const Claim& claim, const Term& thing) {
  static constexpr WordList kNeed = {"requir",    "need",       "necessari",
                                     "mandatori", "compulsori", "obligatori"};
  return thing.slot == Slot::kSubject &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return (term.passive || term.predicative) && !term.negated &&
                  term.clause == thing.clause && term.token > thing.token &&
                  kNeed.contains(words.stem(term.stem));
         });
}

/// "May enter without a permit", "must obtain a permit": the same thing is needed on one side only.
void needed(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const auto free_of = [&](const Term& term) {
    return term.modality == Modality::kPossible && term.slot == Slot::kOblique && term.negated &&
           pair.words.stem(term.preposition) == "without" && is_told(term);
  };
  const auto must_have = [&](const Claim& claim, const Term& term) {
    const bool object = term.modality == Modality::kObligation && term.slot == Slot::kObject;
    return !term.negated && is_told(term) && (object || required(pair.words, claim, term));
  };
  const auto any_free = [&](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), free_of);
  };
  if (gate.shared <= 2 || (!any_free(pair.left) && !any_free(pair.right))) {
    return;
  }
  for (const Term& a : pair.left.terms) {
    for (const Term& b : pair.right.terms) {
      if (a.id != b.id) {
        continue;
      }
      const bool left_free = free_of(a) && must_have(pair.right, b);
      const bool right_free = free_of(b) && must_have(pair.left, a);
      if ((left_free || right_free) && in_common(gate, a.id)) {
        out.push_back(permission_finding(pair, a, b, right_free));
        out.back().severity = Severity::kConflict;
        return;
      }
    }
  }
}

/// "may return" against "must not return": leave and ban.
void prohibition(const PairContext& pair, const EventGate& gate,
                 const std::vector<TermPair>& shared, std::vector<Finding>& out) {
  for (const TermPair& s : shared) {
    const bool left_bans = forbids(pair, pair.left_document, pair.left, *s.left);
    const bool right_bans = forbids(pair, pair.right_document, pair.right, *s.right);
    const int left_thing = allowed_as_thing(pair.left, *s.left);
    const int right_thing = allowed_as_thing(pair.right, *s.right);
    const bool as_things = left_thing != 0 || right_thing != 0;
    const bool left = (left_bans && (leaves_open(*s.right) || right_thing > 0)) ||
                      (left_thing < 0 && leaves_open(*s.right));
    const bool right = (right_bans && (leaves_open(*s.left) || left_thing > 0)) ||
                       (right_thing < 0 && leaves_open(*s.left));
    if ((!left && !right) ||
        (!as_things && (!one_addressee(pair, gate, s) || of_other_things(pair, gate, s)))) {
      continue;
    }
    Finding f = predicate_finding(pair, "modality", "modality.prohibition", *s.left, *s.right);
    f.severity = Severity::kConflict;
    f.confidence = 0.75;
    f.explanation = std::string("The ") + (left ? "left" : "right") +
                    " side forbids what the other side allows";
    out.push_back(std::move(f));
    return;
  }
}

}  // namespace

Finding permission_finding(const PairContext& pair, const Term& left, const Term& right,
                           bool left_duty) {
  Finding f = predicate_finding(pair, "modality", "modality.permission", left, right);
  f.severity = Severity::kDifference;
  f.confidence = 0.7;
  f.explanation = std::string("The ") + (left_duty ? "left" : "right") +
                  " side makes a duty of what the other side leaves open";
  return f;
}

bool duty_denied(const PairContext& pair, const Term& left, const Term& right) {
  static constexpr WordList kDuties = {"obliged",    "required",   "need",     "needs",
                                       "duty",       "obligation", "bound",    "compelled",
                                       "compulsory", "require",    "requires", "mandatory"};
  constexpr std::uint32_t kReach = 6;
  const auto duty = [&](const Document& document, const Claim& claim, const Term& term) {
    if (document.language != "en") {
      return false;
    }
    const std::uint32_t first =
        term.token < claim.first_token + kReach ? claim.first_token : term.token - kReach;
    for (std::uint32_t i = first; i <= term.token; ++i) {
      const std::string& word = pair.words[document.tokens[i].word].folded;
      if (kDuties.contains(word)) {
        return true;
      }
    }
    return false;
  };
  const bool left_duty = duty(pair.left_document, pair.left, left);
  const bool right_duty = duty(pair.right_document, pair.right, right);
  const Term& asserted = left.negated ? right : left;
  const bool must = asserted.modality == Modality::kObligation;  // "must", "are not required to"
  return left.negated ? left_duty && (right_duty || must) : right_duty && (left_duty || must);
}

void diverge_duty(const PairContext& pair, const EventGate& gate,
                  const std::vector<TermPair>& shared, std::vector<Finding>& findings) {
  const std::size_t before = findings.size();
  permission(pair, gate, shared, findings);
  if (findings.size() == before) {
    prohibition(pair, gate, shared, findings);
  }
  if (findings.size() == before) {
    needed(pair, gate, findings);
  }
  if (findings.size() == before) {
    other_choice(pair, gate, findings);
  }
}

}  // namespace parallax
