#include "engine/compare/only_ordered.hpp"

#include <algorithm>

namespace parallax {
namespace {

/// "Ordered the firm to publish it": the verb at `term` is what somebody is asked to do.
bool asked_of(const ClaimWords& side, const Term& term) {
  constexpr std::uint32_t kReach = 14;
  if (!term.verb || !side.is(term.token - 1, {"to"})) {
    return false;
  }
  for (std::uint32_t i = term.token; i > side.begin() && term.token - i < kReach; --i) {
    if (side.is(i - 1, {"ordered", "orders", "instructed", "directed", "required", "obliged",
                        "told", "urged", "asked", "requested", "called", "bound", "summoned"})) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool only_ordered(const ClaimWords& denier, const ClaimWords& other) {
  return denier.find(denier.begin(), {"yet"}) < denier.end() &&
         std::any_of(other.claim.terms.begin(), other.claim.terms.end(), [&](const Term& term) {
           return asked_of(other, term) &&
                  std::any_of(
                      denier.claim.terms.begin(), denier.claim.terms.end(),
                      [&](const Term& denied) { return denied.id == term.id && denied.negated; });
         });
}

}  // namespace parallax
