#pragma once

/// The lines above a document's text that only say whose it is and of which day.

#include <vector>

#include "engine/document/analyse.hpp"
#include "engine/sources/attribute.hpp"

namespace parallax {

/// The first paragraphs of a document, and what stands above the text in them.
struct HeadOfText {
  Document document;  ///< Spans are those of the whole text.
  DocumentHead head;
};

/// REQUIRES: `analyser` and `attributor` have one word table. Errors: kFormat for a malformed
/// overlay table only. Complexity: that of a few paragraphs.
[[nodiscard]] Result<HeadOfText> head_of(const Record& document, Analyser& analyser,
                                         Attributor& attributor);

/// The spans of those lines in the document's text, ascending. They state nothing that two
/// documents could contradict each other in. REQUIRES, errors and complexity: as above.
[[nodiscard]] Result<std::vector<ByteSpan>> head_lines(const Record& document, Analyser& analyser,
                                                       Attributor& attributor);

}  // namespace parallax
