#include "engine/compare/pair_traits.hpp"

#include <algorithm>
#include <cmath>

#include "engine/compare/diverge.hpp"
#include "engine/compare/name_slots.hpp"

namespace parallax {
namespace {

constexpr double kMost = 8.0;

double capped(std::size_t count) {
  return std::min(static_cast<double>(count), kMost);
}

double flag(bool holds) {
  return holds ? 1.0 : 0.0;
}

/// Told terms of a claim with a property that both sides have.
template <class Property>
std::size_t shared_with(const Claim& claim, const EventGate& gate, const Property& property) {
  return static_cast<std::size_t>(
      std::count_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
        return is_told(term) && property(term) && in_common(gate, term.id);
      }));
}

template <class Property>
double shared_by_both(const PairContext& pair, const EventGate& gate, const Property& property) {
  return capped(
      std::min(shared_with(pair.left, gate, property), shared_with(pair.right, gate, property)));
}

const Term* topic(const Claim& claim) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(),
                               [](const Term& term) { return is_told(term) && !term.verb; });
  return it == claim.terms.end() ? nullptr : &*it;
}

/// What the first told verb says of what it tells.
Modality mood(const Claim& claim) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [](const Term& term) {
    return term.verb && is_told(term) && !term.speech;
  });
  return it == claim.terms.end() ? Modality::kFact : it->modality;
}

std::size_t figures(const Claim& claim) {
  return static_cast<std::size_t>(std::count_if(claim.quantities.begin(), claim.quantities.end(),
                                                [](const Quantity& q) { return !q.designator; }));
}

std::size_t dates(const Claim& claim) {
  return static_cast<std::size_t>(std::count_if(
      claim.dates.begin(), claim.dates.end(),
      [](const DateMention& date) { return !date.frame && date.use != DateUse::kNamePart; }));
}

/// Concepts of one set that stand on one side each.
std::size_t kin_met(const PairContext& pair, const EventGate& gate) {
  return static_cast<std::size_t>(
      std::count_if(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& a) {
        return is_told(a) && a.kin[0] != 0 && !in_common(gate, a.id) &&
               std::any_of(pair.right.terms.begin(), pair.right.terms.end(),
                           [&](const Term& b) { return is_told(b) && kin(a, b); });
      }));
}

bool idle(const Claim& claim) {
  return claim.question || claim.disputed || claim.general || claim.commitment == "conditional";
}

void add_gate(const EventGate& gate, Traits& traits) {
  const std::size_t shared = gate.shared;
  const std::size_t left = gate.left > shared ? gate.left - shared : 0;
  const std::size_t right = gate.right > shared ? gate.right - shared : 0;
  traits[Trait::kOverlap] = gate.overlap;
  traits[Trait::kJaccard] = gate.jaccard;
  traits[Trait::kRestOverlap] = gate.rest_overlap;
  traits[Trait::kRestJaccard] = gate.rest_jaccard;
  traits[Trait::kShared] = capped(shared);
  traits[Trait::kRestShared] = capped(gate.rest_shared);
  traits[Trait::kSmaller] = capped(gate.smaller);
  traits[Trait::kOpenLeast] = capped(std::min(left, right));
  traits[Trait::kOpenMost] = capped(std::max(left, right));
  traits[Trait::kContained] = flag(gate.contained);
  traits[Trait::kOtherParty] = flag(gate.other_party);
  traits[Trait::kOtherPlace] = flag(gate.other_place);
  traits[Trait::kOtherTime] = flag(gate.other_time);
  traits[Trait::kOtherPeriod] = flag(gate.other_period);
  traits[Trait::kSubstituted] = flag(gate.substituted);
  traits[Trait::kContrasted] = flag(gate.contrasted);
  traits[Trait::kSharedEvent] = flag(gate.shared_event);
}

void add_anchors(const Anchors& anchors, Traits& traits) {
  traits[Trait::kAnchorWeight] = std::min(anchors.weight, kMost);
  traits[Trait::kAnchorNames] = capped(anchors.names);
  traits[Trait::kAnchorWords] = capped(anchors.words);
  traits[Trait::kAnchorValues] = capped(anchors.values);
  traits[Trait::kAnchorEvent] = flag(anchors.event);
}

void add_counts(const PairContext& pair, Traits& traits) {
  const auto both = [&](Trait least, Trait most, std::size_t left, std::size_t right) {
    traits[least] = capped(std::min(left, right));
    traits[most] = capped(std::max(left, right));
  };
  const OpenNames& names = open_names(pair);
  both(Trait::kNamesLeast, Trait::kNamesMost, names.left.size(), names.right.size());
  both(Trait::kFiguresLeast, Trait::kFiguresMost, figures(pair.left), figures(pair.right));
  both(Trait::kDatesLeast, Trait::kDatesMost, dates(pair.left), dates(pair.right));
  traits[Trait::kStancesLeast] =
      capped(std::min(pair.left.stances.size(), pair.right.stances.size()));
}

}  // namespace

Traits traits_of(const PairContext& pair, const EventGate& gate) {
  Traits traits;
  add_gate(gate, traits);
  add_anchors(anchors_of(pair, gate), traits);
  add_counts(pair, traits);
  traits[Trait::kSharedVerbs] = shared_by_both(pair, gate, [](const Term& t) { return t.verb; });
  traits[Trait::kSharedSubjects] =
      shared_by_both(pair, gate, [](const Term& t) { return t.slot == Slot::kSubject; });
  traits[Trait::kSharedObjects] =
      shared_by_both(pair, gate, [](const Term& t) { return t.slot == Slot::kObject; });
  const Term* left = topic(pair.left);
  const Term* right = topic(pair.right);
  traits[Trait::kSameTopic] = flag(left != nullptr && right != nullptr &&
                                   in_common(gate, left->id) && in_common(gate, right->id));
  traits[Trait::kKinMet] = capped(kin_met(pair, gate));
  traits[Trait::kSameMoment] = flag(one_moment(pair.left, pair.right));
  traits[Trait::kOnePolarity] = flag(pair.left.negators % 2 == pair.right.negators % 2);
  traits[Trait::kMoodDiffers] = flag(mood(pair.left) != mood(pair.right));
  traits[Trait::kIdle] = flag(idle(pair.left) || idle(pair.right));
  return traits;
}

}  // namespace parallax
