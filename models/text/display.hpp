#pragma once

/// Text on a terminal: how wide it is, where it may break, and what must not reach the screen as it
/// is.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// Columns that a terminal needs for `text`: one per grapheme cluster, two where its widest code
/// point is East Asian wide or full-width, where it asks for emoji presentation (U+FE0F) and for a
/// pair of regional indicators; none for control characters and lone combining marks. REQUIRES:
/// `text` is valid UTF-8. Complexity: linear; Latin, Greek, Cyrillic and Arabic letters with
/// typographic punctuation take a path without ICU that gives the same result.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Lines of at most `width` columns, broken where the Unicode line breaking rules allow; a piece
/// without such a place is cut between grapheme clusters. Blanks at both ends of a line are
/// dropped, all other bytes appear in order. Blank text gives no line. Control characters take no
/// room, so that a caller can use them as marks. REQUIRES: `text` is valid UTF-8; width >= 2.
/// Complexity: linear. The path without ICU breaks at blanks, behind dashes and behind hyphens
/// between letters.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// `text` with nothing left that could steer a terminal: line breaks and tabs become blanks, C0
/// controls and DEL their pictures (U+2400 to U+2421), C1 controls, bidi overrides, embeddings and
/// isolates and invalid UTF-8 become U+FFFD, soft hyphens vanish. Any bytes are allowed.
/// Complexity: linear.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace parallax
