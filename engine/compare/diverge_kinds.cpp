/// What a thing is said to be: "is a city" against "is a county", "is a film" against "is a book".
/// Kinds of things that exclude each other stand in category.tsv.

#include <algorithm>

#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"

namespace parallax {
namespace {

/// What stands in front of the first thing that the subject is said to be.
std::vector<const Term*> subject_of(const Claim& claim) {
  std::vector<const Term*> subject;
  if (claim.kinds.empty()) {
    return subject;
  }
  const std::uint32_t end = claim.terms[claim.kinds.front().term].token;
  for (const Term& term : claim.terms) {
    if (term.token >= end || term.predicative || term.verb) {
      break;
    }
    if (is_told(term)) {
      subject.push_back(&term);
    }
  }
  return subject;
}

bool same_thing(const PairContext& pair, const Term& a, const Term& b) {
  return is_entity(a) && is_entity(b) ? same_entity(pair, a, b) : a.id == b.id;
}

/// One name, or the same noun phrase, word for word of the shorter one.
bool same_subject(const PairContext& pair, const std::vector<const Term*>& left,
                  const std::vector<const Term*>& right) {
  if (left.empty() || right.empty() || !same_thing(pair, *left.front(), *right.front())) {
    return false;
  }
  if (is_entity(*left.front())) {
    return true;
  }
  const bool left_shorter = left.size() <= right.size();
  const auto& shorter = left_shorter ? left : right;
  const auto& longer = left_shorter ? right : left;
  return std::all_of(shorter.begin(), shorter.end(), [&](const Term* x) {
    return std::any_of(longer.begin(), longer.end(), [&](const Term* y) {
      return left_shorter ? same_thing(pair, *x, *y) : same_thing(pair, *y, *x);
    });
  });
}

/// A university may be called a place, and a festival a show.
bool excludes(const Kind& a, const Kind& b) {
  if (a.category == b.category) {
    return a.category != "person" && a.name != b.name;
  }
  const auto pair_of = [&](std::string_view x, std::string_view y) {
    return (a.category == x && b.category == y) || (a.category == y && b.category == x);
  };
  return !pair_of("body", "place") && !pair_of("event", "work") && !pair_of("body", "work") &&
         !pair_of("place", "work");
}

bool asserted(const Claim& claim) {
  return !claim.question && !claim.disputed && claim.commitment != "conditional" &&
         std::none_of(claim.kinds.begin(), claim.kinds.end(), [&](const Kind& kind) {
           const Term& term = claim.terms[kind.term];
           return term.negated || term.modality != Modality::kFact;
         });
}

Finding finding_of(const PairContext& pair, const Kind& a, const Kind& b) {
  Finding f;
  f.kind = "negation";
  f.severity = Severity::kConflict;
  f.rule = "negation.kind";
  f.confidence = 0.75;
  const std::string x(pair.left_document.slice(a.span));
  const std::string y(pair.right_document.slice(b.span));
  f.slot = "what it is";
  f.left = {a.span, {{"kind", a.category + ": " + a.name}}};
  f.right = {b.span, {{"kind", b.category + ": " + b.name}}};
  f.explanation = "One thing cannot be both: \"" + x + "\" against \"" + y + "\"";
  return f;
}

/// Countries in what the subject is said to be: "is an American film".
std::vector<const Term*> origins(const Claim& claim) {
  std::vector<const Term*> found;
  const std::uint8_t clause = claim.terms[claim.kinds.front().term].clause;
  for (const Term& term : claim.terms) {
    if (term.predicative && term.kind == TermKind::kCountry && term.clause == clause) {
      found.push_back(&term);
    }
  }
  return found;
}

void other_origin(const PairContext& pair, std::vector<Finding>& out) {
  const std::vector<const Term*> left = origins(pair.left);
  const std::vector<const Term*> right = origins(pair.right);
  const bool apart = std::none_of(left.begin(), left.end(), [&](const Term* a) {
    return std::any_of(right.begin(), right.end(),
                       [&](const Term* b) { return same_entity(pair, *a, *b); });
  });
  if (left.empty() || right.empty() || !apart) {
    return;
  }
  Finding f;
  f.kind = "name";
  f.severity = Severity::kDifference;
  f.rule = "name.origin";
  f.confidence = 0.7;
  f.slot = "origin";
  const Term& a = *left.front();
  const Term& b = *right.front();
  f.left = {a.span, {{"id", pair.words.stem(a.id)}}};
  f.right = {b.span, {{"id", pair.words.stem(b.id)}}};
  f.explanation =
      "Another origin of the same thing: " + std::string(pair.left_document.slice(a.span)) +
      " against " + std::string(pair.right_document.slice(b.span));
  out.push_back(std::move(f));
}

}  // namespace

void diverge_kinds(const PairContext& pair, std::vector<Finding>& out) {
  const std::vector<Kind>& left = pair.left.kinds;
  const std::vector<Kind>& right = pair.right.kinds;
  if (left.empty() || right.empty() || !asserted(pair.left) || !asserted(pair.right) ||
      !same_subject(pair, subject_of(pair.left), subject_of(pair.right))) {
    return;
  }
  const bool apart = std::all_of(left.begin(), left.end(), [&](const Kind& a) {
    return std::all_of(right.begin(), right.end(), [&](const Kind& b) { return excludes(a, b); });
  });
  if (apart) {
    out.push_back(finding_of(pair, left.front(), right.front()));
  } else {
    other_origin(pair, out);
  }
}

}  // namespace parallax
