/// Deeds that only one party can have done.

#include <algorithm>
#include <iterator>

#include "engine/compare/arguments.hpp"
#include "engine/compare/name_slots.hpp"
#include "models/text/word_list.hpp"

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
  return term.slot == Slot::kOblique || term.predicative
             ? definite_ahead(pair, side, term)
             : definite_behind(pair, side.document, side.claim, term);
}

/// True if a definite word stands in front of a shared term: "the outbreak", "Sunday's leak".
bool tells_certain(const Document& document, const Claim& claim, const EventGate& gate,
                   const WordTable& words) {
  static constexpr WordList kDefinite = {"the",   "this", "that",  "these",
                                         "those", "its",  "their", "both"};
  constexpr std::uint32_t kReach = 4;
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const bool thing = is_told(term) && !term.verb && !is_entity(term) && in_common(gate, term.id);
    if (!thing) {
      return false;
    }
    for (std::uint32_t back = 1; back <= kReach && term.token >= claim.first_token + back; ++back) {
      const std::string& word = words[document.tokens[term.token - back].word].folded;
      if (word == "a" || word == "an") {
        return false;
      }
      if (kDefinite.contains(word)) {
        return true;
      }
    }
    return false;
  });
}

}  // namespace

bool one_event(const PairContext& pair, const EventGate& gate) {
  const bool named =
      std::any_of(pair.left.terms.begin(), pair.left.terms.end(), [&](const Term& term) {
        return is_entity(term) && is_told(term) && in_common(gate, term.id);
      });
  const bool dated = !pair.left.dates.empty() && !pair.right.dates.empty() && !gate.other_time;
  return named || dated ||
         (tells_certain(pair.left_document, pair.left, gate, pair.words) &&
          tells_certain(pair.right_document, pair.right, gate, pair.words));
}

bool own_deed(std::string_view stem) {
  static constexpr WordList kOwn = {
      "ratifi",       "=vote",        "=elect",     "abstain",     "accede",    "join",
      "=lose",        "=rise",        "=fall",      "=sign",       "export",    "import",
      "=export",      "=import",      "attend",     "=approve",    "abolish",   "introduc",
      "=say",         "announc",      "=suspend",   "=begin",      "=end",      "=reduce",
      "=expand",      "=resign",      "=visit",     "=travel",     "=evacuate", "=ban",
      "=permit",      "=rise",        "=worsen",    "=improve",    "=record",   "=amount_to",
      "=close",       "=ratify",      "=vaccinate", "=invest",     "=pay",      "=borrow",
      "particip",     "=participate", "contribut",  "=contribute", "=support",  "commit",
      "=cooperation", "engag",        "adher",      "=comply",     "belong"};
  return kOwn.contains(stem);
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
