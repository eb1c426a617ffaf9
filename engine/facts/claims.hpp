#pragma once

/// Sentences -> claims with their facts.

#include <vector>

#include "engine/document/document.hpp"
#include "engine/facts/claim.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// Splits the sentences of a document into claims (a sentence, or its parts at semicolons that
/// carry a clause each) and reads their facts. Every token of every sentence lies in exactly one
/// claim. Order: text order. Complexity: linear in tokens.
[[nodiscard]] std::vector<Claim> extract_claims(const Document& document,
                                                const FactLexicon& lexicon, WordTable& words);

}  // namespace parallax
