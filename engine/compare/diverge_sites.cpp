/// Sites that have no name: "kept in a store at the airport", "at the river port"; "arrested at his
/// flat", "at the station".

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/diverge_sorts.hpp"
#include "engine/compare/name_slots.hpp"
#include "engine/compare/number_values.hpp"
#include "engine/compare/other_matter.hpp"
#include "engine/compare/sites.hpp"
#include "engine/compare/stages.hpp"
#include "models/text/word_list.hpp"

namespace parallax {
namespace {

/// Neither can stand in the other.
bool exclude(SiteTier a, SiteTier b) {
  using enum SiteTier;
  const auto with_any = [&](SiteTier x, std::initializer_list<SiteTier> others) {
    return std::any_of(others.begin(), others.end(),
                       [&](SiteTier y) { return (a == x && b == y) || (a == y && b == x); });
  };
  return a == b || with_any(kHome, {kHub, kBuilding, kVehicle}) ||
         with_any(kMonument, {kHub, kBuilding, kHome, kVehicle}) || with_any(kBuilding, {kVehicle});
}

/// Sites of `of` that `other` does not mention anywhere.
std::vector<FoundSite> unknown_to(const std::vector<FoundSite>& of, const ClaimWords& other) {
  std::vector<FoundSite> open;
  for (const FoundSite& one : of) {
    bool known = false;
    for (std::uint32_t i = other.begin(); i < other.end() && !known; ++i) {
      std::uint32_t tokens = 0;
      known = site_at(other, i, tokens) == one.site;
    }
    if (!known) {
      open.push_back(one);
    }
  }
  return open;
}

/// Verbs of staying and keeping: they tell one deed whatever they are.
bool stays(const PairContext& pair, const Term& verb) {
  static constexpr WordList kStays = {
      "=store", "=keep", "=stay_place", "=hold", "spend", "=spend", "sit",   "sat",  "stay",
      "lie",    "lay",   "remain",      "wait",  "=wait", "stood",  "stand", "=be",  "rest",
      "hous",   "sleep", "slept",       "kept",  "store", "hidden", "keep",  "hold", "held"};
  return kStays.contains(pair.words.stem(verb.id));
}

/// What is done at a site: the verb of its clause nearest in front of it, or behind it.
const Term* deed_at(const Claim& claim, const Term& site) {
  const Term* verb = nullptr;
  for (const Term& term : claim.terms) {
    if (term.verb && !term.frame && !term.speech && term.clause == site.clause &&
        (term.token < site.token || verb == nullptr)) {
      verb = &term;
    }
  }
  return verb;
}

/// "Caught in the garden", "captured in a car park": one part of one matter (holder.tsv).
bool one_part(const PairContext& pair, const Term& left, const Term& right) {
  const auto of = [](const Claim& claim, const Term& site, const Holder& holder) {
    const Term& at = claim.terms[holder.term];
    return holder.part.starts_with("site:") && at.clause == site.clause &&
           holder.cue.end <= site.span.begin;
  };
  return std::any_of(pair.left.holders.begin(), pair.left.holders.end(), [&](const Holder& a) {
    return of(pair.left, left, a) &&
           std::any_of(pair.right.holders.begin(), pair.right.holders.end(), [&](const Holder& b) {
             return a.part == b.part && of(pair.right, right, b);
           });
  });
}

/// One deed at both sites.
bool one_deed(const PairContext& pair, const EventGate& gate, const Term& left, const Term& right) {
  if (one_part(pair, left, right)) {
    return true;
  }
  const Term* a = deed_at(pair.left, left);
  const Term* b = deed_at(pair.right, right);
  if (a == nullptr || b == nullptr || a->negated != b->negated) {
    return false;
  }
  const bool shared = in_common(gate, a->id) && in_common(gate, b->id);
  return shared || kin(*a, *b) || (stays(pair, *a) && stays(pair, *b)) ||
         same_stage(pair, left.token, right.token);
}

/// "Received by the king", "received by the minister": each side names somebody of its own who does
/// it.
bool other_doers(const PairContext& pair, const EventGate& gate) {
  const auto own = [&](const Claim& claim) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](const Term& term) {
      const bool does = term.slot == Slot::kSubject || pair.words.stem(term.preposition) == "by";
      return does && term.actor && is_told(term) && !in_common(gate, term.id);
    });
  };
  return own(pair.left) && own(pair.right);
}

FindingSide side_of(const Document& document, const FoundSite& found) {
  const ByteSpan span = document.tokens[found.token].span;
  return {span, {{"id", std::string(document.slice(span))}}};
}

Finding finding_of(const PairContext& pair, const FoundSite& a, const FoundSite& b) {
  Finding f;
  f.kind = "place";
  f.severity = Severity::kDifference;
  f.rule = "place.sort";
  f.confidence = 0.55;
  f.slot = "place";
  f.left = side_of(pair.left_document, a);
  f.right = side_of(pair.right_document, b);
  f.explanation =
      "It is at another kind of place: " + std::string(pair.left_document.slice(f.left.span)) +
      " against " + std::string(pair.right_document.slice(f.right.span));
  return f;
}

}  // namespace

void diverge_sites(const PairContext& pair, const EventGate& gate, std::vector<Finding>& out) {
  constexpr double kOneMatter = 0.4;
  const bool english = pair.left_document.language == "en" && pair.right_document.language == "en";
  constexpr std::size_t kShort = 3;
  const bool bare = gate.shared == 1 && std::min(gate.left, gate.right) <= kShort;
  if (!english || says_something(out) || gate.other_event || (gate.shared < 2 && !bare) ||
      (!bare && gate.overlap < kOneMatter) || pair.left.question || pair.right.question ||
      pair.left.negators % 2 != pair.right.negators % 2 || tell_parts(pair.left, pair.right) ||
      other_dates(pair.left, pair.right) || opposite_ways(pair.left, pair.right) ||
      other_doers(pair, gate) || other_ordinals(pair) || own_figures(pair.left, pair.right) ||
      !one_event(pair, gate)) {
    return;
  }
  const ClaimWords left{pair.words, pair.left_document, pair.left};
  const ClaimWords right{pair.words, pair.right_document, pair.right};
  const std::vector<FoundSite> l = unknown_to(sites_of(pair, left), right);
  const std::vector<FoundSite> r = unknown_to(sites_of(pair, right), left);
  for (const FoundSite& a : l) {
    for (const FoundSite& b : r) {
      const bool other = a.term->id != b.term->id && exclude(a.site->tier, b.site->tier);
      if (other && one_deed(pair, gate, *a.term, *b.term) &&
          !told_in_addition(pair, a.token, b.token) && !other_stages(pair, a.token, b.token)) {
        out.push_back(finding_of(pair, a, b));
        return;
      }
    }
  }
}

}  // namespace parallax
