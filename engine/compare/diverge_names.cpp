/// The same role in the same event filled by another person, organisation, country or place.

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine/compare/arguments.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/shared_terms.hpp"
#include "engine/compare/stages.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// The rest of the two claims must agree this much before a name may be called different.
constexpr double kRestOverlap = 0.5;
constexpr double kRestJaccard = 0.5;
/// Below this, what one side asks for is not what the other tells.
constexpr double kAskedAndDone = 0.6;
/// Nothing but the subject differs.
constexpr double kSameRest = 0.99;

/// Claims whose things agree this much and which name one place each meet there.
constexpr double kOneVenue = 0.8;
/// Claims that agree this much tell of one deed even where their verbs differ.
constexpr double kOneDeed = 0.6;

/// 0 to 2: how many neighbours the two slots share.
int slot_score(const SlotName& a, const SlotName& b) {
  const bool before = a.before == b.before;
  const bool behind = a.behind == b.behind;
  return (before ? 1 : 0) + (behind ? 1 : 0);
}

bool kinds_fit(const Term& a, const Term& b) {
  if (is_place(a) || is_place(b)) {
    // "diverted to" a place of the gazetteer and to one that it does not know
    const bool one_frame = a.slot == Slot::kOblique && b.slot == Slot::kOblique &&
                           a.preposition == b.preposition && a.kind != b.kind;
    return (is_place(a) && is_place(b)) || (a.locative && b.locative) || one_frame;
  }
  return (a.kind == TermKind::kName) == (b.kind == TermKind::kName);
}

Finding finding_of(const PairContext& pair, const SlotName& a, const SlotName& b, int score) {
  const bool place = is_place(*a.term) && is_place(*b.term);
  const bool there = gone_to(pair, pair.left_document, pair.left, *a.term) &&
                     gone_to(pair, pair.right_document, pair.right, *b.term);
  const bool sites = named_site(pair, pair.left_document, *a.term) &&
                     named_site(pair, pair.right_document, *b.term);
  const bool fits = place || there || sites || a.term->kind == TermKind::kPlace ||
                    b.term->kind == TermKind::kPlace;
  Finding f;
  f.kind = fits ? "place" : "name";
  f.severity = Severity::kConflict;
  f.rule = fits ? "place.slot" : "name.slot";
  f.confidence = 0.65 + 0.1 * score;
  f.slot = a.term->locative ? "place" : "who";
  f.left = {a.term->span, {{"id", pair.words.stem(a.term->id)}}};
  f.right = {b.term->span, {{"id", pair.words.stem(b.term->id)}}};
  f.explanation = "The same slot is filled by " +
                  std::string(pair.left_document.slice(a.term->span)) + " on one side and by " +
                  std::string(pair.right_document.slice(b.term->span)) + " on the other";
  return f;
}

/// Behind the same preposition and the same verb: "directed by", "located in".
bool same_frame(const SlotName& a, const SlotName& b) {
  return a.term->slot == Slot::kOblique && b.term->slot == Slot::kOblique &&
         a.term->preposition == b.term->preposition && a.term->governor == b.term->governor &&
         a.term->governor != StemId{};
}

/// The one open name of the shorter side, told of another name of the longer side in its own frame.
void contained_name(const PairContext& pair, const std::vector<SlotName>& left,
                    const std::vector<SlotName>& right, std::vector<Finding>& out) {
  const bool left_shorter = left.size() == 1;
  if ((left.size() == 1) == (right.size() == 1)) {
    return;
  }
  const std::vector<SlotName>& longer = left_shorter ? right : left;
  const SlotName& one = left_shorter ? left.front() : right.front();
  const SlotName* other = nullptr;
  for (const SlotName& entity : longer) {
    if (same_frame(one, entity) && kinds_fit(*one.term, *entity.term)) {
      other = other == nullptr ? &entity : other;
    }
  }
  if (other != nullptr) {
    Finding f = finding_of(pair, left_shorter ? one : *other, left_shorter ? *other : one, 1);
    f.rule = f.kind + ".frame";
    out.push_back(std::move(f));
  }
}

