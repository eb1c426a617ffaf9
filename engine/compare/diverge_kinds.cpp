/// What a thing is said to be: "is a city" against "is a county", "is a film" against "is a book".
/// Kinds of things that exclude each other stand in category.tsv.

#include <algorithm>
#include <string_view>

#include "engine/compare/diverge.hpp"
#include "engine/compare/entities.hpp"
#include "engine/compare/exclusive_kinds.hpp"
#include "engine/compare/same_subject.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// "It", "he": opens a text that names nobody before.
bool stands_alone(const PairContext& pair, const Document& document, const Claim& claim) {
  const Name& name = claim.definition.names.front();
  static constexpr WordList kPronouns = {"he", "she", "it", "they"};
  return claim.first_token == 0 && name.size() == 1 &&
         kPronouns.contains(pair.words[document.tokens[name.front()].word].folded);
}

bool same_subject(const PairContext& pair) {
  const Definition& left = pair.left.definition;
  const Definition& right = pair.right.definition;
  // "Selm is a town", "Selm Bay is a bay"
  const auto place = [](const Kind& kind) { return kind.category == "place"; };
  const bool of_places = std::any_of(left.kinds.begin(), left.kinds.end(), place) &&
                         std::any_of(right.kinds.begin(), right.kinds.end(), place);
  for (const Name& x : left.names) {
    for (const Name& y : right.names) {
      if (same_name(pair, x, y, of_places)) {
        return true;
      }
    }
  }
  return (stands_alone(pair, pair.left_document, pair.left) &&
          has_capital(pair.right_document, right.names.front())) ||
         (stands_alone(pair, pair.right_document, pair.right) &&
          has_capital(pair.left_document, left.names.front()));
}

Finding finding_of(const PairContext& pair, ByteSpan left, ByteSpan right) {
  Finding f;
  f.kind = "negation";
  f.severity = Severity::kConflict;
  f.rule = "negation.kind";
  f.confidence = 0.75;
  f.slot = "what it is";
  f.left = {left, {}};
  f.right = {right, {}};
  f.explanation = "One thing cannot be both: \"" + std::string(pair.left_document.slice(left)) +
                  "\" against \"" + std::string(pair.right_document.slice(right)) + "\"";
  return f;
}

Value value_of(const Kind& kind) {
  return {{"kind", kind.category + ": " + kind.name}};
}

Finding finding_of(const PairContext& pair, const Kind& a, const Kind& b) {
  Finding f = finding_of(pair, a.span, b.span);
  f.left.value = value_of(a);
  f.right.value = value_of(b);
  const bool person = a.category == "person" && b.category == "person";
  if (person) {
    f.severity = Severity::kDifference;
    f.confidence = 0.6;
  }
  return f;
}

/// "Is not a musician", "is the drummer": the denied word must be the wider one.
bool denied(const PairContext& pair, std::vector<Finding>& out) {
  const Definition& left = pair.left.definition;
  const Definition& right = pair.right.definition;
  if (left.negated == right.negated) {
    return false;
  }
  const Definition& denier = left.negated ? left : right;
  const Definition& other = left.negated ? right : left;
  // "is not a Dutch singer" may deny either word
  for (const Kind& kind : other.kinds) {
    const Kind* no = denier.bare ? &denier.kinds.front() : nullptr;
    if (no != nullptr && no->category == kind.category && no->name == kind.name &&
        (no->general ||
         (left.negated ? pair.left_document : pair.right_document).slice(no->span) ==
             (left.negated ? pair.right_document : pair.left_document).slice(kind.span))) {
      out.push_back(left.negated ? finding_of(pair, *no, kind) : finding_of(pair, kind, *no));
      out.back().severity = Severity::kConflict;
      out.back().explanation = left.negated ? "The left side denies what the right side says it is"
                                            : "The left side says it is what the right side denies";
      return true;
    }
  }
  return false;
}

bool other_kind(const PairContext& pair, std::vector<Finding>& out) {
  const std::vector<Kind>& left = pair.left.definition.kinds;
  const std::vector<Kind>& right = pair.right.definition.kinds;
  const bool apart =
      !left.empty() && !right.empty() && std::all_of(left.begin(), left.end(), [&](const Kind& a) {
        return std::all_of(right.begin(), right.end(),
                           [&](const Kind& b) { return excludes(a, b); });
      });
  if (apart) {
    out.push_back(finding_of(pair, left.front(), right.front()));
  }
  return apart;
}

