/// Who did it, or who is to blame: one deed that each side lays to another party.

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/compare/blame.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/name_slots.hpp"

namespace parallax {
namespace {

/// Forces of a state, armed groups, crowds: who is one is not the other. 0 for anybody else.
int camp_of(std::string_view id) {
  static constexpr std::string_view kForces[] = {"=soldier",        "=army",  "=police",
                                                 "=police_officer", "=navy",  "=airforce",
                                                 "=border_guard",   "=guard", "=coastguard"};
  static constexpr std::string_view kGroups[] = {"=militant", "=separatists", "=sabotage_group"};
  static constexpr std::string_view kCrowds[] = {"=protester", "=student",  "=farmer",
                                                 "=resident",  "=civilian", "=fan"};
  const auto among = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), id) != std::end(list);
  };
  return among(kForces) ? 1 : among(kGroups) ? 2 : among(kCrowds) ? 3 : 0;
}

/// The word that tells who it was: a name, a body, or one of a camp.
const Term* told_party(const PairContext& pair, const Blame& blame, bool camps) {
  const auto it = std::find_if(blame.parties.begin(), blame.parties.end(), [&](const Term* term) {
    const bool camp = camp_of(pair.words.stem(term->id)) != 0;
    return camps ? camp : is_entity(*term) || term->actor || camp;
  });
  return it == blame.parties.end() ? nullptr : *it;
}

bool shares(const PairContext& pair, const std::vector<const Term*>& left,
            const std::vector<const Term*>& right) {
  return std::any_of(left.begin(), left.end(), [&](const Term* a) {
    return std::any_of(right.begin(), right.end(), [&](const Term* b) {
      return a->id == b->id || kin(*a, *b) ||
             (is_entity(*a) && is_entity(*b) && same_entity(pair, *a, *b));
    });
  });
}

/// Something that happened, in both.
bool one_deed(const Blame& a, const Blame& b) {
  return std::any_of(a.deed.begin(), a.deed.end(), [&](const Term* x) {
    return !is_entity(*x) && std::any_of(b.deed.begin(), b.deed.end(), [&](const Term* y) {
      return x->id == y->id || kin(*x, *y) ||
             (!is_entity(*y) && x->stem == y->stem && x->tokens == y->tokens);
    });
  });
}

/// "Gunmen killed the two", "the two were killed by soldiers": done to the same; what each side
/// lost or counted itself is no common deed.
bool one_patient(const PairContext& pair, const EventGate& gate, const Blame& a, const Blame& b) {
  const auto own = [&](const Blame& blame) {
    return blame.told_as_deed && own_deed(pair.words.stem(blame.deed.front()->id));
  };
  // "The army killed three militants", "militants killed three soldiers": two deeds
  const auto camp = [&](const std::vector<const Term*>& people,
                        const std::vector<const Term*>& of) {
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
bool only_place(const Blame& blame) {
  return std::all_of(blame.parties.begin(), blame.parties.end(),
                     [](const Term* term) { return is_place(*term); });
}

Finding finding_of(const PairContext& pair, const Term& left, const Term& right) {
  Finding f;
  f.kind = "role";
  f.severity = Severity::kConflict;
  f.rule = "role.blame";
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
  const bool counts = std::any_of(out.begin(), out.end(), [](const Finding& f) {
    return f.rule.starts_with("number.");  // each side counts another thing
  });
  if (gate.other_event || gate.other_time || gate.other_place || gate.shared < 2 || counts) {
    return;
  }
  const std::vector<Blame> left = blames_of(pair.words, {pair.left_document, pair.left});
  const std::vector<Blame> right = blames_of(pair.words, {pair.right_document, pair.right});
  for (const Blame& a : left) {
    for (const Blame& b : right) {
      // Two verbs of one deed are the business of names and slots, unless the camps differ.
      const bool camps = a.told_as_deed && b.told_as_deed;
      const Term* x = told_party(pair, a, camps);
      const Term* y = told_party(pair, b, camps);
      const bool told = x != nullptr && y != nullptr && !only_place(a) && !only_place(b);
      const bool apart =
          told && (!camps || camp_of(pair.words.stem(x->id)) != camp_of(pair.words.stem(y->id)));
      if (apart && !shares(pair, a.parties, b.parties) && one_deed(a, b) &&
          one_patient(pair, gate, a, b)) {
        out.push_back(finding_of(pair, *x, *y));
        return;
      }
    }
  }
}

}  // namespace parallax
