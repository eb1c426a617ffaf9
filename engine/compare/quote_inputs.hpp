#pragma once

/// From documents with their sources to the inputs of the quote check.

#include <vector>

#include "engine/compare/quotes.hpp"
#include "engine/sources/statement.hpp"

namespace parallax {

/// Every quotation of an article with who is said to say it: the source of the smallest statement
/// that it lies in. Complexity: linear where statements are not nested deeply.
[[nodiscard]] std::vector<ArticleQuote> article_quotes(const Document& document,
                                                       const SourcedDocument& article);

/// An official text with its issuer. Where the metadata name none, its title stands for it, and
/// the officials whom it quotes word for word count as sources of their own. `document`
/// must outlive the result.
[[nodiscard]] OfficialText official_text(const Document& document, const SourcedDocument& sourced);

/// What the report keeps of a document.
[[nodiscard]] ReportDocument quote_document(const Document& document);

}  // namespace parallax
