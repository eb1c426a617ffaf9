/// The same role in the same event filled by another person, organisation, country or place.

#include <algorithm>
#include <string_view>

#include "engine/compare/arguments.hpp"
#include "engine/compare/diverge.hpp"
#include "engine/compare/name_slots.hpp"

namespace parallax {
namespace {

/// The rest of the two claims must agree this much before a name may be called different.
constexpr double kRestOverlap = 0.5;
constexpr double kRestJaccard = 0.5;
/// Nothing but the subject differs.
constexpr double kSameRest = 0.99;

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
  const bool fits = place || a.term->kind == TermKind::kPlace || b.term->kind == TermKind::kPlace;
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
  const bool one_verb = parts.left.verb == parts.right.verb ||
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

/// The claim opens with a thing not told of before: "A tremor was felt".
bool new_event(const Document& document, const Claim& claim) {
  const ByteSpan first = document.tokens[claim.first_token].span;
  const std::string_view word = document.slice(first);
  return document.language == "en" && (word == "A" || word == "An" || word == "a" || word == "an");
}

}  // namespace

void diverge_names(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (gate.other_event) {
    return;
  }
  std::vector<SlotName> left = entities(pair.left);
  std::vector<SlotName> right = entities(pair.right);
  if (diverge_lists(pair, left, right, out)) {
    return;
  }
  remove_shared(pair, left, right);
  if (gate.contained && !gate.substituted) {
    contained_name(pair, left, right, out);
  }
  if (gate.rest_overlap < kRestOverlap || gate.rest_jaccard < kRestJaccard) {
    return;
  }
  // More than one open slot a side is a different story rather than a different name.
  if (left.size() != 1 || right.size() != 1) {
    return;
  }
  const Parts parts = parts_of(pair, left[0], right[0]);
  if (other_slots(parts, *left[0].term, *right[0].term) ||
      own_subjects(pair, gate, left[0], right[0])) {
    return;
  }
  const bool places = is_place(*left[0].term) && is_place(*right[0].term);
  if (places && new_event(pair.left_document, pair.left) &&
      new_event(pair.right_document, pair.right) && !one_event(pair, gate)) {
    return;  // "A tremor was felt in X": there may be two
  }
  const int score = std::max(slot_score(left[0], right[0]), part_score(pair, gate, parts));
  if (score == 0 || !kinds_fit(*left[0].term, *right[0].term)) {
    return;
  }
  out.push_back(finding_of(pair, left[0], right[0], score));
}

}  // namespace parallax
