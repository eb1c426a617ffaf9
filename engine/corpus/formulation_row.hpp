#pragma once

/// Documents -> their words in one row, as the search for formulations reads them.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/corpus/formulations.hpp"
#include "engine/document/document.hpp"
#include "models/base/result.hpp"
#include "models/lexicon/table.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// A place is an index into the row. Marks are left out; paragraphs lie apart.
struct WordRow {
  /// Parts paragraphs; equals no word and not itself.
  static constexpr std::uint32_t kEdge = std::numeric_limits<std::uint32_t>::max();

  std::vector<std::uint32_t> word;    ///< By place: equal for words that fold alike, or kEdge.
  std::vector<ByteSpan> span;         ///< By place: bytes of its document; empty at an edge.
  std::vector<std::uint32_t> begin;   ///< First place of each document; one more at the end.
  std::vector<bool> content;          ///< By word: no stop word.
  std::vector<std::uint32_t> rank;    ///< By document: place in the order of time.
  std::vector<std::uint32_t> day;     ///< By document: equal on one day; 0 = undated.
  std::vector<std::uint32_t> source;  ///< By document: equal for one source (formulations.hpp).

  /// Complexity: O(log documents).
  [[nodiscard]] std::uint32_t document_of(std::uint32_t place) const;
};

/// REQUIRES: all documents were analysed with `words`; fewer than 2^32 words together.
[[nodiscard]] WordRow row_of(std::span<const Document> documents, const WordTable& words,
                             SharedBy shared_by);

/// The same from records: words are cut paragraph by paragraph, without sentences. Errors: kFormat
/// for a malformed overlay table only. REQUIRES: languages are known; fewer than 2^32 words.
/// Complexity: linear. Memory: 12 bytes a word.
[[nodiscard]] Result<WordRow> row_of(std::span<const Record> records, const LexiconSource& lexicons,
                                     SharedBy shared_by);

}  // namespace parallax
