#pragma once

/// Where UAX #29 puts sentence boundaries (root rules, as ICU's sentence iterator). Internal to
/// models/text.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "models/base/span.hpp"

namespace parallax {

/// A code point of a paragraph.
struct Character {
  char32_t c = 0;
  std::uint32_t begin = 0;  ///< Byte offset in the text.
};

/// One paragraph as code points, with the boundaries in it. Line breaks count as blanks. Thread
/// safety: one object per thread.
class SentenceBreaks {
 public:
  SentenceBreaks();
  ~SentenceBreaks();
  SentenceBreaks(SentenceBreaks&&) noexcept;
  SentenceBreaks& operator=(SentenceBreaks&&) noexcept;
  SentenceBreaks(const SentenceBreaks&) = delete;
  SentenceBreaks& operator=(const SentenceBreaks&) = delete;

  /// Reads a paragraph; everything below is about the last one read. REQUIRES: `paragraph` lies in
  /// `text`, which is valid UTF-8. Complexity: linear.
  void read(std::string_view text, ByteSpan paragraph);

  /// Number of code points.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// Code points and one more entry for the end, with c = 0.
  [[nodiscard]] const Character& operator[](std::size_t i) const { return chars_[i]; }
  /// Places that may end a sentence (full stops, question marks ...), ascending.
  [[nodiscard]] const std::vector<std::size_t>& marks() const { return marks_; }

  /// Boundaries inside the paragraph, as indices of the code point behind each, ascending. Scripts
  /// and marks of the table are read here, what else there is by ICU: the result is the same.
  /// Complexity: linear.
  [[nodiscard]] std::vector<std::size_t> find();
  /// The same by ICU alone: slower, and what `find` is held equal to.
  [[nodiscard]] std::vector<std::size_t> find_by_icu();

 private:
  struct Icu;
  /// Reads ASCII that ends no sentence; where it stops.
  std::size_t read_plain(std::string_view text, std::size_t begin, std::size_t end);
  /// Boundary behind the mark at `i`; 0 if there is none.
  [[nodiscard]] std::size_t behind(std::size_t i) const;
  /// Only marks, blanks and the like stand between `i` and a small letter (SB8).
  [[nodiscard]] bool small_letter_ahead(std::size_t i) const;

  std::vector<Character> chars_;  ///< Kept at its longest; `count_` + 1 of them are in use.
  std::vector<std::size_t> marks_;
  std::size_t count_ = 0;
  bool simple_ = true;  ///< All code points have classes in the table.
  std::unique_ptr<Icu> icu_;
};

}  // namespace parallax
