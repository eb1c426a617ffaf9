#pragma once

/// From two lists of claims to pairs: alignment by wording, then by anchors (concepts, names,
/// numbers) for what is left.

#include <vector>

#include "engine/compare/align.hpp"
#include "engine/compare/event_gate.hpp"
#include "engine/document/document.hpp"
#include "engine/facts/claim.hpp"

namespace parallax {

/// A document with its claims.
struct ClaimedDocument {
  const Document& document;
  std::vector<Claim> claims;
};

/// Alignment of the claims of two documents. What the wording leaves over is paired best-first by
/// the event gate, which also works across languages. Every claim appears exactly once. Mirrored by
/// swapping.
[[nodiscard]] Alignment pair_claims(const ClaimedDocument& left, const ClaimedDocument& right,
                                    const WordTable& words, const BackgroundModel* model);

}  // namespace parallax
