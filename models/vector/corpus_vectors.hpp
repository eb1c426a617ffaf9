#pragma once

/// Many texts at once -> TF-IDF vectors with weights fitted on these very texts.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/text/string_table.hpp"
#include "models/vector/linalg.hpp"

namespace parallax {

enum class TermForm : std::uint8_t {
  kFolded,  ///< Folded words without possessive (Word::folded).
  kStem,    ///< Their Snowball stems.
};
enum class TermCounting : std::uint8_t {
  kSublinear,  ///< 1 + ln tf
  kRaw,        ///< tf
};
enum class TermRarity : std::uint8_t {
  kCorpus,  ///< ln((1 + N) / (1 + df)) + 1 with N texts, df of them with the term
  kNone,    ///< 1
};

struct CorpusOptions {
  std::string_view language = "en";  ///< For folding and stems: all texts are taken to be in it.
  TermForm form = TermForm::kStem;
  TermCounting counting = TermCounting::kSublinear;
  TermRarity rarity = TermRarity::kCorpus;
  std::string_view stop_words = {};  ///< Folded words to leave out, one a line.
  std::uint32_t min_texts = 1;       ///< Terms in fewer texts are left out. At least 1.
  unsigned threads = 1;              ///< At least 1. Without effect on the result.
};

/// Rows are L2-normalised; weights are rounded as `embed` (tfidf.hpp) rounds them, so that sums of
/// products are exact in double. Terms are numbered in order of first sight in the texts.
struct CorpusVectors {
  SparseRows rows;                         ///< One row a text; kTermSpace columns.
  StringTable terms;                       ///< The n-th string is term n.
  std::vector<std::uint32_t> frequencies;  ///< By term: texts with it.
};

/// Tokens are those of `Splitter`; words, numbers and ideographs are terms. Texts are read once;
/// each distinct written form is folded and stemmed once a thread.
/// REQUIRES: texts are valid UTF-8; fewer than 2^31 weights in all.
/// Complexity: linear. Memory beyond the result: the distinct words; with several threads also a
/// copy of the rows of all but the first.
[[nodiscard]] CorpusVectors corpus_vectors(std::span<const std::string_view> texts,
                                           const CorpusOptions& options);

}  // namespace parallax
