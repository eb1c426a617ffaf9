#pragma once

/// Advice for large arrays.

#include <cstddef>

namespace parallax {

/// Asks the system to back a large array that was not touched yet by huge pages, which makes first
/// touches and random access cheaper. Only advice: nothing depends on it. No effect on small arrays
/// and on systems without it.
void advise_huge_pages(void* begin, std::size_t bytes);

}  // namespace parallax
