#pragma once

/// Lines of a terminal view: wrapping, columns, colour and the marks around words that differ.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/writers.hpp"
#include "models/base/span.hpp"

namespace parallax {

enum class Tone : std::uint8_t { kPlain, kStrong, kDim, kConflict, kDifference, kNote, kAgree };

/// `text` as one printable line with [brackets] around `spans`, which are ascending and do not
/// overlap. Beside the brackets stand invisible marks that Canvas turns into colour, so that words
/// are never told apart by colour alone.
[[nodiscard]] std::string bracketed(std::string_view text, const std::vector<ByteSpan>& spans);

/// `text` around `focus`: at most about `max_bytes` bytes, cut at blanks, with "..." for what is
/// left out. `focus` is moved along. REQUIRES: focus lies in text, which is valid UTF-8.
[[nodiscard]] std::string excerpt(std::string_view text, ByteSpan& focus, std::size_t max_bytes);

/// One cell of a row of a table.
struct CanvasCell {
  std::string text;
  std::size_t width = 0;  ///< Columns of the screen, at least 2.
  Tone tone = Tone::kPlain;
};

/// Collects lines. All text given to it must come from `bracketed`, `one_line` or the program
/// itself. Nothing is wider than the width but single clusters and what says so.
class Canvas {
 public:
  explicit Canvas(const TerminalOptions& options);

  /// Columns, at least 24: narrower terminals wrap by themselves.
  [[nodiscard]] std::size_t width() const { return width_; }
  /// Side by side needs 60 columns.
  [[nodiscard]] bool stacked() const { return width_ < 60; }

  void blank();
  /// A section title, with a blank line above.
  void title(std::string_view text, Tone tone = Tone::kStrong);
  /// `label` at the left, `text` wrapped behind it at column `indent`.
  void hanging(std::string_view label, std::size_t indent, std::string_view text,
               Tone marks = Tone::kPlain);
  /// As `hanging`, but items stay whole where they fit and stand three blanks apart.
  void items(std::string_view label, std::size_t indent, const std::vector<std::string>& items);
  /// `left` and `right` wrapped in two columns behind `indent` blanks.
  void columns(std::size_t indent, std::string_view left, std::string_view right, Tone marks);
  /// Cells side by side behind `indent` blanks, each wrapped to at most `max_lines` lines in its
  /// own width; what does not fit ends in "..".
  void row(std::size_t indent, const std::vector<CanvasCell>& cells, std::size_t max_lines);
  /// `left` at the left and `right` at the right edge; below each other if they do not fit.
  void edges(std::string_view left, std::string_view right, Tone tone);
  /// `text` cut to one line behind `label`.
  void clipped(std::string_view label, std::size_t indent, std::string_view text);

  [[nodiscard]] std::string finish() && { return std::move(out_); }

 private:
  void line(const std::string& text);
  [[nodiscard]] std::string paint(std::string_view text, Tone tone) const;
  /// Turns the marks of one line into colour; `open` carries over to the next line of a passage.
  [[nodiscard]] std::string paint_marks(std::string_view text, Tone tone, bool& open) const;

  std::size_t width_;
  bool colour_;
  std::string out_;
};

}  // namespace parallax
