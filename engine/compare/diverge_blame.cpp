/// Who did it, or who is to blame: one deed that each side lays to another party.

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/holder_matter.hpp"
#include "engine/compare/name_slots.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Forces of a state, armed groups, crowds: who is one is not the other. 0 for anybody else.
int camp_of(std::string_view id) {
  static constexpr std::string_view kForces[] = {"=soldier",        "=army",  "=police",
                                                 "=police_officer", "=navy",  "=airforce",
                                                 "=border_guard",   "=guard", "=coastguard"};
  static constexpr std::string_view kGroups[] = {"=militant", "=separatists", "=sabotage_group",
                                                 "=pirate"};
  static constexpr std::string_view kCrowds[] = {"=protester", "=student",  "=farmer",
                                                 "=resident",  "=civilian", "=fan"};
  const auto among = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), id) != std::end(list);
  };
  return among(kForces) ? 1 : among(kGroups) ? 2 : among(kCrowds) ? 3 : 0;
}

using Terms = std::vector<const Term*>;

Terms terms_at(const Claim& claim, const std::vector<std::uint32_t>& indices) {
  Terms terms;
  for (const std::uint32_t t : indices) {
    terms.push_back(&claim.terms[t]);
  }
  return terms;
}

/// A blame with its terms.
struct Laid {
  Terms parties, deed, patients;
  bool told_as_deed = false;
};

Laid laid_of(const Claim& claim, const Blame& blame) {
  return {terms_at(claim, blame.parties), terms_at(claim, blame.deed),
          terms_at(claim, blame.patients), blame.told_as_deed};
}

/// "The attack on the Selm bridge": a name that both sides have is not who did it.
bool of_both(const PairContext& pair, const Term& term) {
  const auto has = [&](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(),
                       [&](const Term& other) { return other.id == term.id && !other.frame; });
  };
  return is_entity(term) && has(pair.left) && has(pair.right);
}

/// The word that tells who it was: a name, a body, or one of a camp; nullptr if there is none.
/// Names that both sides have come last.
const Term* told_party(const PairContext& pair, const Claim& claim, const Blame& blame,
                       bool camps) {
  const Term* known = nullptr;
  static constexpr WordList kWhere = {"at", "in", "near", "off", "outsid"};
  bool thing = false;
  for (const std::uint32_t t : blame.parties) {
    const Term& term = claim.terms[t];
    if (thing && is_entity(term) && kWhere.contains(pair.words.stem(term.preposition))) {
      continue;  // "the derailment at Tarn": what happened, and where
    }
    thing = thing || (!is_entity(term) && !term.actor);
    const bool named = !camps && (is_entity(term) || term.actor);
    if (!named && camp_of(pair.words.stem(term.id)) == 0) {
      continue;
    }
    const bool name = term.kind == TermKind::kName && !of_both(pair, term);
    if (name) {
      return &term;  // "the militia Red Dawn"
    }
    const bool first = known == nullptr || (of_both(pair, *known) && !of_both(pair, term));
    known = first ? &term : known;
  }
  return known;
}

bool shares(const PairContext& pair, const Terms& left, const Terms& right) {
  return std::any_of(left.begin(), left.end(), [&](const Term* a) {
    return std::any_of(right.begin(), right.end(), [&](const Term* b) {
      return a->id == b->id || kin(*a, *b) ||
             (is_entity(*a) && is_entity(*b) && same_entity(pair, *a, *b));
    });
  });
}

/// Something that happened, in both.
bool one_deed(const Laid& a, const Laid& b) {
  return std::any_of(a.deed.begin(), a.deed.end(), [&](const Term* x) {
    return !is_entity(*x) && std::any_of(b.deed.begin(), b.deed.end(), [&](const Term* y) {
      return x->id == y->id || kin(*x, *y) ||
             (!is_entity(*y) && x->stem == y->stem && x->tokens == y->tokens);
    });
  });
}

