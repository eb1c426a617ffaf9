/// One side is for, the other against what both speak of.

#include <algorithm>
#include <cstdlib>
#include <string>

#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/denial_agrees.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/positions.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Something that both sides speak of stands beside it: what it is for or against. What evaluates
/// stands behind it: "the ban is an outrage", not "poses a threat to the harbour".
bool near_shared(const Claim& claim, const EventGate& gate, const Stance& stance) {
  constexpr std::uint32_t kReach = 8;
  const std::uint32_t at = claim.terms[stance.term].token;
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::uint32_t distance = term.token > at ? term.token - at : at - term.token;
    return is_told(term) && !is_entity(term) && in_common(gate, term.id) && distance <= kReach &&
           (term.span.end <= stance.span.begin ||
            (term.span.begin >= stance.span.end && stance.ladder != "evaluation"));
  });
}

/// "The principle", "the wording": one side of a thing.
bool aspect(const WordTable& words, StemId id) {
  static constexpr WordList kAspects = {
      "principl", "word", "aim",   "spirit",   "time",  "manner", "form",   "content", "letter",
      "text",     "pace", "cost",  "term",     "scope", "tone",   "method", "detail",  "provis",
      "length",   "size", "speed", "substanc", "motiv", "intent", "condit", "part",    "style"};
  std::string_view stem = words.stem(id);
  stem.remove_prefix(stem.starts_with("=") ? 1 : 0);
  return kAspects.contains(stem);
}

/// The thing that stands first behind a position; nullptr if there is none.
const Term* thing_behind(const Claim& claim, const Stance& stance) {
  const auto thing = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.span.begin >= stance.span.end && is_told(term) && !is_entity(term) &&
           !term.attribute;
  });
  return thing == claim.terms.end() || stance.ladder == "evaluation" ? nullptr : &*thing;
}

/// "Backs the principle of the treaty", "regrets its wording"; "found fault with the purchase of
/// the boats", "praised their crews": two sides of one thing.
bool of_other_aspects(const PairContext& pair, const EventGate& gate, const Stance& left,
                      const Stance& right) {
  const Term* a = thing_behind(pair.left, left);
  const Term* b = thing_behind(pair.right, right);
  const auto names_aspect = [&](const Term* term) {
    return term != nullptr && (aspect(pair.words, term->stem) || aspect(pair.words, term->id));
  };
  if (names_aspect(a) || names_aspect(b)) {
    return a == nullptr || b == nullptr || a->id != b->id;
  }
  return a != nullptr && b != nullptr && !in_common(gate, a->id) && !in_common(gate, b->id) &&
         !(deed_noun({pair.words, pair.left_document, pair.left}, *a) &&
           deed_noun({pair.words, pair.right_document, pair.right}, *b));
}

/// +1 or -1 if all that a claim says for or against something points one way; 0 otherwise.
int position_of(const Claim& claim, const EventGate& gate, const Stance** first) {
  int sign = 0;
  for (const Stance& stance : claim.stances) {
    const Term& term = claim.terms[stance.term];
    const int polarity = stance.negated ? -stance.polarity : stance.polarity;
    const bool says = stance.ladder != "legality" &&
                      (stance.ladder != "evaluation" || term.predicative || !term.verb);
    if (polarity == 0 || term.frame || term.relative || term.modality != Modality::kFact || !says ||
        !near_shared(claim, gate, stance)) {
      continue;
    }
    if (sign != 0 && polarity != sign) {
      return 0;
    }
    if (sign == 0) {
      *first = &stance;
    }
    sign = polarity;
  }
  return sign;
}

/// The strongest word of a side on a ladder of acts, where it uses one ladder only; nullptr if it
/// has none.
const Stance* strongest(const Claim& claim, const EventGate& gate) {
  const Stance* found = nullptr;
  for (const Stance& stance : claim.stances) {
    const Term& term = claim.terms[stance.term];
    const bool act = stance.ladder == "disapproval" || stance.ladder == "request" ||
                     stance.ladder == "opposition" || stance.ladder == "approval";
    if (!act || stance.negated || term.frame || term.relative || term.modality != Modality::kFact ||
        !near_shared(claim, gate, stance)) {
      continue;
    }
    if (found != nullptr && found->ladder != stance.ladder) {
      return nullptr;
    }
    found = found == nullptr || stance.rank > found->rank ? &stance : found;
  }
  return found;
}

/// "Condemned the execution", "voiced concern at the prisoners' death": steps that plainly differ.
void anchored_strength(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  constexpr int kPlain = 3;
  const Stance* left = strongest(pair.left, gate);
  const Stance* right = left == nullptr ? left : strongest(pair.right, gate);
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  if (right == nullptr || !english || left->act == right->act || left->ladder != right->ladder ||
      std::abs(left->rank - right->rank) < kPlain || of_other_aspects(pair, gate, *left, *right) ||
      other_ordinals(pair) || other_obliques(pair, gate)) {
    return;
  }
  const auto side = [](const Stance& s) -> FindingSide {
    return {s.span, {{"act", s.act}, {"ladder", s.ladder}, {"rank", static_cast<double>(s.rank)}}};
  };
  out.push_back(anchored_finding("strength", side(*left), side(*right),
                                 std::string("the ") +
                                     (left->rank > right->rank ? "left" : "right") +
                                     " side is stronger on the ladder \"" + left->ladder + "\""));
  out.back().rule = "strength.ladder";
}

}  // namespace

void anchored_stance(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  const Stance* left = nullptr;
  const Stance* right = nullptr;
  const int a = position_of(pair.left, gate, &left);
  const int b = position_of(pair.right, gate, &right);
  if (a * b >= 0) {
    anchored_strength(pair, gate, out);
    return;
  }
  if (other_way_round(pair, gate, *left, *right)) {
    return;  // "opposes ending the embargo", "supports keeping it"
  }
  if (other_ordinals(pair) || with_exception({pair.words, pair.left_document, pair.left}) ||
      with_exception({pair.words, pair.right_document, pair.right}) ||
      of_other_aspects(pair, gate, *left, *right)) {
    return;
  }
  out.push_back(anchored_finding(
      "stance", {left->span, {{"act", left->act}, {"polarity", static_cast<double>(a)}}},
      {right->span, {{"act", right->act}, {"polarity", static_cast<double>(b)}}},
      std::string("the ") + (a > 0 ? "left" : "right") + " side is for it, the other against"));
}

}  // namespace parallax
