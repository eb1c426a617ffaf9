#pragma once

/// Records -> bytes of an index file.

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/document/document.hpp"
#include "engine/index/text_index.hpp"
#include "models/base/result.hpp"

namespace parallax {

/// Collects documents and writes them as one index. The bytes depend on the documents and their
/// order alone: adding to an opened index gives what building everything at once gives. A document
/// takes the place of an earlier one with the same id and path. Memory: the texts, and about three
/// times as much in `finish`. Thread safety: none.
class IndexBuilder {
 public:
  /// Splits a record into paragraphs; those without a word, number or ideograph are left out. A
  /// record without a language is given the detected one. Errors: kLimit above 4 GiB of text.
  [[nodiscard]] Status add(Record record);
  /// Takes over all documents of an index. Errors: as reading it.
  [[nodiscard]] Status add(const TextIndex& index);

  /// Documents and paragraphs at hand, replaced ones not counted.
  [[nodiscard]] std::size_t documents() const { return places_.size(); }
  /// Documents that took the place of an earlier one.
  [[nodiscard]] std::size_t replaced() const { return replaced_; }

  /// Errors: kEmpty without a paragraph.
  [[nodiscard]] Result<std::string> finish() const;

 private:
  struct Passage {
    std::uint32_t begin = 0;
    std::string text;
  };
  struct Entry {
    IndexedDocument document;
    std::vector<Passage> passages;
  };
  [[nodiscard]] Status add(Entry entry);

  std::vector<Entry> entries_;
  std::map<std::pair<std::string, std::string>, std::size_t> places_;  ///< By id and path.
  std::uint64_t bytes_ = 0;
  std::size_t replaced_ = 0;
};

}  // namespace parallax
