#pragma once

/// Word table -> stop words of a language.

#include <string>

#include "models/base/result.hpp"
#include "models/lexicon/table.hpp"

namespace parallax {

/// Folded stop words of a language, one a line; empty for a language without. Errors: kFormat for a
/// malformed overlay table only.
[[nodiscard]] Result<std::string> stop_words(const LexiconSource& lexicons,
                                             const std::string& language);

}  // namespace parallax
