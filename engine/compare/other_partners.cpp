#include "engine/compare/other_partners.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/compare/date_values.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/other_matter.hpp"

namespace parallax {
namespace {

using Terms = std::vector<const Term*>;

/// The claim names it anywhere, if only in saying whose words they are.
bool names(const PairContext& pair, const Claim& claim, const Term& name) {
  const bool left = &claim == &pair.left;
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& other) {
    return other.id == name.id ||
           (is_entity(other) && is_entity(name) &&
            (left ? same_entity(pair, other, name) : same_entity(pair, name, other)));
  });
}

/// With whom or what: names behind "with" or "between" that the other side lacks, and things behind
/// "with a".
Terms partners(const ClaimWords& c, const EventGate& gate, const DateMention& date, bool named) {
  const std::uint8_t clause = clause_of(c.claim, date);
  Terms found;
  for (const Term& term : c.claim.terms) {
    const std::string& preposition = c.words.stem(term.preposition);
    const bool with = preposition == "with" || (named && preposition == "between");
    const bool one = named
                         ? is_entity(term)
                         : !is_entity(term) && !term.verb && !term.actor &&
                               c.is(term.token - 1, {"a", "an"}) && c.is(term.token - 2, {"with"});
    if (with && one && is_told(term) && term.clause == clause && !in_common(gate, term.id)) {
      found.push_back(&term);
    }
  }
  return found;
}

}  // namespace

bool other_partners(const PairContext& pair, const EventGate& gate, const DateMention& a,
                    const DateMention& b) {
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  const auto apart = [&](bool named) {
    const Terms x = partners(left, gate, a, named);
    const Terms y = x.empty() ? Terms{} : partners(right, gate, b, named);
    const bool told = std::any_of(x.begin(), x.end(),
                                  [&](const Term* one) { return names(pair, pair.right, *one); }) ||
                      std::any_of(y.begin(), y.end(),
                                  [&](const Term* two) { return names(pair, pair.left, *two); });
    return !y.empty() && !told && std::none_of(x.begin(), x.end(), [&](const Term* one) {
      return std::any_of(y.begin(), y.end(), [&](const Term* two) {
        return kin(*one, *two) || one->stem == two->stem;
      });
    });
  };
  return apart(true) || apart(false);
}

}  // namespace parallax
