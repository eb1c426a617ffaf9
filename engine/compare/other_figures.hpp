#pragma once

/// Figures that may stand beside each other although they differ: a part beside its whole, a count
/// that goes on beside the final one, another side of a place. English. Internal to engine/compare.

#include "engine/compare/diverge.hpp"

namespace parallax {

/// The two figures of a finding of kind number may both hold. Symmetric; O(tokens + terms).
[[nodiscard]] bool other_figures(const PairContext& pair, const EventGate& gate,
                                 const Finding& finding);

/// "In the northern camp", "in the southern camp"; "on the islands", "on the mainland": each side
/// tells of another of two. O(tokens).
[[nodiscard]] bool on_other_sides(const PairContext& pair);

}  // namespace parallax
