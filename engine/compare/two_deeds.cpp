#include "engine/compare/two_deeds.hpp"

#include <algorithm>
#include <vector>

#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

std::string_view verb_word(const PairContext& pair, const ClaimSide& side, const Term& verb) {
  const ClaimWords words{pair.words, side.document, side.claim};
  std::uint32_t i = verb.token;
  while (i + 1 < verb.token + verb.tokens &&
         words.is(i, {"was", "were", "been", "be", "is", "are", "being", "has", "have", "had"})) {
    ++i;
  }
  if (words.is(i, {"took", "takes", "take", "taken"}) && words.is(i + 1, {"part"})) {
    return "participated";
  }
  if (words.is(i, {"gave", "gives", "give", "given"}) && words.is(i + 1, {"evidence"})) {
    return "testified";
  }
  return words.at(i);
}

namespace {

/// The verb of a clause that the name is the agent of; nullptr if there is none or it says little.
const Term* deed_of(const PairContext& pair, const Told& told) {
  const ClaimSide& side = told.side;
  const Term& name = told.name;
  static constexpr WordList kLittle = {
      "take",        "took",      "taken",      "give",       "gave",     "given",    "make",
      "made",        "do",        "did",        "done",       "go",       "went",     "gone",
      "come",        "came",      "stand",      "stood",      "put",      "get",      "got",
      "have",        "had",       "has",        "run",        "ran",      "carry",    "carried",
      "hold",        "held",      "bring",      "brought",    "set",      "serve",    "served",
      "play",        "played",    "act",        "acted",      "work",     "worked",   "sit",
      "sat",         "rise",      "rose",       "say",        "said",     "is",       "was",
      "conducted",   "performed", "undertook",  "carries",    "takes",    "gives",    "makes",
      "runs",        "holds",     "sent",       "became",     "remained", "began",    "started",
      "ended",       "opened",    "handled",    "delivered",  "won",      "retired",  "named",
      "appeared",    "emerged",   "provided",   "handed",     "assumed",  "relieved", "stands",
      "sits",        "flew",      "flown",      "flies",      "operated", "operates", "managed",
      "led",         "headed",    "directed",   "supervised", "received", "receives", "obtained",
      "credits",     "credited",  "thanked",    "thanks",     "accepted", "leads",    "heads",
      "represented", "occupied",  "represents", "occupies",   "chaired",  "chairs",   "presided",
      "commanded"};
  const Argument& argument = told.part;
  if (argument.part != ArgumentPart::kAgent) {
    return nullptr;
  }
  const auto verb =
      std::find_if(side.claim.terms.begin(), side.claim.terms.end(), [&](const Term& term) {
        return term.verb && term.id == argument.verb && term.clause == name.clause;
      });
  constexpr std::uint32_t kNear = 8;
  const bool far = verb != side.claim.terms.end() &&
                   std::max(verb->token, name.token) - std::min(verb->token, name.token) > kNear;
  if (verb == side.claim.terms.end() || far) {
    return nullptr;
  }
  const std::string_view word = verb_word(pair, side, *verb);
  return !kLittle.contains(word) ? &*verb : nullptr;
}

/// What the verb of the part is done to, names left out.
std::vector<const Term*> things_of(const Told& told) {
  const auto verb =
      std::find_if(told.side.claim.terms.begin(), told.side.claim.terms.end(),
                   [&](const Term& term) { return term.verb && term.id == told.part.verb; });
  std::vector<const Term*> things;
  for (const Term& term : told.side.claim.terms) {
    const bool slot = verb != told.side.claim.terms.end() && term.clause == verb->clause &&
                      term.slot == (verb->passive ? Slot::kSubject : Slot::kObject);
    if (slot && is_content(term) && !term.frame && !term.verb) {
      things.push_back(&term);
    }
  }
  return things;
}

}  // namespace

bool other_deed(const PairContext& pair, const EventGate& gate, const Told& left,
                const Told& right) {
  const Term* x = deed_of(pair, left);
  const Term* y = x == nullptr ? nullptr : deed_of(pair, right);
  return y != nullptr && x->id != y->id && x->stem != y->stem && !kin(*x, *y) &&
         (left.part.deeds & right.part.deeds) == 0 &&
         !(in_common(gate, x->id) && in_common(gate, y->id));
}

bool other_things(const PairContext& pair, const Told& left, const Told& right) {
  if (left.part.part != ArgumentPart::kAgent || right.part.part != ArgumentPart::kAgent ||
      left.part.verb != right.part.verb || left.part.verb == StemId{}) {
    return false;
  }
  const std::vector<const Term*> a = things_of(left);
  const std::vector<const Term*> b = things_of(right);
  const auto named = [](const Term* term) { return is_entity(*term) || term->actor; };
  if (a.empty() || b.empty() || std::any_of(a.begin(), a.end(), named) ||
      std::any_of(b.begin(), b.end(), named)) {
    return false;
  }
  const auto there = [&](const Term* term, const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& other) {
      return other.id == term->id || other.stem == term->stem || kin(other, *term);
    });
  };
  return std::none_of(a.begin(), a.end(),
                      [&](const Term* term) { return there(term, pair.right); }) &&
         std::none_of(b.begin(), b.end(), [&](const Term* term) { return there(term, pair.left); });
}

}  // namespace parallax
