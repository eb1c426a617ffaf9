/// What a quantity counts, in which event and on whose side.

#include <algorithm>
#include <cmath>
#include <string_view>

#include "engine/facts/claim_context.hpp"
#include "engine/facts/quantity_aspect.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

bool content(const Term& term) {
  return term.kind == TermKind::kPlain || term.kind == TermKind::kConcept ||
         term.kind == TermKind::kName;
}

/// The quantity that begins at `token`; nullptr if there is none.
const Quantity* quantity_at(const Claim& claim, std::uint32_t token) {
  const auto it = std::find_if(claim.quantities.begin(), claim.quantities.end(),
                               [&](const Quantity& q) { return q.first_token == token; });
  return it == claim.quantities.end() ? nullptr : &*it;
}

/// The whole behind "17 of the 20", "two of the plant's three"; nullptr if there is none.
const Quantity* whole_behind(const ClaimContext& c, const Claim& claim, const Quantity& part) {
  constexpr std::size_t kReach = 5;
  const std::size_t first = part.last_token + 1 - c.first_token;
  if (c.lexicon.language != "en" || !c.is(first, "of")) {
    return nullptr;
  }
  for (std::size_t i = first + 1; i < std::min(c.size(), first + kReach); ++i) {
    const Quantity* whole = quantity_at(claim, static_cast<std::uint32_t>(i) + c.first_token);
    if (whole != nullptr) {
      const bool fits = whole->unit.empty() && part.unit.empty() &&
                        whole->kind == QuantityKind::kExact && whole->value.low > 0;
      return fits ? whole : nullptr;
    }
    const bool owner = c.tokens[i].kind == TokenKind::kWord &&
                       (c.folded(i).ends_with("'s") || c.folded(i).ends_with("s'"));
    if (!owner && !c.has(i, FunctionClass::kNounLink)) {
      return nullptr;
    }
  }
  return nullptr;
}

/// Counts the things or cases of what stands behind its "of": "214 cases of cholera".
bool counting_noun(const WordTable& words, StemId id) {
  static constexpr WordList kNouns = {"case",   "=case",  "instanc", "incid", "=incident",
                                      "number", "pair",   "piec",    "unit",  "item",
                                      "copi",   "member", "=member"};
  return kNouns.contains(words.stem(id));
}

/// Words between a number and what it counts: "of the" in front, "of" behind "cases".
bool steps_over(const ClaimContext& c, const Quantity& q, const Term& term) {
  const std::size_t local = term.token - c.first_token;
  if (!q.head.empty()) {
    return c.is_any(local, {"of", "the", "its", "their"}) && counting_noun(c.words, q.head.back());
  }
  return term.kind == TermKind::kFunction &&
         (c.has(local, FunctionClass::kNounLink) || c.is(local, "-"));
}

/// "Two rescue teams": an event in front of the noun says of which sort it is.
bool event_of_noun(const Claim& claim, const Term& term) {
  const auto next = static_cast<std::size_t>(&term - claim.terms.data()) + 1;
  if (!term.event || term.verb || term.verb_form || term.tokens != 1 ||
      next >= claim.terms.size()) {
    return false;
  }
  const Term& noun = claim.terms[next];
  return content(noun) && noun.kind != TermKind::kName && !noun.event && !noun.verb &&
         !noun.verb_form && !noun.attribute && noun.token == term.token + 1;
}

/// A participle between the number and what it counts: "captured", "wounded".
bool describes_counted(const ClaimContext& c, const Claim& claim, const Quantity& q,
                       const Term& term) {
  const std::string_view word = c.folded(term.token + term.tokens - 1 - c.first_token);
  if (c.lexicon.language != "en" || !term.event || term.token != q.last_token + 1 ||
      !(word.ends_with("ed") || word.ends_with("en"))) {
    return false;
  }
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& next) {
    return next.token == term.token + term.tokens && content(next) && !next.event &&
           next.slot != Slot::kOblique && !c.folded(next.token - c.first_token).ends_with("ly");
  });
}

/// Nothing that is counted, or behind some of it a verb: "62 percent of the pupils passed it".
bool ends_head(const Claim& claim, const Term& term, bool any) {
  const bool verb = term.verb && any && !term.attribute;
  return !content(term) || verb || (term.event && !event_of_noun(claim, term));
}

/// Words of the noun phrase right of the quantity, or of the whole that it is a part of, up to a
/// verb, preposition or mark. "of" is stepped over in front, and behind "cases".
void bind_head(const ClaimContext& c, const Claim& claim, Quantity& q) {
  bool any = false;
  const Quantity* whole = whole_behind(c, claim, q);
  q.of = whole == nullptr ? 0.0 : whole->value.low;
  const std::uint32_t last = whole == nullptr ? q.last_token : whole->last_token;
  for (const Term& term : claim.terms) {
    if (term.token <= last) {
      continue;
    }
    const bool members = any && counting_noun(c.words, q.head.back());
    if (term.kind == TermKind::kCountry || (term.kind == TermKind::kName && (!any || members))) {
      q.owner.push_back(term.id);
      continue;
    }
    if (steps_over(c, q, term) || describes_counted(c, claim, q, term)) {
      continue;  // "214 cases of cholera", "146 captured soldiers"
    }
    if (ends_head(claim, term, any)) {
      break;
    }
    q.head.push_back(term.id);
    any = any || !term.attribute;
  }
  if (!any) {
    q.head.clear();  // "214 new infections": the event says what is counted
  }
}

void add_event(Quantity& q, const Term& term) {
  if (std::find(q.event.begin(), q.event.end(), term.id) == q.event.end()) {
    q.event.push_back(term.id);
  }
}

