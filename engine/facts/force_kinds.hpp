#pragma once

/// What a phrase of the force table says where it stands. Internal to the reading of forces.

#include <cstddef>
#include <string>

#include "engine/facts/claim_context.hpp"

namespace parallax {

/// A phrase of the table: where it begins, its tokens, and the class that the table gives it.
struct ForcePhrase {
  std::size_t at = 0;
  std::size_t length = 0;
  std::string_view listed;
};

/// Class of the phrase there: "no tank is permitted" bans, "nobody is to enter" too; "agreed to the
/// extension" plans nothing. Empty if it says nothing of the kind. English. Complexity O(1).
[[nodiscard]] std::string force_at(const ClaimContext& context, const Claim& claim,
                                   const ForcePhrase& phrase);

}  // namespace parallax
