/// Who owns, operates, wrote or won it: one part in one matter, held by another party on each side.

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/name_slots.hpp"

namespace parallax {
namespace {

/// What ties two claims to one matter: names 2, other words 1.
constexpr std::size_t kName = 2;
constexpr std::size_t kEnough = 2;

/// The words that say which part it is, and who has it, are no part of the matter.
bool of_holder(const Claim& claim, const Term& term) {
  return std::any_of(claim.holders.begin(), claim.holders.end(), [&](const Holder& holder) {
    const bool cue = term.span.begin < holder.cue.end && term.span.end > holder.cue.begin;
    return cue || &claim.terms[holder.term] == &term;
  });
}

std::size_t matter(const Claim& claim, const EventGate& gate) {
  std::vector<StemId> seen;
  std::size_t weight = 0;
  for (const Term& term : claim.terms) {
    const bool told = !term.frame && term.kind != TermKind::kFunction && !of_holder(claim, term);
    const bool known = std::find(seen.begin(), seen.end(), term.id) != seen.end();
    if (told && !known && in_common(gate, term.id) && !term.attribute) {
      seen.push_back(term.id);
      weight += is_entity(term) ? kName : 1;
    }
  }
  return weight;
}

/// "The federation of anglers" beside "FOA, the Federation of Anglers": all words of the name stand
/// in the other claim.
bool spelt_there(const PairContext& pair, bool left, const Term& name) {
  const Document& own = left ? pair.left_document : pair.right_document;
  const Document& there = left ? pair.right_document : pair.left_document;
  const Claim& other = left ? pair.right : pair.left;
  for (std::uint32_t i = name.token; i < name.token + name.tokens; ++i) {
    const StemId stem = pair.words[own.tokens[i].word].stem_id;
    bool found = false;
    for (std::uint32_t k = other.first_token; k < other.first_token + other.token_count; ++k) {
      found = found || pair.words[there.tokens[k].word].stem_id == stem;
    }
    if (!found) {
      return false;
    }
  }
  return true;
}

/// The name stands nowhere on the other side, in no part and no spelling.
bool unknown_there(const PairContext& pair, bool left, const Term& name) {
  const Claim& other = left ? pair.right : pair.left;
  return !spelt_there(pair, left, name) &&
         std::none_of(other.terms.begin(), other.terms.end(), [&](const Term& term) {
           return is_entity(term) &&
                  (left ? same_entity(pair, name, term) : same_entity(pair, term, name));
         });
}

/// All who hold the part on one side, none of them known to the other.
bool others(const PairContext& pair, bool left, const std::string& part) {
  const Claim& claim = left ? pair.left : pair.right;
  return std::all_of(claim.holders.begin(), claim.holders.end(), [&](const Holder& holder) {
    return holder.part != part || unknown_there(pair, left, claim.terms[holder.term]);
  });
}

constexpr std::string_view kPlace = "place:";

/// A party against a party, a place against a place that neither lies in.
bool one_sort(const PairContext& pair, const Holder& a, const Holder& b) {
  const Term& x = pair.left.terms[a.term];
  const Term& y = pair.right.terms[b.term];
  const bool known = x.kind == TermKind::kPlace && y.kind == TermKind::kPlace;
  const bool places = is_place(x) || is_place(y);
  if (!a.part.starts_with(kPlace)) {
    return !places;
  }
  return !place_within(x, y) && !place_within(y, x) &&
         (known || (x.kind == y.kind && x.kind != TermKind::kPlace)) &&
         broad_region(pair, pair.left_document, x) == broad_region(pair, pair.right_document, y);
}

Finding finding_of(const PairContext& pair, const Holder& a, const Holder& b) {
  const Term& left = pair.left.terms[a.term];
  const Term& right = pair.right.terms[b.term];
  Finding f;
  const bool place = a.part.starts_with(kPlace);
  const std::string part = place ? a.part.substr(kPlace.size()) : a.part;
  f.kind = place ? "place" : "name";
  f.rule = place ? "place.holder" : "name.holder";
  f.severity = Severity::kDifference;
  f.confidence = 0.65;
  f.slot = part;
  f.left = {left.span, {{"name", std::string(pair.left_document.slice(left.span))}}};
  f.right = {right.span, {{"name", std::string(pair.right_document.slice(right.span))}}};
  f.explanation = (place ? "The place of " : "The ") + part + " is " +
                  std::string(pair.left_document.slice(left.span)) + " on one side, " +
                  std::string(pair.right_document.slice(right.span)) + " on the other";
  return f;
}

}  // namespace

void diverge_holders(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const bool told = std::any_of(out.begin(), out.end(),
                                [](const Finding& f) { return f.severity != Severity::kNote; });
  if (told || gate.other_event || gate.contrasted || gate.other_time ||
      other_dates(pair.left, pair.right)) {
    return;
  }
  for (const Holder& a : pair.left.holders) {
    for (const Holder& b : pair.right.holders) {
      if (a.part == b.part && one_sort(pair, a, b) && others(pair, true, a.part) &&
          others(pair, false, a.part) &&
          std::min(matter(pair.left, gate), matter(pair.right, gate)) >= kEnough) {
        out.push_back(finding_of(pair, a, b));
        return;
      }
    }
  }
}

}  // namespace parallax
