#pragma once

/// The frame of every HTML report: one file that loads nothing, and whose policy forbids it to.

#include <string>
#include <utility>
#include <vector>

namespace parallax {

struct HtmlPage {
  std::string title;                                          ///< Plain text; escaped here.
  std::vector<std::pair<std::string, std::string>> contents;  ///< Anchor and title of sections.
  std::string header;                                         ///< HTML above the contents.
  std::string body;                                           ///< HTML of all sections.
  std::string footer;                                         ///< HTML; may be empty.
};

/// A whole HTML document in UTF-8: style and script inline, allowed by their hashes alone; nothing
/// may be loaded, sent or framed. Readable without the script. Same page, same bytes.
[[nodiscard]] std::string html_document(const HtmlPage& page);

}  // namespace parallax
