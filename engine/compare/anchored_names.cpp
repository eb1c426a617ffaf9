/// The one place or name that differs between two tellings of one event.

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine/compare/anchored_rules.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/stages.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Unshared names of a claim that say where; nothing if another name is open, too.
std::vector<const Term*> open_places(const std::vector<SlotName>& open) {
  std::vector<const Term*> places;
  for (const SlotName& name : open) {
    if (!is_place(*name.term) && name.term->kind != TermKind::kCountry) {
      return {};
    }
    places.push_back(name.term);
  }
  return places;
}

}  // namespace

void anchored_places(const PairContext& pair, const Anchors& anchors, std::vector<Finding>& out) {
  std::vector<SlotName> left = entities(pair.left);
  std::vector<SlotName> right = entities(pair.right);
  remove_shared(pair, left, right);
  const std::vector<const Term*> l = open_places(left);
  const std::vector<const Term*> r = open_places(right);
  const auto located = [](const std::vector<const Term*>& list) {
    return std::any_of(list.begin(), list.end(), [](const Term* t) { return t->locative; });
  };
  if (!located(l) || !located(r) || !anchors.event || l.size() > 2 || r.size() > 2) {
    return;
  }
  const auto where = [](const std::vector<const Term*>& list) {
    return *std::find_if(list.rbegin(), list.rend(), [](const Term* t) { return t->locative; });
  };
  const Term& a = *where(l);
  const Term& b = *where(r);
  if (broad_region(pair, pair.left_document, a) != broad_region(pair, pair.right_document, b)) {
    return;  // "the Sahel", "Mali"
  }
  if (own_figures(pair.left, pair.right) || other_stages(pair, a.token, b.token) ||
      told_in_addition(pair, a.token, b.token)) {
    return;
  }
  out.push_back(anchored_finding(
      "place", {a.span, {{"id", pair.words.stem(a.id)}}}, {b.span, {{"id", pair.words.stem(b.id)}}},
      "one side names " + std::string(pair.left_document.slice(a.span)) + ", the other " +
          std::string(pair.right_document.slice(b.span))));
}

namespace {

/// "the Board", "the Authority": a noun with a capital.
bool only_noun(const PairContext& pair, const Document& document, const Term& term) {
  return document.language == "en" && term.tokens == 1 && term.token > 0 &&
         pair.words[document.tokens[term.token - 1].word].folded == "the";
}

/// "The Embassy of X has learned": whose body it is that speaks.
bool owns_body(const PairContext& pair, const Claim& claim, const Term& name) {
  if (pair.words.stem(name.preposition) != "of") {
    return false;
  }
  static constexpr WordList kBodies = {"=embassy", "=government", "=ministry", "=consulate"};
  return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& body) {
    return body.token < name.token && body.token + 3 >= name.token &&
           kBodies.contains(pair.words.stem(body.id));
  });
}

/// The one open name of a claim that is neither place nor country; nullptr if there are more.
const Term* open_name(const PairContext& pair, const Document& document, const Claim& claim,
                      const std::vector<SlotName>& open) {
  const Term* found = nullptr;
  for (const SlotName& name : open) {
    if (name.term->kind != TermKind::kName || name.term->locative || found != nullptr ||
        only_noun(pair, document, *name.term) || owns_body(pair, claim, *name.term)) {
      return nullptr;
    }
    found = name.term;
  }
  return found;
}

}  // namespace

void anchored_names(const PairContext& pair, const Anchors& anchors, std::vector<Finding>& out) {
  const OpenNames& names = open_names(pair);
  const std::vector<SlotName>& left = names.left;
  const std::vector<SlotName>& right = names.right;
  const Term* a = open_name(pair, pair.left_document, pair.left, left);
  const Term* b = open_name(pair, pair.right_document, pair.right, right);
  // "X condemns", "Y denounces": each speaks for itself
  const bool own = !pair.left.stances.empty() || !pair.right.stances.empty();
  if (a == nullptr || b == nullptr || own || told_in_addition(pair, a->token, b->token) ||
      anchors.words < 2 || anchors.names + anchors.values == 0) {
    return;
  }
  out.push_back(
      anchored_finding("name", {a->span, {{"id", pair.words.stem(a->id)}}},
                       {b->span, {{"id", pair.words.stem(b->id)}}},
                       "one side names " + std::string(pair.left_document.slice(a->span)) +
                           ", the other " + std::string(pair.right_document.slice(b->span))));
}

}  // namespace parallax
