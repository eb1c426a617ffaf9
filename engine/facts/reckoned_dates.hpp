#pragma once

/// Days reckoned from the day on which it is said: "he was detained the day before, police said on
/// Tuesday". English. Internal to the date reader.

#include <optional>

#include "engine/facts/claim_context.hpp"

namespace parallax {

/// The day that such words of the claim mean, where the claim tells no other day and says on which
/// one day it is said; nothing else. Its tokens are those of the document. Complexity O(tokens).
[[nodiscard]] std::optional<DateMention> reckoned_date(const ClaimContext& c, const Claim& claim);

}  // namespace parallax
