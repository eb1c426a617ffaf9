#pragma once

/// Writers of `parallax quotes`: is the official text quoted faithfully? Same report, same bytes.

#include <string>
#include <vector>

#include "engine/compare/quotes.hpp"
#include "engine/report/writers.hpp"

namespace parallax {

/// Throws ContractViolation unless every span of the report lies in its text on character
/// boundaries. Every writer calls it first.
void check_quote_spans(const QuoteReport& report);

/// `parallax.quotes/1` (quotes.schema.json), two-space indent, final newline.
[[nodiscard]] std::string write_quotes_json(const QuoteReport& report);
/// The same as lines: a header, one line a quotation (skipped ones too), a trailer with counts.
[[nodiscard]] std::string write_quotes_lines(const QuoteReport& report);
/// For people: what is wrong first, both texts with the words that differ in brackets.
[[nodiscard]] std::string write_quotes_terminal(const QuoteReport& report,
                                                const TerminalOptions& options = {});
/// RFC 4180 with a header record: one record a quotation, those that are not judged at the end.
[[nodiscard]] std::string write_quotes_csv(const QuoteReport& report);
[[nodiscard]] std::string write_quotes_markdown(const QuoteReport& report);
/// SARIF 2.1.0: one rule a label that is no faithful one, one result a quotation with it. A result
/// stands at the quotation and is related to the official passage. Pure ASCII, no clock; regions as
/// in `write_sarif`.
[[nodiscard]] std::string write_quotes_sarif(const QuoteReport& report);
/// JUnit XML: one suite, one test case a quotation; those with a label of `fail_on` are failures,
/// those that are not judged are skipped.
[[nodiscard]] std::string write_quotes_junit(const QuoteReport& report,
                                             const std::vector<std::string>& fail_on);

/// The spans of one side's changes inside `whole`, ascending and apart, relative to its begin.
enum class QuoteSide : std::uint8_t { kArticle, kOfficial };
[[nodiscard]] std::vector<ByteSpan> changed_spans(const CheckedQuote& quote, QuoteSide side,
                                                  ByteSpan whole);

/// The order for people: most serious label first, then text order.
[[nodiscard]] std::vector<const CheckedQuote*> worst_first(const QuoteReport& report);

/// Name of a document for people: source, else title, else id.
[[nodiscard]] std::string document_name(const ReportDocument& document);

}  // namespace parallax