/// The parts of two open names in their clauses.
struct Parts {
  Argument left, right;
};

Parts parts_of(const PairContext& pair, const SlotName& left, const SlotName& right) {
  return {argument_of(pair.words, {pair.left_document, pair.left}, *left.term),
          argument_of(pair.words, {pair.right_document, pair.right}, *right.term)};
}

/// Two terms that stand in slots which do not answer each other.
bool other_slots(const Parts& parts, const Term& a, const Term& b) {
  if (same_argument(parts.left, parts.right)) {
    return false;
  }
  return a.slot != Slot::kNone && b.slot != Slot::kNone &&
         (a.slot != b.slot || (a.preposition != b.preposition && !is_place(a)));
}

/// 0 to 2: two for the same part of one verb, one where the rest of the claims agrees.
int part_score(const PairContext& pair, const EventGate& gate, const Parts& parts) {
  if (!same_argument(parts.left, parts.right)) {
    return 0;
  }
  const bool converse = (parts.left.deeds & parts.right.deeds) != 0;
  const bool one_verb = parts.left.verb == parts.right.verb || converse ||
                        (in_common(gate, parts.left.verb) && in_common(gate, parts.right.verb));
  const bool event = gate.rest_overlap >= kOneDeed && gate.rest_jaccard >= kRestJaccard;
  return one_verb ? 2 : event && !own_deed(pair.words.stem(parts.left.verb)) ? 1 : 0;
}

/// Two subjects that each speak of themselves are no two names for one party.
bool own_subjects(const PairContext& pair, const EventGate& gate, const SlotName& left,
                  const SlotName& right) {
  const Term& a = *left.term;
  const Term& b = *right.term;
  const Parts parts = parts_of(pair, left, right);
  const bool turned = same_argument(parts.left, parts.right) && a.slot != b.slot;
  const bool subjects = turned ? parts.left.part == ArgumentPart::kAgent
                               : (left.before == StemId{} && right.before == StemId{}) ||
                                     (a.slot == Slot::kSubject && gate.rest_jaccard < kSameRest);
  const bool countries = a.kind == TermKind::kCountry && b.kind == TermKind::kCountry;
  const bool open = countries && !gate.shared_event && gate.rest_jaccard < kSameRest;
  return subjects && (open || !one_doer(pair, gate) || !definite(pair, left, right));
}

/// "An earthquake was felt in Tallinn": both sides bring up something new, so that two places are
/// two events.
bool introduces(const PairContext& pair, const Document& document, const Claim& claim) {
  for (const Term& term : claim.terms) {
    const std::string& word = pair.words[document.tokens[term.token].word].folded;
    static constexpr WordList kMany = {"a",       "an",       "another",  "rain",    "rains",
                                       "snow",    "hail",     "fog",      "storms",  "frost",
                                       "clashes", "fighting", "protests", "heavy",   "temperatures",
                                       "fires",   "floods",   "gunfire",  "looting", "unrest"};
    if (kMany.contains(word)) {
      return true;
    }
    if (term.kind != TermKind::kFunction && !term.frame) {
      return false;
    }
  }
  return false;
}

/// The subjects of both are new: "a bomb exploded in ...".
bool both_new(const PairContext& pair) {
  return introduces(pair, pair.left_document, pair.left) &&
         introduces(pair, pair.right_document, pair.right);
}

/// Two places of one thing that each side has once: "the ceremony was held in Colombo", "attended
/// the ceremony in Lima".
bool one_venue(const EventGate& gate, const SlotName& left, const SlotName& right) {
  return left.term->kind == TermKind::kPlace && right.term->kind == TermKind::kPlace &&
         left.term->locative && right.term->locative && gate.shared_event &&
         gate.rest_overlap >= kOneVenue && gate.rest_jaccard >= kOneDeed;
}

