#pragma once

/// Sentences -> claims with their facts.

#include <span>
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

/// The claims of a statement: of the sentences, or parts of sentences, that `content` covers. Every
/// word that lies wholly in a span lies in exactly one claim, no claim reaches out of its span, and
/// marks alone make no claim. REQUIRES: spans are ascending and do not overlap. Complexity: linear
/// in the tokens of the content.
[[nodiscard]] std::vector<Claim> extract_claims(const Document& document,
                                                const FactLexicon& lexicon, WordTable& words,
                                                std::span<const ByteSpan> content);

/// Turns a claim into what its source says by denying it: "the police were slow" under "denied
/// that". What the claim's main clause states is negated; background (relative clauses) stays.
void deny(Claim& claim);

}  // namespace parallax
