#pragma once

/// How central each claim is to its own document: what orders the list of what others leave out.

#include <vector>

#include "engine/compare/pairing.hpp"

namespace parallax {

/// One value in [0, 1] a claim, in claim order: 0.4 degree + 0.3 weight + 0.3 key term, where
///   degree    how alike the claim is to the other claims of its document, as a share of the
///             highest: the sum of the cosines of their TF-IDF vectors, which is the degree
///             centrality of LexRank without a threshold (Erkan and Radev, "LexRank: Graph-based
///             Lexical Centrality as Salience in Text Summarization", JAIR 22, 2004);
///   weight    how much the claim says, as a share of the highest: the sum of the idf of its words;
///   key term  the weight of its heaviest key term (key_term.tsv).
/// Degree alone prefers what is short and often repeated, weight alone what is long, and both miss
/// the one short sentence that tells of a death. A claim without content words gets 0; the only
/// claim of a document has degree 1 if it has any.
/// `model` may be null: then every word weighs the same. Complexity: linear in the tokens, because
/// a sum of cosines is one product with the sum of the vectors.
[[nodiscard]] std::vector<double> claim_centrality(const ClaimedDocument& side,
                                                   const WordTable& words,
                                                   const BackgroundModel* model);

}  // namespace parallax
