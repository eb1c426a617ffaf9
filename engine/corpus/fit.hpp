#pragma once

/// Corpus -> background model.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "models/base/result.hpp"
#include "models/vector/background.hpp"

namespace parallax {

struct FitOptions {
  std::uint32_t min_documents = 1;  ///< Terms in fewer documents are left out. At least 1.
  std::string description = {};     ///< Free text for `model info`.
};

/// Counts in how many documents and paragraphs each term occurs. A term is Word::folded of a word,
/// number or ideograph token. Memory: one entry a distinct term. Order of the documents does not
/// matter. Thread safety: none.
class ModelFitter {
 public:
  /// Counts one document. REQUIRES: it was analysed with `words`.
  void add(const Document& document, const WordTable& words);
  /// Bytes of a model file; its language is that of most documents. Errors: kEmpty without
  /// documents.
  [[nodiscard]] Result<std::string> finish(const FitOptions& options) const;

 private:
  std::map<std::string, TermFrequency, std::less<>> terms_;
  std::map<std::string, std::uint64_t> languages_;
  std::uint64_t documents_ = 0;
  std::uint64_t paragraphs_ = 0;
};

/// Model file from a table of frequencies: a first line "#docs N #paragraphs N" (tab-separated),
/// then term, documents, paragraphs. Errors: kFormat with line.
[[nodiscard]] Result<std::string> model_from_frequencies(std::string_view table,
                                                         std::string_view place,
                                                         std::string_view language,
                                                         const FitOptions& options);

}  // namespace parallax
