#pragma once

/// Who issues a document by its title or letterhead. Internal to engine/sources.

#include "engine/sources/attribute.hpp"
#include "engine/sources/reading.hpp"

namespace parallax {

/// REQUIRES: tags and noun phrases of the head are read. Complexity: linear in the head.
[[nodiscard]] DocumentHead read_head(const Reading& reading);

}  // namespace parallax
