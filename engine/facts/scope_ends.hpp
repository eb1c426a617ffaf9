#pragma once

/// Where the reach of a modal word ends before its clause does. English; else false. Internal to
/// the reading of scopes. Complexity O(1).

#include <cstddef>

#include "engine/facts/claim_context.hpp"

namespace parallax {

/// The modal word at `i` describes a noun: "the summit planned for June", "the alleged bribe".
[[nodiscard]] bool qualifies_noun(const ClaimContext& context, std::size_t i);

/// A finite auxiliary at `i` begins what is said of that noun: "the planned summit | has been
/// held".
[[nodiscard]] bool begins_predicate(const ClaimContext& context, std::size_t i);

/// The comma at `i` closes a phrase in front of the sentence that says how far, on whose wish or in
/// what role: "As far as can be said, ...", "At the request of the mayor, ...".
[[nodiscard]] bool closes_lead(const ClaimContext& context, std::size_t i);

}  // namespace parallax
