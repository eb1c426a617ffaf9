#pragma once

/// Byte ranges: the one coordinate system of parallax.

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace parallax {

/// Half-open range [begin, end) of byte offsets into the UTF-8 text of one document. Both ends lie
/// on character boundaries. A span does not know its document; whoever stores one says whose bytes
/// they are.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(ByteSpan inner) const {
    return begin <= inner.begin && inner.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(ByteSpan other) const {
    return begin < other.end && other.begin < end;
  }
  /// Smallest span that holds both.
  [[nodiscard]] constexpr ByteSpan join(ByteSpan other) const {
    return {std::min(begin, other.begin), std::max(end, other.end)};
  }
  // clang-tidy 14 takes the comparison with 0 that a defaulted <=> implies for a null pointer.
  // NOLINTNEXTLINE(modernize-use-nullptr)
  friend constexpr auto operator<=>(ByteSpan, ByteSpan) = default;
};

}  // namespace parallax
