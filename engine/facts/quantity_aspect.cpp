#include "engine/facts/quantity_aspect.hpp"

#include <algorithm>

namespace parallax {
namespace {

/// "An increase of 5 per cent", "a cut of 20 million": a noun of movement takes the figure.
bool of_change(const ClaimContext& c, const Claim& claim, const Quantity& q) {
  const std::size_t first = q.first_token - c.first_token;
  std::size_t of = first;
  while (
      of > 0 && first - of < 3 &&
      c.is_any(of - 1, {"about", "some", "around", "nearly", "almost", "over", "only", "just"})) {
    --of;
  }
  if (of == 0 || !(c.is(of - 1, "of") || c.is(first, "of"))) {
    return false;
  }
  const std::uint32_t end = static_cast<std::uint32_t>(c.is(first, "of") ? first : of - 1);
  if (c.lexicon.language == "en" && end > 0 &&
      c.is_any(end - 1, {"rise", "increase", "raise", "hike", "growth", "cut", "reduction", "drop",
                         "fall", "decline", "decrease", "rises", "increases", "gain"})) {
    return true;  // "a pay rise of 3 per cent"
  }
  return std::any_of(claim.directions.begin(), claim.directions.end(), [&](const Direction& d) {
    const Term& term = claim.terms[d.term];
    return d.axis == "amount" && !term.verb && term.token + term.tokens == end + c.first_token;
  });
}

/// "Passed by 81 percent of the pupils", "signed by 40 states": so many did it. "Cut by 81
/// percent": by how much. `by` is a local position.
bool done_by_so_many(const ClaimContext& c, const Claim& claim, const Quantity& q, std::size_t by) {
  const auto token = c.first_token + static_cast<std::uint32_t>(by);
  const auto verb = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.verb && term.passive && term.token + term.tokens == token;
  });
  if (c.lexicon.language != "en" || verb == claim.terms.end() ||
      std::any_of(claim.directions.begin(), claim.directions.end(), [&](const Direction& d) {
        const bool amount = d.axis == "amount" || d.axis == "setting";
        return amount && &claim.terms[d.term] == &*verb;
      })) {
    return false;
  }
  const auto counted = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.token == q.last_token + 1;
  });
  return c.is(q.last_token + 1 - c.first_token, "of") ||
         (counted != claim.terms.end() && counted->actor);
}

}  // namespace

QuantityAspect aspect_of(const ClaimContext& c, const Claim& claim, const Quantity& q) {
  const std::size_t first = q.first_token - c.first_token;
  const bool more = first > 1 && c.is_any(first - 1, {"another", "further", "additional", "a"});
  const std::size_t lead = more ? first - 1 : first;
  const bool by = c.is(first, "by") || (lead > 0 && c.is(lead - 1, "by"));
  if (by && !done_by_so_many(c, claim, q, c.is(first, "by") ? first : lead - 1)) {
    return QuantityAspect::kChange;
  }
  const std::size_t behind = q.last_token + 1 - c.first_token;
  if (c.is(first, "from") || (first > 0 && c.is(first - 1, "from"))) {
    const bool moved =
        std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& other) {
          return other.first_token >= q.last_token + 1 && other.first_token <= q.last_token + 4;
        });
    return moved && c.is_any(behind, {"to", ",", "per", "percent"}) ? QuantityAspect::kOrigin
                                                                    : QuantityAspect::kLevel;
  }
  if (c.lexicon.language == "en" &&
      (q.unit == "pp" || of_change(c, claim, q) ||
       c.is_any(behind, {"higher", "lower", "up", "down", "dearer", "cheaper"}))) {
    return QuantityAspect::kChange;
  }
  const bool moves =
      std::any_of(claim.directions.begin(), claim.directions.end(), [&](const Direction& d) {
        const Term& term = claim.terms[d.term];
        const bool amount = d.axis == "amount" || d.axis == "setting";
        return amount && term.token + term.tokens == q.first_token;
      });
  return moves ? QuantityAspect::kChange : QuantityAspect::kLevel;
}

}  // namespace parallax
