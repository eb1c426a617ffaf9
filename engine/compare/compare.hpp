#pragma once

/// The facade of the comparison: documents in, report out.

#include <vector>

#include "engine/compare/comparison.hpp"
#include "engine/document/document.hpp"
#include "engine/facts/fact_lexicon.hpp"
#include "models/base/result.hpp"
#include "models/lexicon/table.hpp"
#include "models/text/words.hpp"
#include "models/vector/background.hpp"

namespace parallax {

struct CompareOptions {
  const BackgroundModel* model =
      nullptr;  ///< nullptr = the built-in model of the documents' language.
};

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

}  // namespace parallax
