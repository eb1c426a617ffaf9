/// The one figure that differs between two tellings of one event.

#include <algorithm>
#include <optional>

#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/number_values.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

bool holds(const std::vector<StemId>& ids, StemId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool is_fate(const PairContext& pair, StemId id) {
  static constexpr WordList kFates = {"=kill",     "=wound",   "=detain",      "=missing",
                                      "=evacuate", "=release", "=rescue",      "=displace",
                                      "=infect",   "=recover", "=hospitalise", "=number_toll"};
  return kFates.contains(pair.words.stem(id));
}

/// "Attendance", "the crowd", "turnout": people, counted.
bool is_crowd(const PairContext& pair, const Term& term) {
  static constexpr WordList kCrowds = {"attend",   "turnout",   "crowd", "particip",   "audienc",
                                       "workforc", "headcount", "popul", "membership", "marcher"};
  return kCrowds.contains(pair.words.stem(term.stem));
}

/// The noun that is counted: the last word of the noun phrase in front of what goes with it ("14
/// residents of the village"), without the verb that may follow.
const Term* noun_of(const Claim& claim, const Quantity& q) {
  const Term* noun = nullptr;
  for (const Term& term : claim.terms) {
    if (term.token <= q.last_token || !is_content(term)) {
      continue;
    }
    if (noun == nullptr && term.event && !q.head.empty() && term.token == q.last_token + 1 &&
        !holds(q.head, term.id)) {
      continue;  // "146 captured soldiers"
    }
    const bool behind = noun != nullptr && term.token > noun->token + noun->tokens;
    if (term.verb || !holds(q.head, term.id) || behind) {
      break;
    }
    noun = &term;
  }
  return noun;
}

/// Counts people: by its noun, or by what the claim says of those counted.
bool counts_people(const PairContext& pair, const Claim& claim, const Term* noun) {
  if (noun != nullptr) {
    return noun->actor || noun->kind == TermKind::kCountry;
  }
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_told(term) && (is_fate(pair, term.id) || is_crowd(pair, term));
  });
}

/// "People", "occupants", "men": whoever they are.
bool anybody(const WordTable& words, StemId id) {
  static constexpr WordList kPeople = {"=person", "=occupant_person", "=victim", "=man", "human"};
  return kPeople.contains(words.stem(id));
}

/// "Children", "families", "tourists": some of those people, or another unit of counting.
bool some_of_them(const WordTable& words, StemId id) {
  static constexpr WordList kSome = {"=child",    "=woman",          "=family",     "=tourist",
                                     "=soldier",  "=student",        "=crew",       "=passenger",
                                     "=foreign",  "=police_officer", "=journalist", "=rebel",
                                     "=militant", "=church",         "=group"};
  return kSome.contains(words.stem(id));
}

/// "Residents", "workers": one may be called the other.
bool one_people(const WordTable& words, const Term& a, const Term& b) {
  return a.actor && b.actor && (anybody(words, a.id) || anybody(words, b.id)) &&
         !some_of_them(words, a.id) && !some_of_them(words, b.id);
}

/// "Households", "homes", "customers": who is cut off from a supply.
bool dwelling(const WordTable& words, StemId id) {
  static constexpr WordList kDwellings = {"=family", "=house",   "=flat",  "home",     "=customer",
                                          "custom",  "subscrib", "consum", "household"};
  return kDwellings.contains(words.stem(id));
}

bool heads_meet(const PairContext& pair, const EventGate& gate, const Quantity& a,
                const Quantity& b) {
  const Term* left = noun_of(pair.left, a);
  const Term* right = noun_of(pair.right, b);
  if (left != nullptr && right != nullptr) {
    return left->id == right->id || kin(*left, *right) ||
           (in_common(gate, left->id) && in_common(gate, right->id)) ||
           one_people(pair.words, *left, *right) ||
           (dwelling(pair.words, left->id) && dwelling(pair.words, right->id));
  }
  return counts_people(pair, pair.left, left) == counts_people(pair, pair.right, right);
}

/// A part in per cent: "four out of five", "a third of the children", "35 per cent".
std::optional<Interval> part_of_whole(const Quantity& q) {
  const double scale = q.unit == "%"                                           ? 1.0
                       : q.unit.empty() && q.of > 0                            ? 100.0 / q.of
                       : q.unit.empty() && q.value.low > 0 && q.value.high < 1 ? 100.0
                                                                               : 0.0;
  if (scale == 0.0) {
    return std::nullopt;
  }
  Interval part = q.value;
  part.low *= scale;
  part.high *= scale;
  return part;
}

/// Neither figure is denied, or both; "failed to report" and "did not report" deny the same.
bool one_denial(const PairContext& pair, const Quantity& a, const Quantity& b) {
  return a.negated == b.negated ||
         (pair.left.negators % 2 == pair.right.negators % 2 && pair.left.negators > 0);
}

