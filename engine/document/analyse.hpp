#pragma once

/// Record -> Document: language, paragraphs, sentences, tokens.

#include <map>
#include <memory>
#include <string>

#include "engine/document/document.hpp"
#include "models/lexicon/table.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// Segments records of any language; keeps one splitter per language. Reads only the abbreviation
/// and stop tables of the languages it meets. Thread safety: one object per thread.
class Analyser {
 public:
  /// `words` and `lexicons` must outlive the analyser.
  Analyser(WordTable& words, const LexiconSource& lexicons);
  ~Analyser();
  Analyser(const Analyser&) = delete;
  Analyser& operator=(const Analyser&) = delete;
  Analyser(Analyser&&) = delete;
  Analyser& operator=(Analyser&&) = delete;

  /// Errors: kFormat for a malformed overlay table only.
  [[nodiscard]] Result<Document> analyse(Record record);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace parallax
