#pragma once

/// Reads the rows of holder.tsv in one claim. Internal to holders.

#include <string>
#include <string_view>
#include <vector>

#include "engine/facts/definition_parts.hpp"

namespace parallax {

/// A copula at `i`.
[[nodiscard]] bool says_what(const ClaimContext& c, std::size_t i);

class HolderReader {
 public:
  HolderReader(const ClaimContext& c, Claim& claim) : c_(c), claim_(claim) {}

  /// Appends the holders that the words of `row` at `i` tell.
  void read(std::size_t i, std::size_t length, const std::vector<std::string>& row);

 private:
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
  /// Tokens between the words and the name: "by the former minister Mira Holm".
  static constexpr std::size_t kPhrase = 7;

  // holder_places.cpp
  [[nodiscard]] const Term* last_term(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t place_behind(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t place_ahead(std::size_t begin) const;
  [[nodiscard]] std::size_t site_behind(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool named_place(const Term& term) const;
  [[nodiscard]] bool close_to(const Term& term) const;
  [[nodiscard]] bool wide(const Term& term) const;
  [[nodiscard]] bool located(const Term& term) const;

  // holder_choices.cpp
  [[nodiscard]] bool chooses(const Term& term) const;
  [[nodiscard]] std::size_t name_before(std::size_t i) const;
  [[nodiscard]] const Term* choice_before(std::size_t i) const;
  [[nodiscard]] std::size_t chosen_before(std::size_t i) const;
  [[nodiscard]] std::size_t chosen_behind() const;
  [[nodiscard]] bool object_behind(std::size_t name, std::size_t verb) const;
  [[nodiscard]] std::size_t credited(std::size_t end) const;
  // holder_clauses.cpp
  [[nodiscard]] std::size_t assumed(std::size_t begin) const;
  [[nodiscard]] std::size_t served_as(std::size_t as) const;
  [[nodiscard]] std::size_t antecedent(std::size_t verb) const;
  [[nodiscard]] std::size_t taken_on(std::size_t k) const;
  [[nodiscard]] bool has_object(std::size_t i, std::size_t end) const;

  // holder_parties.cpp
  [[nodiscard]] std::size_t name_at(std::size_t i) const;
  [[nodiscard]] bool owns(const Term& term) const;
  [[nodiscard]] static bool party(const Term& term);
  [[nodiscard]] bool stops(std::size_t i) const;
  [[nodiscard]] std::size_t country_at(std::size_t i) const;
  [[nodiscard]] std::size_t name_behind(std::size_t i) const;
  [[nodiscard]] std::size_t head_name(std::size_t name) const;
  [[nodiscard]] std::size_t subject_of(std::size_t i) const;
  [[nodiscard]] bool cleft(std::size_t at, std::size_t verb) const;
  [[nodiscard]] std::size_t claim_tokens(std::size_t at) const;
  [[nodiscard]] std::size_t behind_word(std::size_t end, std::string_view preposition) const;
  [[nodiscard]] std::size_t doer_of(std::size_t i, std::size_t end) const;
  [[nodiscard]] std::size_t identified_as(std::size_t i, std::size_t end) const;
  [[nodiscard]] std::size_t behind_aside(std::size_t end) const;
  [[nodiscard]] std::size_t phrase_front(std::size_t begin) const;
  [[nodiscard]] std::size_t made_so(std::size_t front) const;
  [[nodiscard]] std::size_t bearer_of(std::size_t begin, std::size_t end, bool apposition) const;

  // holders.cpp
  [[nodiscard]] static std::string_view cut(std::string_view& list, char mark);
  [[nodiscard]] std::size_t who_by(std::string_view kind, std::size_t i, std::size_t end) const;
  void add(const std::string& part, std::size_t begin, std::size_t end, std::size_t name,
           bool chosen);
  void add_site(const std::string& part, std::size_t begin, std::size_t end, std::size_t site);
  [[nodiscard]] bool denied(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool tendered() const;
  [[nodiscard]] bool agreed() const;

  const ClaimContext& c_;
  Claim& claim_;
};

}  // namespace parallax
