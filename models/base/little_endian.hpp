#pragma once

/// Numbers in files: little-endian on every machine.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace parallax {

/// The unsigned number of sizeof(T) bytes at `at`. REQUIRES: at + sizeof(T) <= bytes.size().
template <class T>
[[nodiscard]] T load(std::string_view bytes, std::size_t at) {
  T value = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&value, bytes.data() + at, sizeof(T));
    return value;
  }
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    value |= static_cast<T>(static_cast<T>(static_cast<unsigned char>(bytes[at + i])) << (8 * i));
  }
  return value;
}

/// Appends sizeof(T) bytes.
template <class T>
void store(std::string& bytes, T value) {
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    bytes += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
  }
}

/// Appends a number in 7-bit groups, lowest first; the top bit says that more follow (LEB128).
inline void store_varint(std::string& bytes, std::uint64_t value) {
  while (value >= 0x80) {
    bytes += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  bytes += static_cast<char>(value);
}

/// Reads such a number from the front of `bytes`, at most five groups (35 bits). False, with
/// nothing taken, if they end before it or go on behind it.
[[nodiscard]] inline bool take_varint(std::string_view& bytes, std::uint64_t& value) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < 5 && i < bytes.size(); ++i) {
    const auto group = static_cast<unsigned char>(bytes[i]);
    sum |= static_cast<std::uint64_t>(group & 0x7FU) << (7 * i);
    if (group < 0x80) {
      bytes.remove_prefix(i + 1);
      value = sum;
      return true;
    }
  }
  return false;
}

}  // namespace parallax
