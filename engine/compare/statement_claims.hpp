#pragma once

/// A statement -> the claims by which its source takes a position.

#include <vector>

#include "engine/document/document.hpp"
#include "engine/facts/claim.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "engine/sources/statement.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// The claims of a statement's content, each with the commitment of its source:
/// - a cue that is itself a position ("condemned", "urged") stays in the claim in front of whose
///   content it stands, so that the claim begins with the cue; such a claim is asserted;
/// - what the source denies is negated (see `deny`) and has the commitment "denied".
/// Spans lie in the content or in the stretch from a cue to its content. REQUIRES: `document` was
/// analysed with `words`. Complexity: linear in the tokens of the statement.
[[nodiscard]] std::vector<Claim> statement_claims(const Document& document,
                                                  const FactLexicon& lexicon, WordTable& words,
                                                  const Statement& statement);

}  // namespace parallax
