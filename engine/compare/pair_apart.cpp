#include "engine/compare/pair_apart.hpp"

#include <algorithm>

#include "engine/compare/diverge.hpp"
#include "engine/compare/joining.hpp"

namespace parallax {
namespace {

using Indices = std::vector<std::uint32_t>;

bool any_formula(const PairingSide& side) {
  return std::any_of(side.claims.begin(), side.claims.end(),
                     [](const PlacedClaim& placed) { return placed.claim->formulaic; });
}

bool diverges(const PairingSide& left, const PairingSide& right, const WordTable& words,
              const AlignedPair& pair) {
  for (const std::uint32_t i : pair.left) {
    for (const std::uint32_t j : pair.right) {
      const PlacedClaim& l = left.claims[i];
      const PlacedClaim& r = right.claims[j];
      const PairContext context{*l.document, *r.document, *l.claim, *r.claim, words};
      for (const Finding& finding : diverge(context, open_gate(context))) {
        if (finding.severity != Severity::kNote) {
          return true;
        }
      }
    }
  }
  return false;
}

/// Marks the formulas that stay: those of pairs that diverge.
struct Kept {
  std::vector<bool> left, right;
};

Kept kept_claims(const PairingSide& left, const PairingSide& right, const WordTable& words,
                 const Alignment& all) {
  Kept kept;
  for (const PlacedClaim& placed : left.claims) {
    kept.left.push_back(!placed.claim->formulaic);
  }
  for (const PlacedClaim& placed : right.claims) {
    kept.right.push_back(!placed.claim->formulaic);
  }
  for (const AlignedPair& pair : all.pairs) {
    const auto formula = [](const PairingSide& side) {
      return [&side](std::uint32_t i) { return side.claims[i].claim->formulaic; };
    };
    const bool concerns = std::any_of(pair.left.begin(), pair.left.end(), formula(left)) ||
                          std::any_of(pair.right.begin(), pair.right.end(), formula(right));
    if (!concerns || pair.matched_by == "exact" || !diverges(left, right, words, pair)) {
      continue;
    }
    for (const std::uint32_t i : pair.left) {
      kept.left[i] = true;
    }
    for (const std::uint32_t j : pair.right) {
      kept.right[j] = true;
    }
  }
  return kept;
}

/// The claims that are kept, with their numbers in the whole.
struct Part {
  PairingSide side;
  Indices whole;
};

Part part_of(const PairingSide& side, const std::vector<bool>& kept, Indices& formulaic) {
  Part part;
  for (std::uint32_t i = 0; i < side.claims.size(); ++i) {
    if (kept[i]) {
      part.side.claims.push_back(side.claims[i]);
      part.side.units.units.push_back(side.units.units[i]);
      part.side.units.profiles.push_back(side.units.profiles[i]);
      part.side.anchors.push_back(side.anchors[i]);
      part.whole.push_back(i);
    } else {
      formulaic.push_back(i);
    }
  }
  return part;
}

void renumber(Indices& indices, const Indices& whole) {
  for (std::uint32_t& i : indices) {
    i = whole[i];
  }
}

}  // namespace

ApartAlignment pair_apart(const PairingSide& left, const PairingSide& right, const WordTable& words,
                          const BackgroundModel* model) {
  ApartAlignment result;
  result.alignment = pair_claims(left, right, words, model);
  join_leftovers(left, right, words, result.alignment);
  if (!any_formula(left) && !any_formula(right)) {
    return result;
  }
  const Kept kept = kept_claims(left, right, words, result.alignment);
  const Part l = part_of(left, kept.left, result.formulaic_left);
  const Part r = part_of(right, kept.right, result.formulaic_right);
  if (result.formulaic_left.empty() && result.formulaic_right.empty()) {
    return result;
  }
  result.alignment = pair_claims(l.side, r.side, words, model);
  join_leftovers(l.side, r.side, words, result.alignment);
  for (AlignedPair& pair : result.alignment.pairs) {
    renumber(pair.left, l.whole);
    renumber(pair.right, r.whole);
  }
  renumber(result.alignment.only_left, l.whole);
  renumber(result.alignment.only_right, r.whole);
  return result;
}

}  // namespace parallax
