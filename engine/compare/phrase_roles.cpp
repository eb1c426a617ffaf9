/// What the words of a claim do in it, as the reader of phrases has it.

#include "engine/compare/noun_phrases.hpp"

namespace parallax {

PhraseReader::PhraseReader(const WordTable& words, const Document& document, const Claim& claim)
    : words_(words),
      document_(document),
      claim_(claim),
      roles_(claim.token_count, WordRole::kContent),
      terms_(claim.token_count, nullptr) {
  for (std::uint32_t at = begin(); at < end(); ++at) {
    const Token& token = document.tokens[at];
    // "Per Dahl": a capital in the middle of a sentence makes a name of any word.
    const bool name = at > begin() && token.shape == Shape::kCapitalised;
    if (token.kind == TokenKind::kPunctuation) {
      set(at, WordRole::kMark);
    } else if (!name) {
      set(at, listed_role(word(at)));
    }
  }
  for (const Term& term : claim.terms) {
    cover(term);
  }
  mark_figures();
  settle_participles();
}

bool PhraseReader::inside(std::uint32_t at) const {
  return at >= begin() && at < end();
}

void PhraseReader::set(std::uint32_t at, WordRole role) {
  roles_[at - begin()] = role;
}

/// A verb is one by its analysis; a capital in the middle of a sentence makes it a name.
void PhraseReader::cover(const Term& term) {
  for (std::uint32_t at = term.token; at < term.token + term.tokens; ++at) {
    if (inside(at)) {
      terms_[at - begin()] = &term;
    }
  }
  const std::uint32_t at = term.token;
  if (term.verb && inside(at) && role(at) == WordRole::kContent &&
      (at == begin() || !has_capital(document_.tokens[at].shape))) {
    set(at, WordRole::kVerb);
  }
}

void PhraseReader::mark_figures() {
  for (const DateMention& date : claim_.dates) {
    for (std::uint32_t at = date.first_token; at <= date.last_token; ++at) {
      if (inside(at) && role(at) != WordRole::kPreposition) {
        set(at, WordRole::kDate);
      }
    }
  }
  for (const Quantity& quantity : claim_.quantities) {
    if (role(quantity.first_token) == WordRole::kContent) {
      set(quantity.first_token, WordRole::kNumber);
    }
  }
  for (std::uint32_t at = begin() + 1; at < end(); ++at) {
    if (role(at - 1) == WordRole::kNumber &&
        is(at, {"million", "billion", "trillion", "thousand", "hundred", "dozen"})) {
      set(at, WordRole::kNumber);
    }
  }
}

/// A word that the analysis takes for a verb belongs to a noun by what stands around it: "two
/// injured guards", "the guild's award", "rammed the Ostrian supply boat" (two verbs do not follow
/// each other so closely).
bool PhraseReader::belongs_to_noun(std::uint32_t at) const {
  constexpr std::uint32_t kClose = 4;
  const WordRole before = role(at - 1);
  const bool noun_behind = role(at + 1) == WordRole::kContent;
  if (word(at).ends_with("ed")) {
    return noun_behind && (before == WordRole::kDeterminer || before == WordRole::kNumber ||
                           possessive(at - 1) || is(at - 1, {"of"}));
  }
  if (possessive(at - 1) || is(at - 1, {"the", "a", "an", "its", "his", "her", "their", "our"})) {
    return true;
  }
  bool ruled = false;
  for (std::uint32_t i = at; i > begin() && i + kClose > at; --i) {
    ruled = ruled || role(i - 1) == WordRole::kVerb;
  }
  return ruled && noun_behind && before == WordRole::kContent;
}

void PhraseReader::settle_participles() {
  for (std::uint32_t at = begin() + 1; at + 1 < end(); ++at) {
    if (role(at) == WordRole::kVerb && belongs_to_noun(at)) {
      set(at, WordRole::kContent);
    }
  }
}

}  // namespace parallax
