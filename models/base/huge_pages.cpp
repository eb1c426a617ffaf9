#include "models/base/huge_pages.hpp"

#include <cstdint>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace parallax {

void advise_huge_pages(void* begin, std::size_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  constexpr std::size_t kHuge = std::size_t{1} << 21U;
  constexpr std::size_t kPage = 4096;
  if (bytes < 4 * kHuge) {
    return;
  }
  // Whole pages only.
  const std::size_t skip = (kPage - reinterpret_cast<std::uintptr_t>(begin) % kPage) % kPage;
  const std::size_t length = (bytes - skip) / kPage * kPage;
  static_cast<void>(madvise(static_cast<char*>(begin) + skip, length, MADV_HUGEPAGE));
#else
  static_cast<void>(begin);
  static_cast<void>(bytes);
#endif
}

}  // namespace parallax
