#include "engine/compare/retold_places.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/compare/name_slots.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/one_telling.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/stages.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

constexpr double kConfidence = 0.5;
constexpr double kSameEvent = 0.5;

enum class Side : std::uint8_t { kNone, kAt, kFrom, kTo };

/// Which end of a way, or where, a preposition puts a place.
Side side_of(std::string_view preposition) {
  static constexpr WordList kAt = {
      "at",    "in",     "near",  "outsid",  "outside", "insid",  "inside", "off",   "over",
      "on",    "abov",   "above", "beneath", "beyond",  "around", "within", "of",    "through",
      "close", "across", "under", "besid",   "beside",  "behind", "along",  "among", "aboard"};
  if (preposition == "from") {
    return Side::kFrom;
  }
  if (preposition == "to" || preposition == "into" || preposition == "toward" ||
      preposition == "towards" || preposition == "for") {
    return Side::kTo;
  }
  return kAt.contains(preposition) ? Side::kAt : Side::kNone;
}

/// "Experts from Arden": says which ones, not where it happened.
bool describes(const Claim& claim, const Term& place) {
  const Term* last = nullptr;
  for (const Term& term : claim.terms) {
    last = term.token < place.token && is_content(term) ? &term : last;
  }
  return last != nullptr && !last->verb && last->actor;
}

/// "In the stadium of Corvo": of something that is a place itself.
bool of_a_site(const PairContext& pair, const Claim& claim, const Term& name) {
  const Term* last = nullptr;
  for (const Term& term : claim.terms) {
    last = term.token < name.token && is_content(term) ? &term : last;
  }
  const std::string_view preposition =
      last == nullptr ? std::string_view{} : pair.words.stem(last->preposition);
  return last != nullptr && !last->verb && !last->actor && last->slot == Slot::kOblique &&
         preposition != "of" && side_of(preposition) == Side::kAt;
}

/// The one place that a side names and the other does not; nullptr if there is none, or several.
const Term* own_place(const PairContext& pair, const Claim& claim,
                      const std::vector<SlotName>& open) {
  const Term* only = nullptr;
  for (const SlotName& name : open) {
    const Term& term = *name.term;
    const std::string& preposition = pair.words.stem(term.preposition);
    const Side side = side_of(preposition);
    const bool place = is_place(term) ||
                       (side == Side::kAt && (preposition != "of" || of_a_site(pair, claim, term)));
    if (!place || term.slot != Slot::kOblique || side == Side::kNone ||
        (side == Side::kFrom && describes(claim, term))) {
      continue;
    }
    if (only != nullptr) {
      return nullptr;
    }
    only = &term;
  }
  return only;
}

/// "X is to stage the final", "the birthplace is X", "the seat will be X": the only name that a
/// side has for itself, in a claim of where something has its place; nullptr if there is none.
const Term* stated_place(const Claim& claim, const std::vector<SlotName>& open) {
  static constexpr WordList kCourses = {"seat",   "hosting",    "destination",
                                        "origin", "birthplace", "epicentre"};
  const bool states = std::any_of(claim.stages.begin(), claim.stages.end(), [](const Stage& stage) {
    return kCourses.contains(stage.course);
  });
  return states && open.size() == 1 && !open.front().term->actor ? open.front().term : nullptr;
}

/// The place of one side, and whether a verb or noun of place states it rather than a preposition.
struct Place {
  const Term* term = nullptr;
  bool stated = false;
};

Place place_of(const PairContext& pair, const Claim& claim, const std::vector<SlotName>& open) {
  const Term* term = own_place(pair, claim, open);
  return term != nullptr ? Place{term, false} : Place{stated_place(claim, open), true};
}

/// Persons, bodies and countries that a side names as such beside its place, and the other does
/// not.
bool own_party(const std::vector<SlotName>& open, const Term* place) {
  return std::any_of(open.begin(), open.end(), [&](const SlotName& name) {
    return name.term != place && name.term->kind == TermKind::kName &&
           name.term->slot != Slot::kOblique;
  });
}

