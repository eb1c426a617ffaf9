#pragma once

/// Do two claims open with one thing? Internal to the rules about what a thing is or has one of.

#include <cstdint>
#include <vector>

#include "engine/compare/event_gate.hpp"

namespace parallax {

/// Document tokens of a name.
using Name = std::vector<std::uint32_t>;

/// A word of the name is written with a capital letter.
[[nodiscard]] bool has_capital(const Document& document, const Name& name);

/// Every word of the shorter name stands in the longer one, and one of the two ends as the other
/// begins or ends: "Oren Pell", "Oren Luis Pell", "Pell". REQUIRES: names are not empty.
[[nodiscard]] bool same_name(const PairContext& pair, const Name& left, const Name& right,
                             bool of_places);

}  // namespace parallax
