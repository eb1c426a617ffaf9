#pragma once

/// The facade of the comparison: documents in, report out.

#include <vector>

#include "engine/compare/comparison.hpp"
#include "engine/compare/parties.hpp"
#include "engine/document/document.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "models/base/result.hpp"
#include "models/lexicon/table.hpp"
#include "models/text/words.hpp"
#include "models/vector/background.hpp"

namespace parallax {

/// Is the author's own voice a party beside those that the document quotes?
enum class NarrationUse : std::uint8_t { kCompared, kLeftOut };

struct CompareOptions {
  const BackgroundModel* model =
      nullptr;  ///< nullptr = the built-in model of the documents' language.
  NarrationUse narration = NarrationUse::kCompared;
};

/// Compares every party of the inputs with every other (parties.hpp): one comparison a pair, and
/// the claim table of all. Of what a source says, its own assertions and denials are compared; what
/// it reports of others or sets under a condition stands in only_left and only_right. Facts are
/// read once a claim. With fewer than two parties there is no comparison. Up to the order of its
/// columns, and the orientation of each pair, the result does not depend on the order of the
/// inputs. REQUIRES: all were analysed (and attributed) with `words`; document ids differ. Errors:
/// kFormat for a malformed overlay table only. Complexity: quadratic in the parties.
[[nodiscard]] Result<ComparisonReport> compare_all(const std::vector<CompareInput>& inputs,
                                                   WordTable& words, FactLexicons& tables,
                                                   const CompareOptions& options = {});

/// Compares two documents as one comparison (design.md). Swapping the documents mirrors the result;
/// comparing a document with itself gives similarity, containment and verbatim share of exactly 1
/// and no divergence. REQUIRES: both were analysed with `words`. Errors: kFormat for a malformed
/// overlay table only.
[[nodiscard]] Result<ComparisonReport> compare_documents(const Document& left,
                                                         const Document& right, WordTable& words,
                                                         const LexiconSource& lexicons,
                                                         const CompareOptions& options = {});

/// The same with tables that are kept between comparisons: for many pairs. Thread safety: one
/// `tables` per thread.
[[nodiscard]] Result<ComparisonReport> compare_documents(const Document& left,
                                                         const Document& right, WordTable& words,
                                                         FactLexicons& tables,
                                                         const CompareOptions& options = {});

/// The same with what is known of the documents' heads. REQUIRES: both speak as a whole.
[[nodiscard]] Result<ComparisonReport> compare_documents(const CompareInput& left,
                                                         const CompareInput& right,
                                                         WordTable& words, FactLexicons& tables,
                                                         const CompareOptions& options = {});

}  // namespace parallax
