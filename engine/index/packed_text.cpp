#include "engine/index/packed_text.hpp"

#include <algorithm>
#include <numeric>

#include "models/base/little_endian.hpp"

namespace parallax {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

void TextPacker::add_run(std::string_view run) {
  const auto next = static_cast<std::uint32_t>(runs_.size());
  const std::uint32_t number = runs_.insert(run, next);
  if (number == next) {
    times_.push_back(0);
  }
  ++times_[number];
  sequence_.push_back(number);
}

void TextPacker::add(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const bool word = is_word_byte(text[i]);
    std::size_t end = i + 1;
    while (end < text.size() && is_word_byte(text[end]) == word) {
      ++end;
    }
    const std::string_view run = text.substr(i, end - i);
    const bool implied = run == " " && i > 0 && end < text.size();
    if (!implied) {
      add_run(run);
    }
    i = end;
  }
  ends_.push_back(sequence_.size());
}

TextPacker::Packed TextPacker::finish() const {
  std::vector<std::uint32_t> order(runs_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return times_[a] != times_[b] ? times_[a] > times_[b] : runs_[a] < runs_[b];
  });
  Packed packed;
  std::vector<std::uint32_t> code(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    code[order[i]] = static_cast<std::uint32_t>(i);
    packed.words.emplace_back(runs_[order[i]]);
  }
  std::size_t at = 0;
  for (const std::uint64_t end : ends_) {
    for (; at < end; ++at) {
      store_varint(packed.codes, code[sequence_[at]]);
    }
    packed.ends.push_back(packed.codes.size());
  }
  return packed;
}

}  // namespace parallax
