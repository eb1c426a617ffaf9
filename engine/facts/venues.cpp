/// "Geneva will host the talks", "the venue is Geneva": the subject or host says where, as "in
/// Geneva" does.

#include <algorithm>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// Nouns for where something happens.
bool venue_noun(const ClaimContext& c, const Term& term) {
  return c.is_any(
      term.token + term.tokens - 1 - c.first_token,
      {"venue", "site", "scene", "setting", "location", "locale", "whereabouts", "host"});
}

/// A place by name; governments that stand for it are told apart by what they do.
bool names_place(const ClaimContext& c, const Term& term) {
  std::size_t length = 0;
  const auto* row = c.look_up(c.lexicon.place, term.token - c.first_token, length);
  return row != nullptr && row->front() != "demonym" && length == term.tokens;
}

bool hosts(const ClaimContext& c, const Term& verb) {
  return c.is_any(verb.token - c.first_token, {"host", "hosts", "hosted", "hosting"});
}

/// The verb "host" or the noun that makes the term a place; nullptr if it is none.
const Term* makes_place(const ClaimContext& c, const Claim& claim, const Term& term) {
  for (const Term& other : claim.terms) {
    if (other.clause != term.clause || &other == &term) {
      continue;
    }
    const bool behind = other.token > term.token;
    const bool subject = term.slot == Slot::kSubject && behind;
    const bool active = subject && other.verb && !other.passive && hosts(c, other);
    const bool passive = other.verb && other.passive && hosts(c, other) && !behind &&
                         c.words.stem(term.preposition) == "by";
    const bool is_venue = subject && other.predicative && venue_noun(c, other);
    const bool venue_is =
        term.predicative && !behind && other.slot == Slot::kSubject && venue_noun(c, other);
    if (active || passive || is_venue || venue_is) {
      return &other;
    }
    if (other.verb && subject) {
      return nullptr;
    }
  }
  return nullptr;
}

}  // namespace

void read_venues(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.language != "en") {
    return;
  }
  for (Term& term : claim.terms) {
    if ((term.kind != TermKind::kCountry && term.kind != TermKind::kPlace) ||
        !names_place(c, term)) {
      continue;
    }
    const Term* at = makes_place(c, claim, term);
    if (at == nullptr) {
      continue;
    }
    std::size_t length = 0;
    const auto& row = *c.look_up(c.lexicon.place, term.token - c.first_token, length);
    if (row[0] == "place") {
      term.kind = TermKind::kPlace;
      term.id = c.words.intern_stem(row[1]);
      term.region = row[2].empty() ? StemId{} : c.words.intern_stem("@" + row[2]);
    }
    term.locative = true;
    term.slot = Slot::kOblique;
    term.preposition = c.words.intern_stem("in");
    term.governor = at->verb ? at->id : c.words.intern_stem("=hold");
    term.predicative = false;
  }
}

}  // namespace parallax
