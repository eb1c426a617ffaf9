#pragma once

/// Corpus -> background model.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "models/base/result.hpp"
#include "models/text/string_table.hpp"
#include "models/vector/background.hpp"

namespace parallax {

struct FitOptions {
  std::uint32_t min_documents = 1;  ///< Terms in fewer documents are left out. At least 1.
  std::string description = {};     ///< Free text for `model info`.
};

/// Counts in how many documents and paragraphs each term occurs. A term is Word::folded of a word,
/// number or ideograph token. Memory: one entry a distinct term, nothing a document. Order of the
/// documents does not matter. Thread safety: none; give each thread its own and merge them.
class ModelFitter {
 public:
  /// Counts one document. REQUIRES: it was analysed with `words`.
  void add(const Document& document, const WordTable& words);
  /// Adds the counts of another fitter: the same as adding its documents here.
  void merge(const ModelFitter& other);
  /// Bytes of a model file; its language is that of most documents. Errors: kEmpty without
  /// documents.
  [[nodiscard]] Result<std::string> finish(const FitOptions& options) const;

 private:
  struct Counts {
    std::uint32_t documents = 0;
    std::uint32_t paragraphs = 0;
    std::uint64_t last_document = 0;   ///< Number of the document that counted last, from 1.
    std::uint64_t last_paragraph = 0;  ///< The same of the paragraph.
  };
  Counts& counts_of(std::string_view term);

  StringTable terms_;  ///< Value: place in `counts_`.
  std::vector<Counts> counts_;
  std::map<std::string, std::uint64_t> languages_;
  std::uint64_t documents_ = 0;
  std::uint64_t paragraphs_ = 0;       ///< Paragraphs of the documents.
  std::uint64_t paragraphs_read_ = 0;  ///< Paragraphs that hold a token.
};

/// Model file from a table of frequencies: a first line "#docs N #paragraphs N" (tab-separated),
/// then term, documents, paragraphs. Errors: kFormat with line.
[[nodiscard]] Result<std::string> model_from_frequencies(std::string_view table,
                                                         std::string_view place,
                                                         std::string_view language,
                                                         const FitOptions& options);

}  // namespace parallax
