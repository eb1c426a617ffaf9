#pragma once

/// Words around a position: those that tie an evaluation to its object, and those for the end of a
/// thing, since being against the end of it is being for it. Internal to engine/compare. English.

#include <cstdint>
#include <string_view>

#include "engine/compare/other_matter.hpp"

namespace parallax {

/// "Ending", "abolition", "to scrap". `word` is folded.
[[nodiscard]] bool ends_thing(std::string_view word);

/// May stand between a position and the word for an end: "the council's decision to".
[[nodiscard]] bool leads_to_end(const ClaimWords& c, std::uint32_t i);

/// "Is", "remains", "constitutes": what follows is said of the subject.
[[nodiscard]] bool links_state(const ClaimWords& c, std::uint32_t i);

/// "Calls", "considers", "hailed": what follows is a thing and how it is seen.
[[nodiscard]] bool names_as(const ClaimWords& c, std::uint32_t i);

}  // namespace parallax
