#pragma once

/// The lines above a document's text that only say whose it is and of which day.

#include <vector>

#include "engine/document/analyse.hpp"
#include "engine/sources/attribute.hpp"

namespace parallax {

/// Their spans in the document's text, ascending. They state nothing that two documents could
/// contradict each other in. REQUIRES: `analyser` and `attributor` have one word table. Errors:
/// kFormat for a malformed overlay table only. Complexity: that of a few paragraphs.
[[nodiscard]] Result<std::vector<ByteSpan>> head_lines(const Record& document, Analyser& analyser,
                                                       Attributor& attributor);

}  // namespace parallax