/// Both stand on one side of what happens: at, from or to; a stated place on any.
bool sides_fit(const PairContext& pair, const Place& a, const Place& b) {
  return a.stated || b.stated ||
         side_of(pair.words.stem(a.term->preposition)) ==
             side_of(pair.words.stem(b.term->preposition));
}

/// Both names may stand for one place: a country and a town, one region in another.
bool nested(const PairContext& pair, const Term& a, const Term& b) {
  const bool country = (a.kind == TermKind::kCountry) != (b.kind == TermKind::kCountry);
  const bool region =
      (a.region != StemId{} && a.region == b.id) || (b.region != StemId{} && b.region == a.id);
  return country || region ||
         broad_region(pair, pair.left_document, a) != broad_region(pair, pair.right_document, b);
}

/// Something says that the claims tell of two things, or of two deeds.
bool apart(const PairContext& pair, const EventGate& gate, const Term& a, const Term& b) {
  return gate.other_event || contrasted_beyond_time(pair) ||
         pair.left.negators % 2 != pair.right.negators % 2 ||
         pair.left.question != pair.right.question || tell_parts(pair.left, pair.right) ||
         other_dates(pair.left, pair.right) || other_ordinals(pair) || other_counts(pair) ||
         other_stages(pair, a.token, b.token) || other_nearest_stages(pair, a.token, b.token) ||
         told_in_addition(pair, a.token, b.token) || opposite_ways(pair.left, pair.right);
}

/// A verb or noun of the deed that both sides have in the clauses of the places.
bool shared_deed(const EventGate& gate, const Claim& claim, const Term& place) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return (term.verb || term.event) && is_told(term) && term.clause == place.clause &&
           in_common(gate, term.id);
  });
}

/// "Captured in Selm", "executed in Odel": verbs that the table of stages knows, and for no deed of
/// both.
bool two_known_deeds(const PairContext& pair, const EventGate& gate, const Term& a, const Term& b) {
  const auto common = [&](const Claim& claim, const Term& place) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.verb && is_told(term) && term.clause == place.clause && in_common(gate, term.id);
    });
  };
  return told_stage(pair.left, a.token) && told_stage(pair.right, b.token) &&
         !same_stage(pair, a.token, b.token) && !(common(pair.left, a) && common(pair.right, b));
}

}  // namespace

void diverge_retold_places(const PairContext& pair, const EventGate& gate,
                           std::vector<Finding>& out) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en" ||
      says_something(out)) {
    return;
  }
  const OpenNames names = open_names(pair);
  const Place left = place_of(pair, pair.left, names.left);
  const Place right = place_of(pair, pair.right, names.right);
  const Term* a = left.term;
  const Term* b = right.term;
  if (a == nullptr || b == nullptr || in_common(gate, a->id) || in_common(gate, b->id) ||
      own_party(names.left, a) || own_party(names.right, b) || !sides_fit(pair, left, right) ||
      nested(pair, *a, *b) || apart(pair, gate, *a, *b) || two_known_deeds(pair, gate, *a, *b)) {
    return;
  }
  const bool stage = same_stage(pair, a->token, b->token);
  const bool shared = !left.stated && !right.stated && shared_deed(gate, pair.left, *a) &&
                      shared_deed(gate, pair.right, *b);
  // "the cup final will be played in X", "Y": nothing but one event and its place
  const bool bare =
      gate.rest_shared >= 2 && gate.rest_overlap >= kSameEvent && one_event(pair, gate);
  if (!(stage || shared) || !(tied_by(pair, gate, stage) || bare)) {
    return;
  }
  Finding f;
  f.kind = "place";
  f.severity = Severity::kDifference;
  f.rule = "place.told";
  f.confidence = kConfidence;
  f.slot = "place";
  f.left = {a->span, {{"id", pair.words.stem(a->id)}}};
  f.right = {b->span, {{"id", pair.words.stem(b->id)}}};
  f.explanation = "Of one deed, told in two ways, one side names " +
                  std::string(pair.left_document.slice(a->span)) + ", the other " +
                  std::string(pair.right_document.slice(b->span));
  out.push_back(std::move(f));
}

}  // namespace parallax
