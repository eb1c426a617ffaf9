#include "engine/compare/event_gate.hpp"

#include <algorithm>

namespace parallax {
namespace {

/// Shared terms named in the explanation.
constexpr std::size_t kNamedTerms = 4;

std::vector<StemId> ids_of(const Claim& claim, bool with_entities) {
  std::vector<StemId> ids;
  for (const Term& term : claim.terms) {
    if (is_content(term) && !term.speech && (with_entities || !is_entity(term))) {
      ids.push_back(term.id);
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

struct Shares {
  double overlap = 0.0;
  double jaccard = 0.0;
  std::vector<StemId> common;
};

Shares share(const std::vector<StemId>& a, const std::vector<StemId>& b) {
  Shares s;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(s.common));
  const std::size_t smaller = std::min(a.size(), b.size());
  const std::size_t all = a.size() + b.size() - s.common.size();
  s.overlap =
      smaller == 0 ? 0.0 : static_cast<double>(s.common.size()) / static_cast<double>(smaller);
  s.jaccard = all == 0 ? 0.0 : static_cast<double>(s.common.size()) / static_cast<double>(all);
  return s;
}

std::string words_of(const PairContext& pair, const std::vector<StemId>& common) {
  std::string text;
  std::size_t count = 0;
  std::vector<StemId> seen;
  for (const Term& term : pair.left.terms) {
    const bool shared = std::binary_search(common.begin(), common.end(), term.id);
    if (!shared || !is_content(term) ||
        std::find(seen.begin(), seen.end(), term.id) != seen.end()) {
      continue;
    }
    seen.push_back(term.id);
    if (count++ == kNamedTerms) {
      break;
    }
    text += (text.empty() ? "" : ", ") + std::string(pair.left_document.slice(term.span));
  }
  return text;
}

}  // namespace

bool is_entity(const Term& term) {
  return term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
         term.kind == TermKind::kPlace;
}

bool is_content(const Term& term) {
  return term.kind == TermKind::kPlain || term.kind == TermKind::kConcept || is_entity(term);
}

EventGate open_gate(const PairContext& pair) {
  EventGate gate;
  Shares all = share(ids_of(pair.left, true), ids_of(pair.right, true));
  const Shares rest = share(ids_of(pair.left, false), ids_of(pair.right, false));
  gate.overlap = all.overlap;
  gate.jaccard = all.jaccard;
  gate.rest_overlap = rest.overlap;
  gate.rest_jaccard = rest.jaccard;
  gate.shared = all.common.size();
  gate.common = std::move(all.common);
  gate.other_event = pair.left.other_event != pair.right.other_event;
  for (const Term& term : pair.left.terms) {
    gate.shared_event =
        gate.shared_event ||
        (term.event && std::binary_search(gate.common.begin(), gate.common.end(), term.id));
  }
  const std::string words = words_of(pair, gate.common);
  gate.because = words.empty() ? "aligned by their wording" : "both speak of " + words;
  return gate;
}

}  // namespace parallax
