#pragma once

/// From two lists of claims to pairs: alignment by wording, then by anchors (concepts, names,
/// numbers) for what is left.

#include <cstdint>
#include <vector>

#include "engine/compare/align.hpp"
#include "engine/compare/event_gate.hpp"
#include "engine/compare/similarity.hpp"
#include "engine/document/document.hpp"
#include "engine/facts/claim.hpp"

namespace parallax {

/// A document with its claims.
struct ClaimedDocument {
  const Document& document;
  std::vector<Claim> claims;
};

/// A claim with the document that it stands in. Both must outlive it.
struct PlacedClaim {
  const Document* document = nullptr;
  const Claim* claim = nullptr;
};

/// The claims of one side with everything that alignments with other sides share.
struct PairingSide {
  std::vector<PlacedClaim> claims;  ///< Documents one behind the other, text order in each.
  PreparedUnits units;
  /// Ids by which each claim is found: its content, and names in the letters every script keeps.
  std::vector<std::vector<StemId>> anchors;
};
[[nodiscard]] PairingSide prepare_side(std::vector<PlacedClaim> claims, const WordTable& words,
                                       const BackgroundModel* model);

/// Two claims that may be paired, by their indices.
struct ClaimPair {
  std::uint32_t left = 0, right = 0;
  double score = 0.0;
};
/// Best first; ties by position, so that swapping the sides mirrors the order.
[[nodiscard]] bool better_pair(const ClaimPair& a, const ClaimPair& b);

/// Alignment of the claims of two sides. What the wording leaves over is paired best-first by the
/// event gate, which also works across languages. Every claim appears exactly
/// once. Mirrored by swapping. REQUIRES: both were prepared with `words` and `model`.
[[nodiscard]] Alignment pair_claims(const PairingSide& left, const PairingSide& right,
                                    const WordTable& words, const BackgroundModel* model);

}  // namespace parallax
