#pragma once

/// Noun phrases of a claim by its words, for parties that are no single term: "the Ministry of
/// Defence of Ostria", "one of its tugs". English.

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/facts/claim.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// The words of a claim with their roles. References must outlive it. REQUIRES: the roles are read
/// (`Claim::roles`), or only the words are asked for.
class PhraseReader {
 public:
  PhraseReader(const WordTable& words, const Document& document, const Claim& claim);

  [[nodiscard]] std::uint32_t begin() const { return claim_.first_token; }
  [[nodiscard]] std::uint32_t end() const { return claim_.first_token + claim_.token_count; }
  [[nodiscard]] WordRole role(std::uint32_t at) const;
  /// Folded; empty outside the claim.
  [[nodiscard]] std::string_view word(std::uint32_t at) const;
  [[nodiscard]] std::string_view stem(std::uint32_t at) const;
  [[nodiscard]] bool is(std::uint32_t at, std::initializer_list<std::string_view> list) const;
  /// Written with a capital.
  [[nodiscard]] bool capital(std::uint32_t at) const;
  /// Written with a possessive: "Ostria's", "the parents'".
  [[nodiscard]] bool possessive(std::uint32_t at) const;
  /// Inside a frame of speech at the end or start: "the ministry said".
  [[nodiscard]] bool framed(std::uint32_t at) const;
  /// Term that covers a token; nullptr if there is none.
  [[nodiscard]] const Term* term_at(std::uint32_t at) const;

  /// The phrase that ends in front of `at`; empty if none does.
  [[nodiscard]] NounPhrase phrase_before(std::uint32_t at) const;
  /// The phrase that begins at `at`; `stop` gets the token behind it. "from" belongs to it on
  /// demand: "envoys from Ostria".
  [[nodiscard]] NounPhrase phrase_from(std::uint32_t at, bool origins, std::uint32_t& stop) const;
  /// The speaker that a pronoun at `at` takes up: "Ostria said that it ...", or else the first
  /// subject of the sentence; empty if there is none.
  [[nodiscard]] NounPhrase speaker_before(std::uint32_t at, bool spoken_only = false) const;

 private:
  [[nodiscard]] std::uint32_t speaking_before(std::uint32_t at, bool& spoken) const;
  [[nodiscard]] std::uint32_t subject_end(std::uint32_t verb) const;
  [[nodiscard]] NounPhrase speakers() const;
  [[nodiscard]] bool attaches(std::uint32_t at) const;
  [[nodiscard]] bool other_of(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t start_of(std::uint32_t last) const;
  [[nodiscard]] NounPhrase content_of(std::uint32_t first, std::uint32_t stop) const;

  const WordTable& words_;
  const Document& document_;
  const Claim& claim_;
  std::vector<const Term*> terms_;
};

}  // namespace parallax
