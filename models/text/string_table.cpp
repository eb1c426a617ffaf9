#include "models/text/string_table.hpp"

#include <cstring>

#include "models/base/expects.hpp"

namespace parallax {
namespace {

constexpr std::size_t kFirstSlots = 64;
constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;

std::uint64_t load8(const char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, 8);
  return value;
}

std::uint32_t load4(const char* bytes) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes, 4);
  return value;
}

std::uint64_t mix(std::uint64_t h, std::uint64_t word) {
  h = (h ^ word) * kOdd;
  return h ^ (h >> 29U);
}

/// Multiply and shift, eight bytes at a time; the last step overlaps what came before. The hash
/// decides only where a string lies, never an order.
std::uint32_t hash_of(std::string_view text) {
  const char* at = text.data();
  const std::size_t n = text.size();
  std::uint64_t h = n * kOdd;
  if (n >= 8) {
    for (std::size_t i = 0; i + 8 < n; i += 8) {
      h = mix(h, load8(at + i));
    }
    h = mix(h, load8(at + n - 8));
  } else if (n >= 4) {
    h = mix(h, load4(at) | (static_cast<std::uint64_t>(load4(at + n - 4)) << 32U));
  } else if (n > 0) {
    const auto byte = [&](std::size_t i) {
      return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i]));
    };
    h = mix(h, byte(0) | (byte(n / 2) << 8U) | (byte(n - 1) << 16U));
  }
  h *= kOdd;
  return static_cast<std::uint32_t>(h >> 32U);
}

/// True if the first `n` bytes are equal; two overlapping loads for the lengths of words.
bool same_bytes(const char* a, const char* b, std::size_t n) {
  if (n > 16) {
    return std::memcmp(a, b, n) == 0;
  }
  if (n >= 8) {
    return load8(a) == load8(b) && load8(a + n - 8) == load8(b + n - 8);
  }
  if (n >= 4) {
    return load4(a) == load4(b) && load4(a + n - 4) == load4(b + n - 4);
  }
  return n == 0 || (a[0] == b[0] && a[n / 2] == b[n / 2] && a[n - 1] == b[n - 1]);
}

}  // namespace

StringTable::StringTable() : slots_(kFirstSlots) {}

std::size_t StringTable::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    const Slot& here = slots_[slot];
    if (here.value == kNone ||
        (here.hash == hash && here.length == text.size() &&
         same_bytes(bytes_.data() + here.offset, text.data(), text.size()))) {
      return slot;
    }
  }
}

std::uint32_t StringTable::find(std::string_view text) const {
  return slots_[slot_of(text, hash_of(text))].value;
}

std::uint32_t StringTable::insert(std::string_view text, std::uint32_t value) {
  const std::uint32_t hash = hash_of(text);
  std::size_t slot = slot_of(text, hash);
  if (slots_[slot].value != kNone) {
    return slots_[slot].value;
  }
  PARALLAX_EXPECTS(value != kNone && bytes_.size() + text.size() < kNone);
  if (10 * (entries_.size() + 1) > 7 * slots_.size()) {
    grow();
    slot = slot_of(text, hash);
  }
  const auto offset = static_cast<std::uint32_t>(bytes_.size());
  const auto length = static_cast<std::uint32_t>(text.size());
  entries_.push_back({offset, length});
  bytes_.append(text);
  slots_[slot] = {hash, value, offset, length};
  return value;
}

void StringTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& full : old) {
    if (full.value == kNone) {
      continue;
    }
    std::size_t slot = full.hash & mask;
    while (slots_[slot].value != kNone) {
      slot = (slot + 1) & mask;
    }
    slots_[slot] = full;
  }
}

}  // namespace parallax
