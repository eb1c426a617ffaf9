#pragma once

/// Advice for large arrays.

#include <cstddef>
#include <vector>

namespace parallax {

/// Asks the system to back a large array that was not touched yet by huge pages, which makes first
/// touches and random access cheaper. Only advice: nothing depends on it. No effect on small arrays
/// and on systems without it.
void advise_huge_pages(void* begin, std::size_t bytes);

/// Room for `count` elements of an empty vector, with that advice.
template <class T>
void reserve_large(std::vector<T>& empty, std::size_t count) {
  empty.reserve(count);
  advise_huge_pages(empty.data(), count * sizeof(T));
}

}  // namespace parallax
