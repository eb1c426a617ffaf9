/// Some were harmed, or nobody was: one outcome that the claims may share nothing else with.

#include <algorithm>
#include <string>

#include "engine/compare/diverge.hpp"
#include "engine/compare/outcomes.hpp"

namespace parallax {
namespace {

/// "No civilian was hurt": of whom the denial speaks; nobody in particular where it is empty.
std::vector<const Term*> denied_people(const PairContext& pair, const Claim& claim,
                                       const Toll& toll) {
  std::vector<const Term*> people;
  for (const Term& term : claim.terms) {
    const bool generic = pair.words.stem(term.id) == "=person";
    if (is_told(term) && term.slot == Slot::kSubject && term.clause == toll.word->clause &&
        term.id != toll.outcome && !term.verb && !generic) {
      people.push_back(&term);
    }
  }
  return people;
}

/// The count is of those whom the denial names, or the denial names none.
bool same_people(const Claim& counter, const Quantity& count,
                 const std::vector<const Term*>& denied) {
  return denied.empty() || std::any_of(denied.begin(), denied.end(), [&](const Term* person) {
           return std::any_of(counter.terms.begin(), counter.terms.end(), [&](const Term& term) {
             const bool counted =
                 std::find(count.head.begin(), count.head.end(), term.id) != count.head.end();
             return counted && (term.id == person->id || kin(term, *person));
           });
         });
}

/// Something that only this side tells of: another event, a place or a party of its own.
bool tells_own(const PairContext& pair, const EventGate& gate, const Claim& claim, const Toll& toll,
               bool events) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const bool open = is_told(term) && !in_common(gate, term.id) && term.id != toll.outcome;
    // "in the fire"
    const bool inside = term.slot == Slot::kOblique && pair.words.stem(term.preposition) == "in";
    return open &&
           (events ? (term.event || inside) && !term.verb && !is_entity(term) : is_entity(term));
  });
}

Finding finding_of(const PairContext& pair, const Toll& left, const Toll& right) {
  const auto value = [&](const Toll& toll) {
    return Value{{"outcome", pair.words.stem(toll.outcome)},
                 {"count", toll.none ? 0.0 : toll.count->value.low}};
  };
  const auto span = [](const Toll& toll) { return toll.none ? toll.word->span : toll.count->span; };
  Finding f;
  f.kind = "negation";
  f.severity = Severity::kDifference;
  f.rule = "negation.toll";
  f.confidence = 0.6;
  f.slot = std::string(pair.left_document.slice(left.word->span));
  f.left = {span(left), value(left)};
  f.right = {span(right), value(right)};
  f.explanation = left.none ? "The left side says that there were none, the right side counts some"
                            : "The left side counts some, the right side says that there were none";
  return f;
}

/// One counts what the other says there was none of.
bool exclude(const PairContext& pair, const EventGate& gate, const Toll& a, const Toll& b) {
  if (a.outcome != b.outcome || a.none == b.none) {
    return false;
  }
  const Toll& count = a.none ? b : a;
  const Toll& denial = a.none ? a : b;
  const Claim& counter = a.none ? pair.right : pair.left;
  const Claim& denier = a.none ? pair.left : pair.right;
  const auto own = [&](bool events) {
    return tells_own(pair, gate, counter, count, events) &&
           tells_own(pair, gate, denier, denial, events);
  };
  // "would have to be evacuated should the dam give way"
  const bool only_if =
      count.word->modality == Modality::kConditional || counter.commitment == "conditional" ||
      std::any_of(counter.terms.begin(), counter.terms.end(),
                  [](const Term& t) { return t.modality == Modality::kConditional && !t.frame; });
  return !only_if && !own(true) && !own(false) && count.count->value.low > 0 &&
         !count.count->subset &&
         same_people(counter, *count.count, denied_people(pair, denier, denial));
}

}  // namespace

void diverge_toll(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (pair.left.negators == pair.right.negators || pair.left.question || pair.right.question ||
      gate.other_event || gate.other_time || gate.other_place || gate.contrasted) {
    return;
  }
  const std::vector<Toll> right = tolls_of(pair.words, pair.right);
  for (const Toll& a : tolls_of(pair.words, pair.left)) {
    const auto b = std::find_if(right.begin(), right.end(),
                                [&](const Toll& toll) { return exclude(pair, gate, a, toll); });
    if (b != right.end()) {
      out.push_back(finding_of(pair, a, *b));
      return;
    }
  }
}

}  // namespace parallax
