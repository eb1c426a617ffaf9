#include "engine/report/word_diff.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "models/base/utf8.hpp"
#include "models/text/fold.hpp"

namespace parallax {
namespace {

/// Two sentences of a thousand words still fit; the table takes four bytes a cell.
constexpr std::size_t kMaxCells = 1U << 20U;

struct DiffWord {
  ByteSpan span;  ///< Without punctuation around it.
  std::string key;
  bool shared = false;
};

bool is_ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3000 && c <= 0x303F)) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_mark(char32_t c) {
  if (c < 0x80) {
    const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '%' || c == '$';
    return !word;
  }
  return (c >= 0xA0 && c <= 0xBF && c != 0xA3 && c != 0xAA && c != 0xB0 && c != 0xB5 &&
          c != 0xBA) ||
         (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || c == 0x60C || c == 0x61B ||
         c == 0x61F;
}

void add_word(std::vector<DiffWord>& words, std::string_view text, ByteSpan span) {
  if (!span.empty()) {
    words.push_back({span, fold(text.substr(span.begin, span.size())), false});
  }
}

/// Words in text order. A word that is nothing but marks is left out.
std::vector<DiffWord> words_of(std::string_view text) {
  std::vector<DiffWord> words;
  ByteSpan span;  // from the first to the last code point that is no mark
  const auto flush = [&] {
    add_word(words, text, span);
    span = {};
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = static_cast<std::uint32_t>(i);
    const char32_t c = next_code_point(text, i);
    const auto end = static_cast<std::uint32_t>(i);
    if (c <= ' ' || c == 0x2013 || c == 0x2014) {
      flush();
    } else if (is_ideograph(c)) {
      flush();
      add_word(words, text, {begin, end});
    } else if (!is_mark(c)) {
      span = {span.empty() ? begin : span.begin, end};
    }
  }
  flush();
  return words;
}

/// A stretch of both word lists, half-open.
struct Middle {
  std::size_t left_begin = 0, left_end = 0;
  std::size_t right_begin = 0, right_end = 0;
};

Middle cut_common_ends(std::vector<DiffWord>& left, std::vector<DiffWord>& right) {
  Middle m{0, left.size(), 0, right.size()};
  while (m.left_begin < m.left_end && m.right_begin < m.right_end &&
         left[m.left_begin].key == right[m.right_begin].key) {
    left[m.left_begin++].shared = true;
    right[m.right_begin++].shared = true;
  }
  while (m.left_begin < m.left_end && m.right_begin < m.right_end &&
         left[m.left_end - 1].key == right[m.right_end - 1].key) {
    left[--m.left_end].shared = true;
    right[--m.right_end].shared = true;
  }
  return m;
}

void mark_common(std::vector<DiffWord>& left, std::vector<DiffWord>& right, const Middle& m) {
  const std::size_t rows = m.left_end - m.left_begin;
  const std::size_t columns = m.right_end - m.right_begin;
  if (rows == 0 || columns == 0 || rows > kMaxCells / columns) {
    return;
  }
  // length[i][j]: longest common subsequence of the words from i and from j on.
  std::vector<std::uint32_t> length((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
    return length[(i * (columns + 1)) + j];
  };
  const auto same = [&](std::size_t i, std::size_t j) {
    return left[m.left_begin + i].key == right[m.right_begin + j].key;
  };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      at(i, j) = same(i, j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (same(i, j)) {
      left[m.left_begin + i++].shared = true;
      right[m.right_begin + j++].shared = true;
    } else if (at(i, j + 1) >= at(i + 1, j)) {
      ++j;
    } else {
      ++i;
    }
  }
}

std::vector<ByteSpan> different(const std::vector<DiffWord>& words) {
  std::vector<ByteSpan> spans;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (words[k].shared) {
      continue;
    }
    if (k > 0 && !words[k - 1].shared && !spans.empty()) {
      spans.back().end = words[k].span.end;
    } else {
      spans.push_back(words[k].span);
    }
  }
  return spans;
}

}  // namespace

WordDiff diff_words(std::string_view left, std::string_view right) {
  std::vector<DiffWord> left_words = words_of(left);
  std::vector<DiffWord> right_words = words_of(right);
  mark_common(left_words, right_words, cut_common_ends(left_words, right_words));
  const auto common =
      std::count_if(left_words.begin(), left_words.end(), [](const auto& w) { return w.shared; });
  const std::size_t all = left_words.size() + right_words.size();
  return {different(left_words), different(right_words),
          all == 0 ? 1.0 : 2.0 * static_cast<double>(common) / static_cast<double>(all)};
}

}  // namespace parallax
