#pragma once

/// Document -> sources and statements: who said what.

#include "engine/document/document.hpp"
#include "engine/sources/statement.hpp"
#include "models/base/result.hpp"
#include "models/lexicon/table.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// Splits a document into statements by source. REQUIRES: `document` was analysed with `words`.
/// Errors: kFormat for a malformed overlay table only. Complexity: linear in the document's length.
/// Thread safety: one `words` per thread.
[[nodiscard]] Result<SourcedDocument> attribute(const Document& document, WordTable& words,
                                                const LexiconSource& lexicons);

}  // namespace parallax
