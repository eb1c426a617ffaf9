/// How long something lasts or takes: "for nine days", "by 90 days", "three weeks aground". Of one
/// deed or state, told in other words, two such stretches that exclude each other. English.

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/compare/diverge.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/one_telling.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/stages.hpp"

namespace parallax {
namespace {

constexpr double kConfidence = 0.5;

bool framed(const Claim& claim, const Quantity& q) {
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
    return term.frame && term.token >= q.first_token && term.token <= q.last_token;
  });
}

/// "For nine days", "by another 30 days", "after three weeks aground", "lasting ten days"; not "two
/// days ago", "three years earlier".
bool lasts(const ClaimWords& c, const Quantity& q) {
  constexpr std::uint32_t kNear = 4;
  if (c.is(q.last_token + 1, {"ago", "earlier", "before", "old", "later", "hence", "apart"})) {
    return false;
  }
  if (c.is(q.last_token + 1, {"long", "aground", "adrift", "afloat", "ashore", "aboard", "late"})) {
    return true;
  }
  for (std::uint32_t i = q.first_token; i + kNear > q.first_token && i > c.begin(); --i) {
    if (c.is(i, {"for",        "by",      "lasting", "last",  "lasts",  "lasted", "took",
                 "take",       "takes",   "within",  "in",    "during", "after",  "over",
                 "throughout", "another", "further", "spent", "a",      "of",     "valid",
                 "some",       "only",    "passed",  "to"})) {
      return true;
    }
  }
  return false;
}

/// The only stretch of time that a claim tells; nullptr where there are none or several.
const Quantity* stretch_of(const ClaimWords& c) {
  const Quantity* only = nullptr;
  for (const Quantity& q : c.claim.quantities) {
    const bool time = q.unit == "s" || q.unit == "month";
    if (!time || !q.rate.empty() || q.kind == QuantityKind::kVague || framed(c.claim, q)) {
      continue;
    }
    if (only != nullptr) {
      return nullptr;
    }
    only = &q;
  }
  return only != nullptr && lasts(c, *only) ? only : nullptr;
}

/// In seconds; months are not all of one length.
Interval seconds(const Quantity& q) {
  constexpr double kMonth = 30.4 * 86400;
  constexpr double kUneven = 0.06;
  Interval v = q.value;
  if (q.unit == "month") {
    v.low *= kMonth * (1 - kUneven);
    v.high *= kMonth * (1 + kUneven);
  }
  return v;
}

bool stretches_apart(const Quantity& a, const Quantity& b) {
  return a.unit == b.unit ? numbers_apart(a, b) : disjoint(seconds(a), seconds(b));
}

/// The clauses of both figures tell one deed.
bool one_deed(const PairContext& pair, const EventGate& gate, const Quantity& a,
              const Quantity& b) {
  const auto known = [&](const std::vector<StemId>& ids) {
    return std::any_of(ids.begin(), ids.end(), [&](StemId id) { return in_common(gate, id); });
  };
  return same_stage(pair, a.first_token, b.first_token) || (known(a.verbs) && known(b.verbs)) ||
         (known(a.event) && known(b.event));
}

bool apart(const PairContext& pair, const EventGate& gate) {
  return gate.other_event || gate.contrasted || gate.substituted || gate.other_place ||
         pair.left.question != pair.right.question || tell_parts(pair.left, pair.right) ||
         pair.left.commitment != pair.right.commitment || other_ordinals(pair);
}

}  // namespace

void diverge_lasting(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  if (pair.left_document.language != "en" || pair.right_document.language != "en" ||
      says_something(out) || apart(pair, gate)) {
    return;
  }
  const Quantity* a = stretch_of({pair.words, pair.left_document, pair.left});
  const Quantity* b = stretch_of({pair.words, pair.right_document, pair.right});
  if (a == nullptr || b == nullptr || !stretches_apart(*a, *b) || !one_deed(pair, gate, *a, *b) ||
      !tied_by(pair, gate, true)) {
    return;
  }
  Finding f;
  f.kind = "number";
  f.severity = Severity::kDifference;
  f.rule = "number.lasting";
  f.confidence = kConfidence;
  f.slot = "duration";
  f.left = {a->span, quantity_value(*a)};
  f.right = {b->span, quantity_value(*b)};
  f.explanation = "Of one matter, told in two ways, the length differs: " +
                  quantity_words(pair.left_document, *a) + " against " +
                  quantity_words(pair.right_document, *b);
  out.push_back(std::move(f));
}

}  // namespace parallax