/// "Since the start of the war", "after the attack": says when, not what is counted.
bool says_when(const ClaimContext& c, const Term& term) {
  static constexpr WordList kWhen = {"sinc", "since", "after", "befor", "before"};
  return !term.verb && term.slot == Slot::kOblique &&
         kWhen.contains(c.words.stem(term.preposition));
}

/// Events of the quantity's own coordinated part; without one, the nearest event on either side.
void bind_event(const ClaimContext& c, const Claim& claim, Quantity& q, std::uint8_t segment) {
  for (const Term& term : claim.terms) {
    if (term.event && term.segment == segment && !term.relative && !term.frame &&
        !says_when(c, term)) {
      add_event(q, term);
    }
  }
  if (!q.event.empty()) {
    return;
  }
  const Term* nearest = nullptr;
  std::uint32_t best = 0;
  for (const Term& term : claim.terms) {
    if (!term.event || term.frame || says_when(c, term)) {
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

/// "did not exceed 100": at most 100.
void turn_bound(Quantity& q) {
  if (!q.negated || q.kind != QuantityKind::kBound) {
    return;
  }
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const Interval v = q.value;
  q.value = v.high == kInfinity ? Interval{-kInfinity, v.low, false, !v.low_open}
                                : Interval{v.high, kInfinity, !v.high_open, false};
  q.negated = false;
}

/// "The mission also received 35": beside something that was told before. "The minister also said"
/// adds words, not things.
bool in_addition(const ClaimContext& c, const Claim& claim, const Quantity& q,
                 std::uint8_t clause) {
  for (std::size_t t = 0; t + 1 < claim.terms.size(); ++t) {
    const Term& term = claim.terms[t];
    const bool also = c.is_any(term.token - c.first_token, {"also", "additionally"});
    if (also && term.clause == clause && term.token < q.first_token) {
      return !claim.terms[t + 1].speech;
    }
  }
  return false;
}

/// Content of the quantity's clause in front of it, frames left out.
void bind_measure(const Claim& claim, Quantity& q, std::uint8_t clause) {
  for (const Term& term : claim.terms) {
    const bool ahead = term.token < q.first_token && term.clause == clause;
    if (ahead && content(term) && !term.speech && !term.relative && !term.frame) {
      q.measure.push_back(term.id);
    }
    if (term.clause == clause && term.verb && !term.speech && !term.frame) {
      q.verbs.push_back(term.id);
    }
  }
}

/// Nouns whose number behind them is a value: "magnitude 6", "a minimum age of 18".
bool measures(const ClaimContext& c, std::size_t i) {
  return c.is_any(
      i, {"number",  "total",      "figure",   "count",   "score",       "magnitude", "age",
          "level",   "rate",       "ratio",    "index",   "temperature", "rank",      "grade",
          "average", "population", "quota",    "turnout", "minimum",     "maximum",   "limit",
          "target",  "point",      "majority", "price",   "cost",        "toll",      "value",
          "volume",  "strength",   "budget",   "record",  "speed",       "height",    "depth",
          "about",   "aged",       "year",     "month",   "date",        "least",     "most"});
}

/// "Boundary stone 47": a number right behind a singular noun, with no other noun behind it. The
/// noun becomes the head.
void bind_designator(const ClaimContext& c, const Claim& claim, Quantity& q) {
  const std::size_t i = q.first_token - c.first_token;
  const bool whole = q.value.low == q.value.high && q.value.low == std::floor(q.value.low);
  if (c.lexicon.language != "en" || i == 0 || !whole || q.kind != QuantityKind::kExact ||
      !q.unit.empty() || !q.head.empty() || q.first_token != q.last_token ||
      c.tokens[i].kind != TokenKind::kNumber || measures(c, i - 1)) {
    return;
  }
  const std::string_view noun = c.folded(i - 1);
  constexpr std::size_t kShort = 3;  // "bus 12"
  const bool plural = noun.size() > kShort && noun.ends_with("s") && !noun.ends_with("ss");
  const auto term = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& t) {
    return t.token + t.tokens == q.first_token;
  });
  // "stands at 26": no thing with a number
  if (plural || term == claim.terms.end() || term->verb || c.words.stem(term->id) == "=amount_to" ||
      term->attribute || term->kind == TermKind::kFunction || term->kind == TermKind::kDate ||
      term->kind == TermKind::kQuantity) {
    return;
  }
  q.designator = true;
  q.head.push_back(term->id);
}

/// "A crew of 22", "a delegation of fourteen": the group is what is counted.
void bind_group(const ClaimContext& c, const Claim& claim, Quantity& q) {
  const std::size_t i = q.first_token - c.first_token;
  if (c.lexicon.language != "en" || !q.head.empty() || !q.unit.empty() || i < 2 ||
      !c.is(i - 1, "of") ||
      !c.is_any(i - 2, {"crew", "delegation", "team", "staff", "garrison", "squad", "workforce",
                        "contingent", "expedition", "congregation", "patrol", "audience", "crowd",
                        "population", "membership", "jury"})) {
    return;
  }
  const auto term = std::find_if(claim.terms.begin(), claim.terms.end(), [&](const Term& t) {
    return t.token + t.tokens + 1 == q.first_token;
  });
  if (term != claim.terms.end()) {
    q.head.push_back(term->id);
  }
}

}  // namespace

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
    turn_bound(q);
    q.further = q.further || (c.lexicon.language == "en" && in_addition(c, claim, q, clause));
    bind_head(c, claim, q);
    bind_group(c, claim, q);
    bind_event(c, claim, q, segment);
    bind_owner(c, claim, q);
    bind_measure(claim, q, clause);
    bind_designator(c, claim, q);
    q.aspect = aspect_of(c, claim, q);
  }
}

}  // namespace parallax