/// "Gunmen killed the two", "the two were killed by soldiers": done to the same; what each side
/// lost or counted itself is no common deed.
bool one_patient(const PairContext& pair, const EventGate& gate, const Laid& a, const Laid& b) {
  const auto own = [&](const Laid& blame) {
    return blame.told_as_deed && own_deed(pair.words.stem(blame.deed.front()->id));
  };
  // "The army killed three militants", "militants killed three soldiers": two deeds
  const auto camp = [&](const Terms& people, const Terms& of) {
    return std::any_of(people.begin(), people.end(), [&](const Term* x) {
      const int one = camp_of(pair.words.stem(x->id));
      return one != 0 && std::any_of(of.begin(), of.end(), [&](const Term* y) {
               return camp_of(pair.words.stem(y->id)) == one;
             });
    });
  };
  const auto named = [&](const Term& term) {
    return is_told(term) && is_entity(term) && in_common(gate, term.id);
  };
  const bool one_place = std::any_of(pair.left.terms.begin(), pair.left.terms.end(), named) &&
                         !camp(a.patients, b.parties) && !camp(b.patients, a.parties);
  return !own(a) && !own(b) &&
         (!(a.told_as_deed || b.told_as_deed) || shares(pair, a.patients, b.patients) ||
          one_place || shares(pair, a.patients, b.deed) || shares(pair, b.patients, a.deed));
}

/// Names of places and countries tell a party only where both sides do.
bool only_place(const Laid& blame) {
  return std::all_of(blame.parties.begin(), blame.parties.end(),
                     [](const Term* term) { return is_place(*term); });
}

/// "The militia Red Dawn", "the Shigella bacterium".
bool beside_noun(const Claim& claim, const Term& name) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_content(term) && !is_entity(term) && !term.verb &&
           term.preposition == name.preposition &&
           (term.token + term.tokens == name.token || name.token + name.tokens == term.token);
  });
}

Finding finding_of(const PairContext& pair, const Term& left, const Term& right) {
  Finding f;
  // "Ostria", "Kelland": two states; "the Red Dawn group", "Colonel Holm": who it was
  const bool told = left.tokens > 1 || right.tokens > 1 || beside_noun(pair.left, left) ||
                    beside_noun(pair.right, right);
  const bool names = told && left.kind == TermKind::kName && right.kind == TermKind::kName &&
                     unknown_there(pair, true, left) && unknown_there(pair, false, right);
  f.kind = names ? "name" : "role";  // "by the Red Dawn", "by the Free Army": who it was
  f.severity = Severity::kConflict;
  f.rule = f.kind + ".blame";
  f.confidence = 0.7;
  f.slot = "who";
  f.left = {left.span, {{"agent", pair.words.stem(left.id)}}};
  f.right = {right.span, {{"agent", pair.words.stem(right.id)}}};
  f.explanation = "One deed is laid to " + std::string(pair.left_document.slice(left.span)) +
                  " on one side and to " + std::string(pair.right_document.slice(right.span)) +
                  " on the other";
  return f;
}

}  // namespace

void diverge_blame(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (pair.left.blames.empty() || pair.right.blames.empty() || gate.other_event ||
      gate.other_time || gate.other_place || gate.shared < 2) {
    return;
  }
  const bool counts = std::any_of(out.begin(), out.end(), [](const Finding& f) {
    return f.rule.starts_with("number.") || f.kind == "name";  // each side counts another thing
  });
  if (counts) {
    return;
  }
  for (const Blame& a : pair.left.blames) {
    for (const Blame& b : pair.right.blames) {
      // Two verbs of one deed are the business of names and slots, unless the camps differ.
      const bool camps = a.told_as_deed && b.told_as_deed;
      const Term* x = told_party(pair, pair.left, a, camps);
      const Term* y = told_party(pair, pair.right, b, camps);
      if (x == nullptr || y == nullptr ||
          (camps && camp_of(pair.words.stem(x->id)) == camp_of(pair.words.stem(y->id)))) {
        continue;
      }
      const Laid left = laid_of(pair.left, a);
      const Laid right = laid_of(pair.right, b);
      if (!only_place(left) && !only_place(right) && !shares(pair, left.parties, right.parties) &&
          one_deed(left, right) && one_patient(pair, gate, left, right)) {
        out.push_back(finding_of(pair, *x, *y));
        return;
      }
    }
  }
}

bool laid_to_others(const PairContext& pair) {
  const auto apart = [&](const Blame& a, const Blame& b) {
    const Laid left = laid_of(pair.left, a);
    const Laid right = laid_of(pair.right, b);
    const bool people = !a.told_as_deed || !b.told_as_deed;  // two verbs need people on both sides
    const bool told = people || (told_party(pair, pair.left, a, true) != nullptr &&
                                 told_party(pair, pair.right, b, true) != nullptr);
    return told && one_deed(left, right) && !shares(pair, left.parties, right.parties);
  };
  return std::any_of(pair.left.blames.begin(), pair.left.blames.end(), [&](const Blame& a) {
    return std::any_of(pair.right.blames.begin(), pair.right.blames.end(),
                       [&](const Blame& b) { return apart(a, b); });
  });
}

}  // namespace parallax
