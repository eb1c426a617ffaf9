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

/// Content of a claim in text order, without speech frames.
std::vector<const Term*> content_of(const Claim& claim) {
  std::vector<const Term*> list;
  for (const Term& term : claim.terms) {
    if (is_content(term) && !term.speech) {
      list.push_back(&term);
    }
  }
  return list;
}

/// A thing that only one side has, between two neighbours that both have.
struct Slot {
  StemId before{};  ///< Nothing at the start of the claim.
  StemId behind{};
  StemId id{};
};

/// True for words that may name a thing: no event, no entity, no verb by its form.
bool names_thing(const Term& term) {
  return !(term.event || term.actor || term.verb_form || is_entity(term));
}

std::vector<Slot> slots_of(const Claim& claim, const std::vector<StemId>& common) {
  const std::vector<const Term*> list = content_of(claim);
  const auto shared = [&](const Term& term) {
    return std::binary_search(common.begin(), common.end(), term.id);
  };
  std::vector<Slot> slots;
  for (std::size_t i = 0; i + 1 < list.size(); ++i) {
    const bool between = (i == 0 || shared(*list[i - 1])) && shared(*list[i + 1]);
    if (between && !shared(*list[i]) && names_thing(*list[i])) {
      slots.push_back({i == 0 ? StemId{} : list[i - 1]->id, list[i + 1]->id, list[i]->id});
    }
  }
  return slots;
}

/// Concepts of one kind of thing may stand for each other ("troops", "soldiers").
bool has_substitution(const PairContext& pair, const std::vector<StemId>& common) {
  const auto left = slots_of(pair.left, common);
  const auto right = slots_of(pair.right, common);
  return std::any_of(left.begin(), left.end(), [&](const Slot& a) {
    return std::any_of(right.begin(), right.end(),
                       [&](const Slot& b) { return a.before == b.before && a.behind == b.behind; });
  });
}

bool has_member(const Claim& claim, const Contrast& contrast) {
  return std::any_of(claim.contrasts.begin(), claim.contrasts.end(), [&](const Contrast& c) {
    return c.set == contrast.set && c.member == contrast.member;
  });
}

/// Each side speaks of a member of one set that the other side does not mention.
bool has_contrast(const Claim& a, const Claim& b) {
  return std::any_of(a.contrasts.begin(), a.contrasts.end(), [&](const Contrast& x) {
    return !has_member(b, x) &&
           std::any_of(b.contrasts.begin(), b.contrasts.end(), [&](const Contrast& y) {
             return x.set == y.set && x.member != y.member && !has_member(a, y);
           });
  });
}

}  // namespace

bool is_entity(const Term& term) {
  return term.kind == TermKind::kName || term.kind == TermKind::kCountry ||
         term.kind == TermKind::kPlace;
}

bool is_content(const Term& term) {
  return term.kind == TermKind::kPlain || term.kind == TermKind::kConcept || is_entity(term);
}

std::vector<StemId> content_ids(const Claim& claim) {
  return ids_of(claim, true);
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
  gate.contrasted = has_contrast(pair.left, pair.right);
  gate.substituted = gate.contrasted || has_substitution(pair, gate.common);
  const std::string words = words_of(pair, gate.common);
  gate.because = words.empty() ? "aligned by their wording" : "both speak of " + words;
  return gate;
}

}  // namespace parallax
