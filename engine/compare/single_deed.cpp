/// Deeds that only one party can have done.

#include <algorithm>
#include <iterator>

#include "engine/compare/arguments.hpp"
#include "engine/compare/name_slots.hpp"

namespace parallax {
namespace {

/// True if the first determiner behind the term is definite: "brokered the ceasefire", not "opened
/// an embassy".
bool definite_behind(const PairContext& pair, const Document& document, const Claim& claim,
                     const Term& term) {
  const std::uint32_t end = claim.first_token + claim.token_count;
  for (std::uint32_t i = term.token + term.tokens; i < end; ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    if (word == "the" || word == "this" || word == "these" || word == "both") {
      return true;
    }
    if (word == "a" || word == "an" || word == "its" || word == "their" || word == "his" ||
        word == "her" || document.tokens[i].kind == TokenKind::kNumber) {
      return false;
    }
  }
  return false;
}

/// The same for the passive, where the thing stands in front of its doer.
bool definite_ahead(const PairContext& pair, const ClaimSide& side, const Term& term) {
  for (std::uint32_t i = side.claim.first_token; i < term.token; ++i) {
    const std::string& word = pair.words[side.document.tokens[i].word].folded;
    if (word == "the" || word == "this" || word == "these" || word == "both") {
      return true;
    }
    if (word == "a" || word == "an" || side.document.tokens[i].kind == TokenKind::kNumber) {
      return false;
    }
  }
  return false;
}

bool definite_side(const PairContext& pair, const ClaimSide& side, const Term& term) {
  return term.slot == Slot::kOblique ? definite_ahead(pair, side, term)
                                     : definite_behind(pair, side.document, side.claim, term);
}

}  // namespace

bool own_deed(std::string_view stem) {
  static constexpr std::string_view kOwn[] = {
      "ratifi",  "=vote",    "=elect",      "abstain",    "accede",   "join",       "=lose",
      "=win",    "=rise",    "=fall",       "=sign",      "export",   "import",     "=export",
      "=import", "attend",   "=approve",    "abolish",    "introduc", "=say",       "announc",
      "appoint", "=appoint", "=suspend",    "=begin",     "=end",     "=reduce",    "=expand",
      "=build",  "=buy",     "=resign",     "=visit",     "=travel",  "=evacuate",  "=ban",
      "=permit", "=rise",    "=worsen",     "=improve",   "=record",  "=amount_to", "=open",
      "=close",  "=ratify",  "=host_state", "=vaccinate", "=invest",  "=pay",       "=borrow"};
  return std::find(std::begin(kOwn), std::end(kOwn), stem) != std::end(kOwn);
}

bool definite(const PairContext& pair, const SlotName& left, const SlotName& right) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en") {
    return true;
  }
  return definite_side(pair, {pair.left_document, pair.left}, *left.term) &&
         definite_side(pair, {pair.right_document, pair.right}, *right.term);
}

bool one_doer(const PairContext& pair, const EventGate& gate) {
  return std::none_of(
             pair.left.terms.begin(), pair.left.terms.end(),
             [&](const Term& term) {
               return (term.verb || term.event) && in_common(gate, term.id) &&
                      (own_deed(pair.words.stem(term.id)) || own_deed(pair.words.stem(term.stem)));
             }) &&
         pair.left.stances.empty() && pair.right.stances.empty();
}

}  // namespace parallax