/// Parts of a whole far from each other, one of them not in per cent.
bool parts_apart(const PairContext& pair, const Quantity& a, const Quantity& b) {
  constexpr double kRounding = 5.0;  // "a third" may stand for 37 per cent
  const auto left = part_of_whole(a);
  const auto right = part_of_whole(b);
  const bool vague = a.kind == QuantityKind::kVague || b.kind == QuantityKind::kVague;
  if (!left || !right || a.unit == b.unit || vague || !one_denial(pair, a, b) ||
      a.subset != b.subset || a.rate != b.rate) {
    return false;
  }
  return left->high + kRounding < right->low || right->high + kRounding < left->low;
}

/// "Was broken six times", "twenty breaches": how often, by a number of times and by a noun of the
/// deed.
bool counts_times(const EventGate& gate, const Quantity& a, const Quantity& b) {
  const Quantity& times = a.unit == "times" ? a : b;
  const Quantity& deeds = &times == &a ? b : a;
  const auto known = [&](const std::vector<StemId>& ids) {
    return std::any_of(ids.begin(), ids.end(), [&](StemId id) { return in_common(gate, id); });
  };
  const bool bare = std::all_of(deeds.head.begin(), deeds.head.end(),
                                [&](StemId id) { return in_common(gate, id); });
  return times.unit == "times" && deeds.unit.empty() && bare && known(times.verbs) &&
         (known(deeds.event) || !deeds.head.empty()) && deeds.of == 0 && !deeds.designator;
}

/// What is counted or measured answers each other, as far as it is said.
bool of_one_thing(const PairContext& pair, const EventGate& gate, const Quantity& a,
                  const Quantity& b) {
  if (counts_times(gate, a, b)) {
    return a.negated == b.negated && a.subset == b.subset && a.further == b.further;
  }
  if (a.unit != b.unit || a.aspect != b.aspect || a.subset != b.subset || a.further != b.further ||
      !one_denial(pair, a, b) || a.of != b.of || a.rate != b.rate ||
      a.kind == QuantityKind::kVague || b.kind == QuantityKind::kVague) {
    return false;
  }
  return a.unit.empty() ? heads_meet(pair, gate, a, b) : true;
}

bool given_by(const Quantity& q, const std::vector<Quantity>& others) {
  return std::any_of(others.begin(), others.end(), [&](const Quantity& other) {
    return q.unit == other.unit && !numbers_apart(q, other);
  });
}

/// Somebody acts on each side whom the other side does not name: another's count.
bool other_actors(const PairContext& pair, const EventGate& gate, const Quantity& a,
                  const Quantity& b) {
  const auto acts = [&](const Claim& claim, const Quantity& q) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return (term.actor || is_entity(term)) && is_told(term) && term.slot == Slot::kSubject &&
             !in_common(gate, term.id) && !holds(q.head, term.id) && !holds(q.owner, term.id);
    });
  };
  return acts(pair.left, a) && acts(pair.right, b);
}

}  // namespace

namespace {

/// Something is denied in the clause of the figure; "no incidents were recorded" behind it is not.
bool denied(const Claim& claim, const Quantity& q) {
  const auto at = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token + term.tokens > q.first_token;
  });
  return at != claim.terms.end() &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.clause == at->clause && term.negated && (term.verb || term.event);
         });
}

/// Both claims deny something, or neither does where the figure stands.
bool one_polarity(const PairContext& pair, const Quantity& a, const Quantity& b) {
  return pair.left.negators % 2 == pair.right.negators % 2 ||
         (!denied(pair.left, a) && !denied(pair.right, b));
}

}  // namespace

void anchored_numbers(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const Quantity* left = nullptr;
  const Quantity* right = nullptr;
  std::size_t found = 0;
  for (const Quantity& a : pair.left.quantities) {
    for (const Quantity& b : pair.right.quantities) {
      if (!a.designator && !b.designator && !given_by(a, pair.right.quantities) &&
          !given_by(b, pair.left.quantities) &&
          (parts_apart(pair, a, b) || (of_one_thing(pair, gate, a, b) && numbers_apart(a, b))) &&
          !of_other_side(pair, gate, a, b) && !total_or_complement(pair, a, b) &&
          !other_actors(pair, gate, a, b) && one_polarity(pair, a, b)) {
        left = &a;
        right = &b;
        ++found;
      }
    }
  }
  if (found == 1) {
    out.push_back(anchored_finding(
        "number", {left->span, quantity_value(*left)}, {right->span, quantity_value(*right)},
        "the figures differ: " + quantity_words(pair.left_document, *left) + " against " +
            quantity_words(pair.right_document, *right)));
  }
}

}  // namespace parallax
