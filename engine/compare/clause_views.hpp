#pragma once

/// The clauses of a claim, each as a claim of its own: coordinated halves, what stands behind
/// "that", and relative clauses with the noun that they belong to. Long sentences tell several
/// things, of which another text may tell one alone.

#include <vector>

#include "engine/document/document.hpp"
#include "engine/facts/claim.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// A view a clause, in text order, at most 6: the claim with all other terms turned into function
/// words, and without the facts that stand there. Relative clauses count as told in their own view.
/// Empty if the claim is one clause, or the language has no clause rules (all but English). Indices
/// into the terms stay valid. REQUIRES: the claim is of the document. Complexity: clauses * terms.
[[nodiscard]] std::vector<Claim> clause_views(const Document& document, const Claim& claim,
                                              const WordTable& words);

/// Turns the terms [begin, end) into function words and drops the facts that stand there.
void cut_terms(const Document& document, const WordTable& words, std::size_t begin, std::size_t end,
               Claim& claim);

}  // namespace parallax
