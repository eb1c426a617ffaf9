/// What two opposite words mean in their sentences: a position, or two groups of people.

#include <algorithm>
#include <string_view>

#include "engine/compare/directions_apart.hpp"
#include "engine/compare/other_matter.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// "In the eyes of the guild", "considers it": what follows is somebody's judgement.
bool judges(const ClaimWords& c) {
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    if (c.is(i, {"considers", "considered", "regards", "regarded", "deems", "deemed", "thinks",
                 "believes", "argues", "argued", "finds"}) ||
        (c.is(i, {"view", "eyes", "opinion", "judgement", "judgment"}) && c.is(i - 2, {"in"}) &&
         c.is(i - 1, {"the", "its", "their", "his", "her", "our"}))) {
      return true;
    }
  }
  return false;
}

/// The phrase of one side begins with the word, in front of the verb of its clause.
bool in_front_of_verb(const ClaimWords& c, const Direction& d, std::string_view word) {
  const Term& state = c.claim.terms[d.term];
  return c.at(state.token) == word &&
         std::none_of(c.claim.terms.begin(), c.claim.terms.end(), [&](const Term& term) {
           return term.verb && term.clause == state.clause && term.token < state.token;
         });
}

}  // namespace

bool position_taken(const PairContext& pair, std::string_view axis) {
  static constexpr WordList kJudged = {
      "legality",   "sufficiency", "justification", "necessity", "fairness",         "proportion",
      "conformity", "reliability", "compatibility", "relevance", "constitutionality"};
  return kJudged.contains(axis) && (judges({pair.words, pair.left_document, pair.left}) ||
                                    judges({pair.words, pair.right_document, pair.right}));
}

bool other_instance(const PairContext& pair, std::string_view axis) {
  if (axis != "guilt" && axis != "verdict" && axis != "custody") {
    return false;
  }
  const auto later = [](const ClaimWords& c) {
    for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
      if ((c.is(i, {"on", "at", "in", "upon"}) && c.is(i + 1, {"appeal", "retrial"})) ||
          (c.is(i, {"second"}) && c.is(i + 1, {"instance", "trial"}))) {
        return true;
      }
    }
    return false;
  };
  return later({pair.words, pair.left_document, pair.left}) !=
         later({pair.words, pair.right_document, pair.right});
}

bool stands_in_force(const WordTable& words, const Document& document, const Claim& claim,
                     const Direction& direction) {
  const ClaimWords c{words, document, claim};
  const std::uint32_t at = claim.terms[direction.term].token;
  for (std::uint32_t i = at; i < c.end() && document.tokens[i].span.begin < direction.span.end;
       ++i) {
    if (c.is(i, {"force", "valid", "effect", "binding"})) {
      return true;
    }
  }
  return false;
}

bool of_two_groups(const PairContext& pair, const Direction& a, const Direction& b) {
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  return (in_front_of_verb(left, a, "with") && in_front_of_verb(right, b, "without")) ||
         (in_front_of_verb(left, a, "without") && in_front_of_verb(right, b, "with"));
}

bool slows_growth(const WordTable& words, const Claim& claim, const Term& slowing,
                  const Claim& other) {
  static constexpr std::array<std::string_view, 8> kSlow = {"slow",  "deceler", "eas",    "cool",
                                                            "moder", "weaken",  "soften", "abat"};
  static constexpr std::array<std::string_view, 4> kGrowth = {"=growth", "growth", "expans",
                                                              "increas"};
  static constexpr std::array<std::string_view, 7> kRate = {
      "=growth", "growth", "=inflation", "inflat", "acceler", "pace", "=accelerate"};
  const auto in = [&](const auto& list, StemId id) {
    return std::find(list.begin(), list.end(), words.stem(id)) != list.end();
  };
  // "price growth slowed", "inflation picked up": two rates
  const bool rate = std::any_of(other.terms.begin(), other.terms.end(), [&](const Term& term) {
    return is_told(term) && (in(kRate, term.id) || in(kRate, term.stem));
  });
  return !rate && in(kSlow, slowing.stem) &&
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           return term.clause == slowing.clause && term.slot == Slot::kSubject &&
                  (in(kGrowth, term.id) || in(kGrowth, term.stem));
         });
}

}  // namespace parallax
