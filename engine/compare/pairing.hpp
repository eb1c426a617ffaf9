#pragma once

/// From two lists of claims to pairs: alignment by wording, then by anchors (concepts, names,
/// numbers) for what is left.

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
  std::vector<std::vector<StemId>> contents;  ///< `content_ids` of each claim.
};
[[nodiscard]] PairingSide prepare_side(std::vector<PlacedClaim> claims, const WordTable& words,
                                       const BackgroundModel* model);

/// Alignment of the claims of two sides. What the wording leaves over is paired best-first by what
/// the event gate counts as content, which also works across languages. Every claim appears exactly
/// once. Mirrored by swapping. REQUIRES: both were prepared with `words` and `model`.
[[nodiscard]] Alignment pair_claims(const PairingSide& left, const PairingSide& right,
                                    const WordTable& words, const BackgroundModel* model);

/// Two claims that share enough content to be paired whatever their wording.
struct Anchor {
  std::uint32_t left = 0, right = 0;  ///< Indices into the sides' claims.
  double score = 0.0;                 ///< Shared content over all content, [0, 1].
};
/// All anchored pairs of the given claims, best first, mirrored by swapping. Complexity: linear in
/// the shared ids, not in the pairs.
[[nodiscard]] std::vector<Anchor> anchors(const PairingSide& left,
                                          const std::vector<std::uint32_t>& left_claims,
                                          const PairingSide& right,
                                          const std::vector<std::uint32_t>& right_claims);

}  // namespace parallax
