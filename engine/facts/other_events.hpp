#pragma once

/// "Another", "again", "a year earlier": words that tell of another event, and where they do not.
/// Internal to engine/facts.

#include <cstddef>

#include "engine/facts/claim_context.hpp"

namespace parallax {

/// The words of class "other" at `i`, `length` tokens, tell of another event, and not of more of
/// the same ("by another 30 days"), of what is as it was ("open again"), of a comparison ("than a
/// year ago") or of another name of the same person.
[[nodiscard]] bool names_other(const ClaimContext& c, std::size_t i, std::size_t length);

}  // namespace parallax
