#include "engine/compare/denial_agrees.hpp"

#include <algorithm>
#include <string_view>

#include "models/text/word_list.hpp"

namespace parallax {
namespace {

int effect(const Direction& d) {
  return d.negated ? -d.sign : d.sign;
}

/// "No delegate was absent", "every delegate attended".
bool by_opposites(const PairContext& pair) {
  const auto& left = pair.left.directions;
  const auto& right = pair.right.directions;
  return std::any_of(left.begin(), left.end(), [&](const Direction& a) {
    return std::any_of(right.begin(), right.end(), [&](const Direction& b) {
      // "cannot use the crossing", "the crossing is closed"
      const bool barred = a.axis == "openness" && effect(a) < 0;
      return a.axis == b.axis && (a.sign != b.sign || barred) && effect(a) == effect(b);
    });
  });
}

/// "Is no longer a member", "was a member until the reform".
bool over_by_now(const ClaimWords& denier, const ClaimWords& other) {
  const std::uint32_t longer = denier.find(denier.begin(), {"longer", "anymore"});
  const bool ended = longer < denier.end() && denier.is(longer - 1, {"no", "any", "not"});
  const bool past =
      other.find(other.begin(), {"was", "were", "had", "until", "used"}) < other.end();
  const bool present = other.find(other.begin(), {"is", "are", "remains", "remain", "still", "has",
                                                  "have"}) < other.end();
  return ended && past && !present;
}

/// "No observer was left without a badge", "not one pensioner went unpaid": nobody lacks it, so all
/// have it. What the other side says in the same word is denied, not agreed with.
bool nobody_lacks(const ClaimWords& denier, const ClaimWords& other) {
  static constexpr WordList kLacks = {
      "without",    "lacking",    "lacked",       "lacks",        "missing",     "excluded",
      "omitted",    "deprived",   "overlooked",   "forgotten",    "unaccounted", "unpaid",
      "unanswered", "untreated",  "uninsured",    "unheard",      "uncounted",   "unheated",
      "homeless",   "unemployed", "unvaccinated", "unregistered", "unserved",    "unprotected"};
  const std::uint32_t first = denier.begin();
  const bool nobody = denier.is(first, {"no", "none", "nobody", "neither"}) ||
                      (denier.is(first, {"not"}) && denier.is(first + 1, {"one", "a"}));
  for (std::uint32_t i = first + 1; nobody && i < denier.end(); ++i) {
    if (denier.is(i, kLacks)) {
      return other.find(other.begin(), {denier.at(i)}) == other.end();
    }
  }
  return false;
}

/// "Makes a leak improbable": asserts no leak.
bool doubted(const ClaimWords& other) {
  return other.find(other.begin(),
                    {"improbable", "unlikely", "doubtful", "implausible", "questionable",
                     "far-fetched", "inconceivable", "unthinkable", "impossible"}) < other.end();
}

/// Words of a name beside its last one.
bool shares_word(const ClaimWords& a, const Term& x, const ClaimWords& b, const Term& y) {
  for (std::uint32_t i = x.token; i + 1 < x.token + x.tokens; ++i) {
    for (std::uint32_t k = y.token; k + 1 < y.token + y.tokens; ++k) {
      if (!a.at(i).empty() && !b.at(k).empty() &&
          (a.at(i) == b.at(k) || a.at(i).substr(0, 1) == b.at(k) ||
           b.at(k).substr(0, 1) == a.at(i))) {
        return true;
      }
    }
  }
  return false;
}

/// "The Chrysler Building", "the Empire State Building": what it is, and no family name.
bool kind_of_thing(std::string_view word) {
  static constexpr WordList kKinds = {
      "academy",     "act",       "agency",     "airlines",   "airport",  "alliance",  "army",
      "assembly",    "authority", "avenue",     "award",      "bank",     "bay",       "bridge",
      "brigade",     "building",  "canal",      "castle",     "centre",   "church",    "city",
      "club",        "college",   "commission", "committee",  "company",  "congress",  "convention",
      "corporation", "council",   "county",     "court",      "cup",      "dam",       "department",
      "district",    "fleet",     "forces",     "foundation", "front",    "fund",      "games",
      "group",       "hall",      "hospital",   "hotel",      "house",    "institute", "island",
      "lake",        "league",    "ministry",   "movement",   "museum",   "office",    "palace",
      "park",        "party",     "prison",     "prize",      "province", "republic",  "river",
      "school",      "sea",       "society",    "station",    "street",   "tower",     "treaty",
      "union",       "university"};
  return kKinds.contains(word);
}

/// "Anna Brandt was acquitted", "Otto Brandt was not acquitted": one family name, two people.
bool namesakes(const ClaimWords& a, const ClaimWords& b) {
  const auto named = [](const Term& term) {
    return term.kind == TermKind::kName && !term.frame && term.tokens > 1;
  };
  return std::any_of(a.claim.terms.begin(), a.claim.terms.end(), [&](const Term& x) {
    return named(x) && std::any_of(b.claim.terms.begin(), b.claim.terms.end(), [&](const Term& y) {
             return named(y) && x.id == y.id && !shares_word(a, x, b, y) &&
                    !kind_of_thing(a.at(x.token + x.tokens - 1));
           });
  });
}

}  // namespace

bool with_exception(const ClaimWords& c) {
  static constexpr WordList kExcept = {"except", "excepting", "excluding", "barring",
                                       "save",   "exception", "exceptions"};
  for (std::uint32_t i = c.begin(); i < c.end(); ++i) {
    if (c.is(i, kExcept) || (c.is(i, {"apart", "aside"}) && c.is(i + 1, {"from"})) ||
        (c.is(i, {"other"}) && c.is(i + 1, {"than"}))) {
      return !(c.is(i - 1, {"without", "no"}) || c.is(i - 2, {"without", "no"}));
    }
  }
  return false;
}

bool own_of_party(const ClaimWords& c, const Term& bearer, const Claim& other, const Term& theirs) {
  if (bearer.token == c.begin() || !c.is(bearer.token - 1, {"its", "their", "his", "her"})) {
    return false;
  }
  return std::any_of(c.claim.terms.begin(), c.claim.terms.end(), [&](const Term& owner) {
    return is_entity(owner) && owner.token < bearer.token &&
           std::any_of(other.terms.begin(), other.terms.end(), [&](const Term& name) {
             return is_entity(name) && !name.frame && name.id == owner.id &&
                    (name.token + name.tokens >= theirs.token ||
                     name.token <= theirs.token + theirs.tokens + 1);
           });
  });
}

bool of_namesakes(const PairContext& pair) {
  return namesakes({pair.words, pair.left_document, pair.left},
                   {pair.words, pair.right_document, pair.right});
}

bool denial_agrees(const PairContext& pair, const TermPair& s) {
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  const ClaimWords& denier = s.left->negated ? left : right;
  const ClaimWords& other = s.left->negated ? right : left;
  return by_opposites(pair) || over_by_now(denier, other) || doubted(other) ||
         nobody_lacks(denier, other) || of_namesakes(pair);
}

}  // namespace parallax
