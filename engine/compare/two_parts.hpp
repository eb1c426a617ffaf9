#pragma once

/// Names that may both hold because each party has another part in the matter. Internal to diverge.

#include "engine/compare/diverge.hpp"

namespace parallax {

/// "Owned by Norrun", "leased to Halde"; "Mayor Holm criticised it", "Mayor Varga criticised it":
/// the names of the finding belong to two parts, or to one that everybody may have. English.
/// Complexity O(terms + tokens).
[[nodiscard]] bool two_parts(const PairContext& pair, const EventGate& gate,
                             const Finding& finding);

}  // namespace parallax
