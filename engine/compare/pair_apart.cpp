#include "engine/compare/pair_apart.hpp"

#include <algorithm>

#include "engine/compare/diverge.hpp"

namespace parallax {
namespace {

using Indices = std::vector<std::uint32_t>;

bool any_formula(const ClaimedDocument& side) {
  return std::any_of(side.claims.begin(), side.claims.end(),
                     [](const Claim& claim) { return claim.formulaic; });
}

bool diverges(const ClaimedDocument& left, const ClaimedDocument& right, const WordTable& words,
              const AlignedPair& pair) {
  for (const std::uint32_t i : pair.left) {
    for (const std::uint32_t j : pair.right) {
      const PairContext context{left.document, right.document, left.claims[i], right.claims[j],
                                words};
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

Kept kept_claims(const ClaimedDocument& left, const ClaimedDocument& right, const WordTable& words,
                 const Alignment& all) {
  Kept kept;
  for (const Claim& claim : left.claims) {
    kept.left.push_back(!claim.formulaic);
  }
  for (const Claim& claim : right.claims) {
    kept.right.push_back(!claim.formulaic);
  }
  for (const AlignedPair& pair : all.pairs) {
    const auto formula = [](const ClaimedDocument& side) {
      return [&side](std::uint32_t i) { return side.claims[i].formulaic; };
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
  ClaimedDocument side;
  Indices whole;
};

Part part_of(const ClaimedDocument& side, const std::vector<bool>& kept, Indices& formulaic) {
  Part part{{side.document, {}}, {}};
  for (std::uint32_t i = 0; i < side.claims.size(); ++i) {
    if (kept[i]) {
      part.side.claims.push_back(side.claims[i]);
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

ApartAlignment pair_apart(const ClaimedDocument& left, const ClaimedDocument& right,
                          const WordTable& words, const BackgroundModel* model) {
  ApartAlignment result;
  result.alignment = pair_claims(left, right, words, model);
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
  for (AlignedPair& pair : result.alignment.pairs) {
    renumber(pair.left, l.whole);
    renumber(pair.right, r.whole);
  }
  renumber(result.alignment.only_left, l.whole);
  renumber(result.alignment.only_right, r.whole);
  return result;
}

}  // namespace parallax
