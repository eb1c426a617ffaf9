#include "engine/compare/dated_deeds.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "engine/compare/diverge.hpp"

namespace parallax {
namespace {

bool has_verb(const WordTable& words, const Claim& claim,
              std::initializer_list<std::string_view> stems) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && !term.relative &&
           std::find(stems.begin(), stems.end(), words.stem(term.stem)) != stems.end();
  });
}

bool comes(const WordTable& words, const Claim& claim) {
  return has_verb(words, claim, {"arriv", "enter", "come", "return"});
}

bool goes(const WordTable& words, const Claim& claim) {
  return has_verb(words, claim, {"leav", "left", "depart"});
}

/// "Left the rate unchanged"
bool keeps(const WordTable& words, const Claim& claim) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    const std::string& stem = words.stem(term.stem);
    return stem == "unchang" || stem == "unalt" || stem == "steadi";
  });
}

/// "Cut the rate"
bool moves(const Claim& claim) {
  return std::any_of(claim.directions.begin(), claim.directions.end(),
                     [](const Direction& d) { return d.axis == "amount" && !d.negated; });
}

/// Both claims use the same words of direction: "expires unless extended" on both sides.
bool same_directions(const Claim& left, const Claim& right) {
  const auto covers = [](const Claim& claim, const Claim& other) {
    return std::all_of(claim.directions.begin(), claim.directions.end(), [&](const Direction& a) {
      return std::any_of(other.directions.begin(), other.directions.end(), [&](const Direction& b) {
        return claim.terms[a.term].id == other.terms[b.term].id && a.axis == b.axis &&
               a.negated == b.negated;
      });
    });
  };
  return covers(left, right) && covers(right, left);
}

}  // namespace

bool opposite_deeds(const WordTable& words, const Claim& left, const Claim& right) {
  if ((comes(words, left) && goes(words, right)) || (goes(words, left) && comes(words, right)) ||
      (keeps(words, left) && moves(right)) || (keeps(words, right) && moves(left))) {
    return true;
  }
  return opposite_ways(left, right) && !same_directions(left, right);
}

bool done_by(const Claim& claim, const DateMention& date) {
  return date.use == DateUse::kBy &&
         std::none_of(claim.terms.begin(), claim.terms.end(), [](const Term& term) {
           return term.verb && term.modality != Modality::kFact &&
                  term.modality != Modality::kAttempted;
         });
}

namespace {

/// The things close behind "before" or "after" in the claim, and which of the two it is.
struct Reference {
  std::vector<const Term*> things;
  bool before = false;
};

Reference reference_of(const PairContext& pair, const EventGate& gate, const Document& document,
                       const Claim& claim) {
  constexpr std::uint32_t kReach = 5;
  const std::uint32_t end = claim.first_token + claim.token_count;
  Reference reference;
  for (std::uint32_t i = claim.first_token + 1; i < end && reference.things.empty(); ++i) {
    const std::string& word = pair.words[document.tokens[i].word].folded;
    if (word != "before" && word != "after") {
      continue;
    }
    reference.before = word == "before";
    for (const Term& term : claim.terms) {
      if (term.token > i && term.token <= i + kReach && is_told(term) && !is_entity(term) &&
          !term.verb && in_common(gate, term.id)) {
        reference.things.push_back(&term);
      }
    }
  }
  return reference;
}

/// A verb that both tell, in front of the thing.
bool tells_in_front(const Claim& claim, const EventGate& gate, const Term& thing) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && is_told(term) && term.token < thing.token && in_common(gate, term.id);
  });
}

}  // namespace

Sequence opposite_sequence(const PairContext& pair, const EventGate& gate) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en") {
    return {};
  }
  const Reference left = reference_of(pair, gate, pair.left_document, pair.left);
  const Reference right = reference_of(pair, gate, pair.right_document, pair.right);
  if (left.things.empty() || right.things.empty() || left.before == right.before) {
    return {};
  }
  for (const Term* a : left.things) {
    for (const Term* b : right.things) {
      if ((a->id == b->id || kin(*a, *b)) && a->negated == b->negated &&
          tells_in_front(pair.left, gate, *a) && tells_in_front(pair.right, gate, *b)) {
        return {a, b};
      }
    }
  }
  return {};
}

}  // namespace parallax
