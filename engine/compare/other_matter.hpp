#pragma once

/// What tells two tellings apart although they share their subject and predicate: another time,
/// another one of a series, another thing behind the same preposition. English. Internal to
/// engine/compare.

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "engine/compare/diverge.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

/// Words of a claim by their place in the document; empty outside it.
struct ClaimWords {
  const WordTable& words;
  const Document& document;
  const Claim& claim;

  [[nodiscard]] std::uint32_t begin() const { return claim.first_token; }
  [[nodiscard]] std::uint32_t end() const { return claim.first_token + claim.token_count; }
  [[nodiscard]] std::string_view at(std::uint32_t i) const {
    return i < begin() || i >= end() ? std::string_view{}
                                     : std::string_view(words[document.tokens[i].word].folded);
  }
  [[nodiscard]] bool is(std::uint32_t i, std::initializer_list<std::string_view> list) const {
    const std::string_view word = at(i);
    for (const std::string_view one : list) {
      // the first letters tell most words apart
      if (one.size() == word.size() && !word.empty() && one.front() == word.front() &&
          one == word) {
        return true;
      }
    }
    return false;
  }
  template <std::size_t N>
  [[nodiscard]] bool is(std::uint32_t i, const WordList<N>& list) const {
    return list.contains(at(i));
  }
  /// Some word of the list stands there.
  template <std::size_t N>
  [[nodiscard]] bool has(const WordList<N>& list) const {
    std::uint32_t i = begin();
    while (i < end() && !is(i, list)) {
      ++i;
    }
    return i < end();
  }
  /// Place of the first of some words from `from` on; `end()` if there is none.
  [[nodiscard]] std::uint32_t find(std::uint32_t from,
                                   std::initializer_list<std::string_view> list) const {
    while (from < end() && !is(from, list)) {
      ++from;
    }
    return from;
  }
};

/// "Until May", "since May": both sides relate what they tell to a time, in other ways. O(tokens).
[[nodiscard]] bool other_relation_to_time(const PairContext& pair);

/// "The first offer", "the second offer". O(tokens).
[[nodiscard]] bool other_ordinals(const PairContext& pair);

/// Each side has a thing behind a preposition that the other does not know, and the preposition is
/// the same: "guilty of bribery", "cleared of fraud". Names do not count. O(terms^2).
[[nodiscard]] bool other_obliques(const PairContext& pair, const EventGate& gate);

/// Two verbs of one voice whose subjects, or two states whose bearers, have other heads that the
/// other side does not know: "the wiretap was authorised", "the search was authorised". O(terms).
[[nodiscard]] bool other_bearers(const PairContext& pair, const EventGate& gate, const Term& left,
                                 const Term& right);

/// A noun of doing by its ending or its table: "demolition", "razing".
[[nodiscard]] bool deed_noun(const ClaimWords& words, const Term& term);

/// Two verbs with nothing in common in what they are done to, or with one thing of two kinds ("the
/// radio station", "the police station"). O(terms^2).
[[nodiscard]] bool other_objects(const PairContext& pair, const EventGate& gate, const Term& left,
                                 const Term& right);

}  // namespace parallax
