#pragma once

/// Distinct strings with numbers: one arena of bytes and one open-addressing table.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// A map from strings to numbers that its owner chooses, which also lists the strings in the order
/// in which they came. Complexity: look-up O(length) expected. Memory: the bytes, 8 bytes a string
/// and 23 to 46 bytes a string for the table. Thread safety: const functions are pure.
class StringTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  StringTable();

  /// Value of `text`, kNone if it is not there.
  [[nodiscard]] std::uint32_t find(std::string_view text) const;
  /// Value of `text`, added with `value` if it was not there. REQUIRES: value != kNone; the bytes
  /// of all strings together stay below 4 GiB.
  std::uint32_t insert(std::string_view text, std::uint32_t value);

  /// The n-th string that was added. Lifetime: until the next `insert`.
  [[nodiscard]] std::string_view operator[](std::size_t n) const {
    return {bytes_.data() + entries_[n].offset, entries_[n].length};
  }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::uint32_t offset = 0, length = 0;
  };
  struct Slot {
    std::uint32_t hash = 0, value = kNone, offset = 0, length = 0;
  };

  /// Slot of the string, or the empty slot where it belongs.
  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
  void grow();

  std::string bytes_;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
};

}  // namespace parallax
