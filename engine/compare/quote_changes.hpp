#pragma once

/// What an altered quotation changes, and whether that is of substance. Internal to the quote
/// check.

#include <cstdint>
#include <vector>

#include "engine/compare/quotes.hpp"
#include "engine/facts/claim.hpp"

namespace parallax {

/// A word of the quotation and a word of the official text, as token indices of their documents;
/// -1 where a side has none.
struct WordPairing {
  std::int32_t article = -1;
  std::int32_t official = -1;
  bool same = false;       ///< The same word.
  bool same_stem = false;  ///< Another form of it.
  bool elided = false;     ///< Left out behind an ellipsis or replaced by brackets: no change.
};

/// Both stretches, token by token.
struct QuoteStretch {
  const Document& article;
  const Document& official;
  std::vector<WordPairing> words;  ///< In order.
};

/// A stretch of a document as a document. Token k of it is token `first + k` of the whole, byte b
/// is byte `shift + b`.
struct Excerpt {
  Document document;
  std::vector<Claim> claims;
  std::uint32_t first = 0;
  std::uint32_t shift = 0;

  [[nodiscard]] ByteSpan whole(ByteSpan span) const {
    return {span.begin + shift, span.end + shift};
  }
};

/// Tokens [first, last] of a document with their claims. Complexity: linear in the stretch and in
/// the number of sentences.
[[nodiscard]] Excerpt excerpt_of(const Document& whole, std::uint32_t first, std::uint32_t last,
                                 const FactLexicon& tables, WordTable& words);

/// The changes of a stretch in the order of the article, substance before harmless for one place.
/// Complexity: that of claims and divergence rules on the two stretches.
[[nodiscard]] std::vector<QuoteChange> quote_changes(const QuoteStretch& stretch,
                                                     const FactLexicon& article_tables,
                                                     const FactLexicon& official_tables,
                                                     WordTable& words);

}  // namespace parallax
