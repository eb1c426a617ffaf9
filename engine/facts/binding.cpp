/// What a quantity counts, in which event and on whose side.

#include <algorithm>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

bool content(const Term& term) {
  return term.kind == TermKind::kPlain || term.kind == TermKind::kConcept ||
         term.kind == TermKind::kName;
}

/// Words of the noun phrase right of the quantity, up to a verb, preposition or mark. "of" is
/// stepped over.
void bind_head(const ClaimContext& c, const Claim& claim, Quantity& q) {
  bool any = false;
  for (const Term& term : claim.terms) {
    if (term.token <= q.last_token) {
      continue;
    }
    const std::size_t local = term.token - c.first_token;
    if (term.kind == TermKind::kCountry || (term.kind == TermKind::kName && !any)) {
      q.owner.push_back(term.id);
      continue;
    }
    if (term.kind == TermKind::kFunction && !any &&
        (c.has(local, FunctionClass::kNounLink) || c.is(local, "-"))) {
      continue;
    }
    if (!content(term) || (term.event && any)) {
      break;
    }
    if (term.event) {
      break;
    }
    q.head.push_back(term.id);
    any = true;
  }
}

void add_event(Quantity& q, const Term& term) {
  if (std::find(q.event.begin(), q.event.end(), term.id) == q.event.end()) {
    q.event.push_back(term.id);
  }
}

/// Events of the quantity's own coordinated part; without one, the nearest event on either side.
void bind_event(const Claim& claim, Quantity& q, std::uint8_t segment) {
  for (const Term& term : claim.terms) {
    if (term.event && term.segment == segment && !term.relative) {
      add_event(q, term);
    }
  }
  if (!q.event.empty()) {
    return;
  }
  const Term* nearest = nullptr;
  std::uint32_t best = 0;
  for (const Term& term : claim.terms) {
    if (!term.event) {
      continue;
    }
    const std::uint32_t distance =
        term.token > q.last_token ? term.token - q.last_token : q.first_token - term.token;
    if (nearest == nullptr || distance < best) {
      nearest = &term;
      best = distance;
    }
  }
  if (nearest != nullptr) {
    add_event(q, *nearest);
  }
}

/// Possessives and countries in front of the event: whose side is counted.
void bind_owner(const ClaimContext& c, const Claim& claim, Quantity& q) {
  for (const Term& term : claim.terms) {
    const std::size_t local = term.token - c.first_token;
    const bool near = term.token > q.last_token && term.token <= q.last_token + 8;
    if (near && c.has(local, FunctionClass::kPossessive)) {
      q.owner.push_back(c.words.intern_stem("@own"));
      return;
    }
  }
}

/// Content of the quantity's clause in front of it, frames left out.
void bind_measure(const Claim& claim, Quantity& q, std::uint8_t clause) {
  for (const Term& term : claim.terms) {
    const bool ahead = term.token < q.first_token && term.clause == clause;
    if (ahead && content(term) && !term.speech && !term.relative && !term.frame) {
      q.measure.push_back(term.id);
    }
    if (term.clause == clause && term.verb && !term.speech) {
      q.verbs.push_back(term.id);
    }
  }
}

/// "by 5 per cent", "rose 5 per cent": how much, not up to where; "from 2 to 7": the 2.
QuantityAspect aspect_of(const ClaimContext& c, const Claim& claim, const Quantity& q) {
  const std::size_t first = q.first_token - c.first_token;
  if (first > 0 && c.is(first - 1, "by")) {
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
  const bool moves =
      std::any_of(claim.directions.begin(), claim.directions.end(), [&](const Direction& d) {
        const Term& term = claim.terms[d.term];
        const bool amount = d.axis == "amount" || d.axis == "setting";
        return amount && term.token + term.tokens == q.first_token;
      });
  return moves ? QuantityAspect::kChange : QuantityAspect::kLevel;
}

/// Predicates of the date's clause; without one, those of the whole claim stay open.
void bind_date(const Claim& claim, DateMention& date) {
  std::uint8_t clause = 0;
  for (const Term& term : claim.terms) {
    if (term.token == date.first_token) {
      clause = term.clause;
    }
  }
  for (const Term& term : claim.terms) {
    if (term.clause == clause && (term.event || term.verb) && !term.speech) {
      date.event.push_back(term.id);
    }
  }
}

}  // namespace

void bind_dates(const ClaimContext& c, Claim& claim) {
  if (c.lexicon.language != "en") {
    return;
  }
  for (DateMention& date : claim.dates) {
    bind_date(claim, date);
    date.frame = std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      return term.frame && term.token >= date.first_token && term.token <= date.last_token;
    });
  }
}

void bind_quantities(const ClaimContext& c, Claim& claim) {
  for (Quantity& q : claim.quantities) {
    std::uint8_t segment = 0;
    std::uint8_t clause = 0;
    for (const Term& term : claim.terms) {
      if (term.token == q.first_token) {
        segment = term.segment;
        clause = term.clause;
        q.negated = term.negated;
      }
    }
    bind_head(c, claim, q);
    bind_event(claim, q, segment);
    bind_owner(c, claim, q);
    bind_measure(claim, q, clause);
    q.aspect = aspect_of(c, claim, q);
  }
}

}  // namespace parallax
