#pragma once

/// The main clause of a claim: what only goes with it ("driven by services", "as the subsidies took
/// effect", "among them seven children", "once the papers had been checked, ...") says little of
/// whether two claims tell the same thing.

#include <optional>

#include "engine/document/document.hpp"
#include "engine/facts/claim.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// The claim with the terms in front of its main clause and behind it turned into function words,
/// and without the facts that stand there; nothing if all of it is main clause, or the language has
/// no clause rules (all but English). Conditions stay: they are part of what is said. Indices into
/// the terms stay valid. REQUIRES: the claim is of the document. Complexity: linear in terms.
[[nodiscard]] std::optional<Claim> main_clause(const Document& document, const Claim& claim,
                                               const WordTable& words);

}  // namespace parallax
