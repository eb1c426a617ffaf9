#pragma once

/// Verbs that tell of something done: it is over, and a thing is otherwise than before (Vendler's
/// accomplishments and achievements: "Verbs and Times", The Philosophical Review 66, 1957).
/// English. Internal to engine/compare.

#include <string_view>

#include "engine/compare/other_matter.hpp"

namespace parallax {

/// True for the stem or id of a verb after which a thing is otherwise than before: who still plans
/// it has not done it. O(log n).
[[nodiscard]] bool accomplishes(std::string_view stem);

/// The word of the verb is a past form ("seized", "broke out", "has shut"). A participle behind "is
/// to be" is none: the caller looks at the modality. O(log n).
[[nodiscard]] bool tells_past(const ClaimWords& words, const Term& verb);

}  // namespace parallax
