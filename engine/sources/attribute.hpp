#pragma once

/// Document -> sources and statements: who said what.

#include <memory>

#include "engine/document/document.hpp"
#include "engine/sources/statement.hpp"
#include "models/base/result.hpp"
#include "models/lexicon/table.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// What stands above the text.
struct DocumentHead {
  std::optional<Source> issuer;          ///< As title or letterhead name it.
  std::vector<std::uint32_t> sentences;  ///< Lines of that title and of date; ascending indices.
};

/// Splits documents into statements by source; keeps the tables of the languages it met. Thread
/// safety: one object per thread.
class Attributor {
 public:
  /// `words` and `lexicons` must outlive the object.
  Attributor(WordTable& words, const LexiconSource& lexicons);
  ~Attributor();
  Attributor(const Attributor&) = delete;
  Attributor& operator=(const Attributor&) = delete;
  Attributor(Attributor&&) = delete;
  Attributor& operator=(Attributor&&) = delete;

  /// REQUIRES: `document` was analysed with the same `words`. Errors: kFormat for a malformed
  /// overlay table only. Complexity: linear in the document's length.
  [[nodiscard]] Result<SourcedDocument> attribute(const Document& document);

  /// Who issues `document` and which of its first lines only say so. REQUIRES and errors: as
  /// above. Empty for a document that is nothing but such lines. Complexity: linear.
  [[nodiscard]] Result<DocumentHead> head(const Document& document);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// One document, with the same meaning; reads the tables anew.
[[nodiscard]] Result<SourcedDocument> attribute(const Document& document, WordTable& words,
                                                const LexiconSource& lexicons);

}  // namespace parallax
