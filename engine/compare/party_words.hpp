#pragma once

/// The words of a party and how much two parties have in common. English. Internal to the rules of
/// roles.

#include <string_view>
#include <vector>

#include "engine/compare/event_gate.hpp"
#include "engine/facts/noun_phrases.hpp"

namespace parallax {

/// A name tells more of a party than the word for its kind.
constexpr int kNameWeight = 4;

/// One side of the pair with its words. References must outlive it.
struct PartySide {
  const PhraseReader& reader;
  const Document& document;
};

struct PartyWord {
  std::string_view text;  ///< Folded.
  StemId stem{};
  const Term* term = nullptr;  ///< That covers it.
  bool name = false;
};

using PartyWords = std::vector<PartyWord>;

/// Each word once, in text order.
[[nodiscard]] PartyWords words_of(const PairContext& pair, const PartySide& side,
                                  const NounPhrase& phrase);
/// The same word, one concept, one country, or a name made from the other ("Ostria", "Ostrian").
[[nodiscard]] bool has_word(const PartyWords& list, const PartyWord& word);
/// The words of `list` that `other` does not have.
[[nodiscard]] PartyWords apart_from(const PartyWords& list, const PartyWords& other);
/// Of the words that both have: 1 each, kNameWeight for names. Symmetric.
[[nodiscard]] int common_weight(const PartyWords& one, const PartyWords& other);

}  // namespace parallax