/// What is told of one place is told of the other in the same frame, and the shorter side says
/// nothing else.
bool same_statement(const PairContext& pair, const EventGate& gate, const SlotName& left,
                    const SlotName& right) {
  return is_place(*left.term) && is_place(*right.term) && same_frame(left, right) &&
         gate.rest_overlap >= kSameRest && gate.shared >= 2 && !both_new(pair);
}

/// The two names are no answers to one question: of other polarity, of other extent, one asked for
/// and one done, a body and its organ.
bool unlike(const PairContext& pair, const EventGate& gate, const Term& left, const Term& right) {
  const bool places = is_place(left) && is_place(right);
  // "X is not to blame", "Y is to blame": what is denied of one may hold of the other
  const auto denied = [](const Claim& claim, const Term& name) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.clause == name.clause && term.negated && (term.verb || term.predicative);
    });
  };
  // "schools in X were closed", "schools in Y stayed open": two places, two states
  if (places && opposite_ways(pair.left, pair.right)) {
    return true;
  }
  // "found no mines in X", "found mines in Y": no two places of one thing
  if (left.negated != right.negated || denied(pair.left, left) != denied(pair.right, right) ||
      (places && both_new(pair) && !one_event(pair, gate))) {
    return true;
  }
  // "should be put to X", "is put to Y": what is asked for is not what is done
  const auto asked = [](const Term& term) {
    return term.modality == Modality::kObligation || term.modality == Modality::kRequested;
  };
  return broad_region(pair, pair.left_document, left) !=
             broad_region(pair, pair.right_document, right) ||
         (gate.jaccard < kAskedAndDone && asked(left) != asked(right)) ||
         organ_of(pair.words, left, right);
}

/// "in Muscat under Omani chairmanship": the one place where it happens stays, countries that only
/// describe something are left out.
void keep_places(std::vector<SlotName>& open) {
  const auto place = [](const SlotName& name) { return is_place(*name.term); };
  const auto describes = [](const SlotName& name) {
    return name.term->kind == TermKind::kCountry && !name.term->locative;
  };
  if (open.size() > 1 && std::count_if(open.begin(), open.end(), place) == 1 &&
      std::all_of(open.begin(), open.end(),
                  [&](const SlotName& name) { return place(name) || describes(name); })) {
    std::erase_if(open, [&](const SlotName& name) { return !place(name); });
  }
}

}  // namespace

void diverge_names(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event) {
    return;
  }
  std::vector<SlotName> left = entities(pair.left);
  std::vector<SlotName> right = entities(pair.right);
  if (diverge_lists(pair, gate, left, right, out)) {
    return;
  }
  remove_shared(pair, left, right);
  drop_describing(pair.left, left);
  drop_describing(pair.right, right);
  drop_titled(pair, left, right);
  if (gate.contained && !gate.substituted) {
    contained_name(pair, left, right, out);
  }
  keep_places(left);
  keep_places(right);
  // More than one open slot a side is a different story rather than a different name.
  if (left.size() != 1 || right.size() != 1 ||
      told_in_addition(pair, left[0].term->token, right[0].term->token) ||
      (is_place(*left[0].term) && other_stages(pair, left[0].term->token, right[0].term->token))) {
    return;
  }
  const bool stated = same_statement(pair, gate, left[0], right[0]);
  if ((gate.rest_overlap < kRestOverlap || gate.rest_jaccard < kRestJaccard) && !stated) {
    return;
  }
  if (unlike(pair, gate, *left[0].term, *right[0].term) || other_complements(pair, gate, false)) {
    return;
  }
  const Parts parts = parts_of(pair, left[0], right[0]);
  if (other_slots(parts, *left[0].term, *right[0].term) ||
      own_subjects(pair, gate, left[0], right[0])) {
    return;
  }
  const int met = stated || one_venue(gate, left[0], right[0]) ? 1 : 0;
  const int score = std::max({slot_score(left[0], right[0]), part_score(pair, gate, parts), met});
  if (score == 0 || !kinds_fit(*left[0].term, *right[0].term)) {
    return;
  }
  out.push_back(finding_of(pair, left[0], right[0], score));
}

}  // namespace parallax
