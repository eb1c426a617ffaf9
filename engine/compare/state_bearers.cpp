#include "engine/compare/state_bearers.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

bool inside(const Term& term, ByteSpan span) {
  return term.span.begin < span.end && span.begin < term.span.end;
}

/// May bear a state: a thing or a name that is told, no word of the state itself.
bool bears(const Term& term, const Direction& d) {
  return is_told(term) && !term.verb && !term.attribute && !inside(term, d.span);
}

/// Heads of the noun phrases that `slot` has in the clause of the state.
void add_heads(const Claim& claim, const Direction& d, Slot slot, std::vector<const Term*>& heads) {
  const Term& state = claim.terms[d.term];
  const Term* last = nullptr;
  for (const Term& term : claim.terms) {
    if (term.clause != state.clause || !bears(term, d) || term.slot != slot) {
      continue;
    }
    if (term.actor || term.kind == TermKind::kName) {
      heads.push_back(&term);  // "the miners freed from the shaft"
    }
    if (last != nullptr && term.token != last->token + last->tokens) {
      heads.push_back(last);
    }
    last = &term;
  }
  if (last != nullptr) {
    heads.push_back(last);
  }
}

/// The noun right behind a state that is said in front of it: "a valid permit".
const Term* noun_behind(const Claim& claim, const Direction& d) {
  const Term* noun = nullptr;
  for (const Term& term : claim.terms) {
    if (term.span.begin < d.span.end) {
      continue;
    }
    const Term& last = noun == nullptr ? claim.terms[d.term] : *noun;
    const bool next = noun == nullptr ? term.span.begin <= d.span.end + 1
                                      : term.token == last.token + last.tokens;
    if (!next || !bears(term, d)) {
      break;
    }
    noun = &term;
  }
  return noun;
}

/// What stands behind a word of movement that is no verb: "a fall in rents", "less for a loaf".
void add_behind_noun(const WordTable& words, const Claim& claim, const Direction& d,
                     std::vector<const Term*>& heads) {
  const Term& state = claim.terms[d.term];
  const Term* last = nullptr;
  for (const Term& term : claim.terms) {
    if (term.span.begin < d.span.end) {
      continue;
    }
    const std::string& preposition = words.stem(term.preposition);
    const bool tied = last != nullptr
                          ? term.token == last->token + last->tokens
                          : preposition == "in" || preposition == "of" || preposition == "for";
    if (term.kind != TermKind::kFunction && (!tied || term.clause != state.clause)) {
      break;
    }
    last = bears(term, d) ? &term : last;
  }
  if (last != nullptr) {
    heads.push_back(last);
  }
}

/// "The krona", "the currency": a name of money and the word for it.
bool money_name(std::string_view stem) {
  static constexpr WordList kNames = {
      "dollar",  "euro",    "pound",   "yen",     "yuan",    "renminbi", "roubl",   "rubl",
      "lira",    "peso",    "real",    "rand",    "rupe",    "rupiah",   "ringgit", "baht",
      "won",     "krona",   "krone",   "kroner",  "crown",   "franc",    "zloti",   "forint",
      "leu",     "lev",     "dinar",   "dirham",  "riyal",   "rial",     "shekel",  "naira",
      "cedi",    "shill",   "kwacha",  "pula",    "birr",    "som",      "sum",     "teng",
      "manat",   "lari",    "dram",    "hryvnia", "tugrik",  "kip",      "dong",    "riel",
      "taka",    "afghani", "bolivar", "sol",     "guarani", "lempira",  "quetzal", "koruna",
      "metical", "kwanza",  "ouguiya", "dalasi",  "leon",    "gourd",    "florin",  "guilder"};
  return kNames.contains(stem);
}

bool one_money(const WordTable& words, const Term& a, const Term& b) {
  const auto word = [&](const Term& term) { return words.stem(term.id) == "=currency"; };
  return (word(a) && money_name(words.stem(b.stem))) || (word(b) && money_name(words.stem(a.stem)));
}

bool one_thing(const PairContext& pair, const Term& a, const Term& b) {
  return a.id == b.id || a.stem == b.stem || kin(a, b) || one_money(pair.words, a, b) ||
         (is_entity(a) && is_entity(b) && same_entity(pair, a, b));
}

/// "The prime minister": there is one.
bool one_office(const WordTable& words, const Term& term) {
  static constexpr WordList kOffices = {"=prime_minister",
                                        "=president",
                                        "=chancellor",
                                        "=foreign_minister",
                                        "=interior_minister",
                                        "=defence_minister",
                                        "=king",
                                        "=queen",
                                        "=pope",
                                        "=vice_president",
                                        "=governor",
                                        "=crown_prince"};
  return kOffices.contains(words.stem(term.id));
}

}  // namespace

std::vector<const Term*> bearers(const WordTable& words, const Claim& claim, const Direction& d) {
  const Term& state = claim.terms[d.term];
  std::vector<const Term*> heads;
  if (const Term* noun = noun_behind(claim, d); noun != nullptr && !state.verb) {
    heads.push_back(noun);
  }
  if (state.verb && !state.passive) {
    add_heads(claim, d, Slot::kObject, heads);
  }
  if (is_movement(d) && !state.verb) {
    add_behind_noun(words, claim, d, heads);
  }
  add_heads(claim, d, Slot::kSubject, heads);
  return heads;
}

namespace {

/// Says which or how, not of what kind: "the key witness".
bool only_praises(const WordTable& words, const Term& term) {
  static constexpr WordList kWords = {"key",    "main", "chief", "princip", "lead",    "central",
                                      "former", "new",  "old",   "current", "present", "futur",
                                      "senior", "late", "act",   "alleg",   "suspect", "entir",
                                      "whole",  "big",  "small", "larg",    "own",     "same"};
  return term.attribute || kWords.contains(words.stem(term.stem));
}

/// The plain word right in front of a head: "emergency" in "emergency ward".
const Term* kind_of(const WordTable& words, const Claim& claim, const Term& head) {
  const auto it = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return is_told(term) && !is_entity(term) && !term.verb &&
           term.token + term.tokens == head.token && term.clause == head.clause &&
           !only_praises(words, term);
  });
  return it == claim.terms.end() ? nullptr : &*it;
}

/// "The emergency ward", "the dental ward": two of one kind, and no word for the one in the other
/// claim.
bool other_one(const PairContext& pair, const Term& left, const Term& right) {
  const Term* a = kind_of(pair.words, pair.left, left);
  const Term* b = kind_of(pair.words, pair.right, right);
  const auto known = [](const Claim& claim, const Term& word) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.id == word.id || term.stem == word.stem || kin(term, word);
    });
  };
  return a != nullptr && b != nullptr && !known(pair.right, *a) && !known(pair.left, *b);
}

}  // namespace

Bearer one_bearer(const PairContext& pair, const Direction& a, const Direction& b) {
  Bearer bearer;
  const std::vector<const Term*> left = bearers(pair.words, pair.left, a);
  const std::vector<const Term*> right = bearers(pair.words, pair.right, b);
  for (const Term* x : left) {
    for (const Term* y : right) {
      if (one_thing(pair, *x, *y) && !other_one(pair, *x, *y)) {
        bearer.shared = true;
        bearer.named = bearer.named || one_office(pair.words, *x) ||
                       (x->kind == TermKind::kName && y->kind == TermKind::kName);
      }
    }
  }
  return bearer;
}

}  // namespace parallax
