/// Places and names that only one side has.

#include <algorithm>

#include "engine/compare/arguments.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/suspects.hpp"

namespace parallax {
namespace {

double flag(bool holds) {
  return holds ? 1.0 : 0.0;
}

/// "the Board": a noun with a capital, of one word, says little of who it is.
bool only_noun(const PairContext& pair, const Document& document, const Term& term) {
  return term.tokens == 1 && term.token > 0 &&
         pair.words[document.tokens[term.token - 1].word].folded == "the";
}

/// Takes a position of its own, or does what everybody does for himself.
bool own(const PairContext& pair, const Claim& claim, const Argument& argument) {
  return argument.part == ArgumentPart::kAgent &&
         (own_deed(pair.words.stem(argument.verb)) || !claim.stances.empty());
}

/// Another name stands beside it: a list, or a name with its country.
bool listed(const Claim& claim, const Term& term) {
  constexpr std::uint32_t kJoint = 2;
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& other) {
    const std::uint32_t behind = term.token + term.tokens;
    const std::uint32_t end = other.token + other.tokens;
    return is_entity(other) && &other != &term &&
           ((other.token >= behind && other.token <= behind + kJoint) ||
            (term.token >= end && term.token <= end + kJoint));
  });
}

/// The first thing that the claim speaks of.
bool is_topic(const Claim& claim, const Term& name) {
  const auto first = std::find_if(claim.terms.begin(), claim.terms.end(), [](const Term& term) {
    return is_told(term) && !term.verb && !term.actor;
  });
  return first != claim.terms.end() && &*first == &name;
}

/// What of a name the weights look at, on one side.
struct Part {
  const Claim& claim;
  const Document& document;
  const SlotName& name;
};

/// What one side speaks of, against a name with another part: "X works for A", "B praised him".
bool topic_alone(const PairContext& pair, const Part& l, const Part& r) {
  return is_topic(l.claim, *l.name.term) != is_topic(r.claim, *r.name.term) &&
         !same_argument(argument_of(pair.words, {l.document, l.claim}, *l.name.term),
                        argument_of(pair.words, {r.document, r.claim}, *r.name.term));
}

Traits name_traits(const PairContext& pair, const EventGate& gate, Traits traits, const Part& l,
                   const Part& r) {
  const Term& a = *l.name.term;
  const Term& b = *r.name.term;
  const PairContext other{pair.right_document, pair.left_document, pair.right, pair.left,
                          pair.words};
  const Argument left = argument_of(pair.words, {l.document, l.claim}, a);
  const Argument right = argument_of(pair.words, {r.document, r.claim}, b);
  const auto shared = [&](StemId id) { return id != StemId{} && in_common(gate, id); };
  traits[Trait::kSameHead] = flag(shared(l.name.before)) + flag(shared(r.name.before));
  traits[Trait::kHeadOpen] = flag(shared(l.name.behind)) + flag(shared(r.name.behind));
  traits[Trait::kSameVerb] = flag(shared(left.verb)) + flag(shared(right.verb));
  traits[Trait::kSamePart] = flag(same_argument(left, right));
  traits[Trait::kSamePreposition] = flag(a.preposition == b.preposition);
  traits[Trait::kSameSort] = flag(a.kind == b.kind);
  traits[Trait::kPartial] = flag(listed(l.claim, a)) + flag(listed(r.claim, b));
  traits[Trait::kOwn] = flag(own(pair, l.claim, left)) + flag(own(pair, r.claim, right));
  traits[Trait::kCertain] = flag(one_doer(pair, gate) && one_doer(other, gate)) +
                            flag(one_event(pair, gate) && one_event(other, gate)) +
                            flag(definite(pair, l.name, r.name));
  traits[Trait::kCapital] = flag(a.kind == TermKind::kCountry) + flag(b.kind == TermKind::kCountry);
  judge_deeds(pair, gate, a.token, b.token, traits);
  traits[Trait::kTopic] = flag(is_topic(l.claim, a)) + flag(is_topic(r.claim, b));
  traits[Trait::kUnit] = flag(a.clause == b.clause);
  traits[Trait::kFar] = flag(a.slot == b.slot);
  return traits;
}

bool proper_place(const Term& term) {
  return term.locative &&
         (is_place(term) || term.kind == TermKind::kCountry || term.kind == TermKind::kName);
}

}  // namespace

void suspect_names(const PairContext& pair, const EventGate& gate, const Traits& traits,
                   std::vector<Suspect>& out) {
  const OpenNames& names = open_names(pair);
  for (const SlotName& a : names.left) {
    for (const SlotName& b : names.right) {
      const bool place = proper_place(*a.term);
      if (only_noun(pair, pair.left_document, *a.term) ||
          only_noun(pair, pair.right_document, *b.term) || place != proper_place(*b.term) ||
          place_within(*a.term, *b.term) || organ_of(pair.words, *a.term, *b.term) ||
          (place && broad_region(pair, pair.left_document, *a.term) !=
                        broad_region(pair, pair.right_document, *b.term))) {
        continue;
      }
      const Part left{pair.left, pair.left_document, a};
      const Part right{pair.right, pair.right_document, b};
      if (topic_alone(pair, left, right)) {
        continue;
      }
      out.push_back({place ? "place" : "name",
                     {a.term->span, {{"id", pair.words.stem(a.term->id)}}},
                     {b.term->span, {{"id", pair.words.stem(b.term->id)}}},
                     "one side names " + std::string(pair.left_document.slice(a.term->span)) +
                         ", the other " + std::string(pair.right_document.slice(b.term->span)),
                     name_traits(pair, gate, traits, left, right)});
    }
  }
}

}  // namespace parallax
