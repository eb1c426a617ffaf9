#pragma once

/// Change or level: what a figure says of its measure. Internal to the reader of quantities.

#include "engine/facts/claim_context.hpp"

namespace parallax {

/// "by 5 per cent", "rose 5 per cent": how much, not up to where; "from 2 to 7": the 2.
[[nodiscard]] QuantityAspect aspect_of(const ClaimContext& c, const Claim& claim,
                                       const Quantity& q);

}  // namespace parallax