/// "A real place" against "a fictional setting", "a horror film" against "a romantic film".
bool other_trait(const PairContext& pair, std::vector<Finding>& out) {
  const std::vector<Kind>& left = pair.left.definition.traits;
  const std::vector<Kind>& right = pair.right.definition.traits;
  if (pair.left.definition.kinds.empty() || pair.right.definition.kinds.empty()) {
    return false;  // "labels are optional"
  }
  for (const Kind& a : left) {
    const auto same_set = [&](const Kind& b) { return a.category == b.category; };
    const auto b = std::find_if(right.begin(), right.end(), same_set);
    const bool apart =
        b != right.end() && std::none_of(left.begin(), left.end(), [&](const Kind& x) {
          return same_set(x) && std::any_of(right.begin(), right.end(), [&](const Kind& y) {
                   return same_set(y) && blurred(x, y);
                 });
        });
    if (apart) {
      Finding f = finding_of(pair, a.span, b->span);
      f.severity = Severity::kDifference;
      f.confidence = 0.6;
      f.left.value = value_of(a);
      f.right.value = value_of(*b);
      out.push_back(std::move(f));
      return true;
    }
  }
  return false;
}

bool one_continent(std::string_view a, std::string_view b) {
  return a.empty() || b.empty() || a.find(b) != std::string_view::npos ||
         b.find(a) != std::string_view::npos;
}

/// Somebody who goes from place to place: "Foreign Minister X is in Berlin".
bool travels(const Claim& claim) {
  const Definition& d = claim.definition;
  return std::any_of(d.kinds.begin(), d.kinds.end(),
                     [](const Kind& kind) { return kind.category == "person"; }) ||
         std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
           const Name& name = d.names.front();
           return term.actor && std::find(name.begin(), name.end(), term.token) != name.end();
         });
}

/// "Lies in Spain", "is a city in America": neither country nor continent is the same. One side
/// must say what it is: whoever is named alone may travel.
bool elsewhere(const PairContext& pair, std::vector<Finding>& out) {
  const std::vector<Whereabouts>& left = pair.left.definition.places;
  const std::vector<Whereabouts>& right = pair.right.definition.places;
  const auto apart = [](const Whereabouts& a, const Whereabouts& b) {
    const bool countries = a.country != StemId{} && b.country != StemId{};
    return countries ? a.country != b.country : !one_continent(a.continents, b.continents);
  };
  const Definition& x = pair.left.definition;
  const Definition& y = pair.right.definition;
  if (left.empty() || right.empty() || x.negated || y.negated || x.past != y.past ||
      (x.kinds.empty() && y.kinds.empty()) || travels(pair.left) || travels(pair.right) ||
      !std::all_of(left.begin(), left.end(), [&](const Whereabouts& a) {
        return std::all_of(right.begin(), right.end(),
                           [&](const Whereabouts& b) { return apart(a, b); });
      })) {
    return false;
  }
  Finding f = finding_of(pair, left.front().span, right.front().span);
  f.kind = "place";
  f.rule = "place.whereabouts";
  f.slot = "where it is";
  f.explanation =
      "One thing lies in one place: " + std::string(pair.left_document.slice(left.front().span)) +
      " against " + std::string(pair.right_document.slice(right.front().span));
  out.push_back(std::move(f));
  return true;
}

void other_origin(const PairContext& pair, std::vector<Finding>& out) {
  const Definition& left = pair.left.definition;
  const Definition& right = pair.right.definition;
  const auto same = [&](std::uint32_t a, std::uint32_t b) {
    return same_entity(pair, pair.left.terms[a], pair.right.terms[b]);
  };
  const bool apart = std::none_of(left.origins.begin(), left.origins.end(), [&](std::uint32_t a) {
    return std::any_of(right.origins.begin(), right.origins.end(),
                       [&](std::uint32_t b) { return same(a, b); });
  });
  if (left.origins.empty() || right.origins.empty() || !apart || left.negated || right.negated) {
    return;
  }
  Finding f;
  f.kind = "name";
  f.severity = Severity::kDifference;
  f.rule = "name.origin";
  f.confidence = 0.7;
  f.slot = "origin";
  const Term& a = pair.left.terms[left.origins.front()];
  const Term& b = pair.right.terms[right.origins.front()];
  f.left = {a.span, {{"id", pair.words.stem(a.id)}}};
  f.right = {b.span, {{"id", pair.words.stem(b.id)}}};
  f.explanation =
      "Another origin of the same thing: " + std::string(pair.left_document.slice(a.span)) +
      " against " + std::string(pair.right_document.slice(b.span));
  out.push_back(std::move(f));
}

}  // namespace

void diverge_kinds(const PairContext& pair, std::vector<Finding>& out) {
  const Definition& left = pair.left.definition;
  const Definition& right = pair.right.definition;
  if (left.names.empty() || right.names.empty() || !same_subject(pair)) {
    return;
  }
  if (left.negated || right.negated) {
    denied(pair, out);
  } else if (!other_kind(pair, out) && !other_trait(pair, out) && !elsewhere(pair, out)) {
    other_origin(pair, out);
  }
}

}  // namespace parallax
