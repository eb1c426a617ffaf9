#pragma once

/// Writers for spreadsheets and for machines that gate on findings. Same report, same bytes.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/comparison.hpp"

namespace parallax {

/// What a run is asked to fail on.
struct Gate {
  std::vector<std::string> fail_on;  ///< Kinds and severities.
  double fail_under = -1.0;          ///< Similarity, [0, 1]; negative = no gate.

  /// Accepted findings never fail.
  [[nodiscard]] bool fails(const ReportDivergence& d) const;
  [[nodiscard]] bool fails(const Comparison& c) const;  ///< By similarity.
};

/// What a row of a CSV file is.
enum class CsvRows : std::uint8_t {
  kDivergences,  ///< A finding.
  kPairs,        ///< Claims that were aligned.
  kClaims,       ///< A claim with its statement and source.
  kTable,        ///< A row of the claim table, one column a source.
};

/// RFC 4180 with a header record, UTF-8 without byte order mark, CRLF. Begin and end are byte
/// offsets. `kTable` of a report without a claim table gives the header alone.
[[nodiscard]] std::string write_csv(const ComparisonReport& report, CsvRows rows);

/// The header record of a CSV file of compared pairs. REQUIRES: kPairs (a row is a pair) or
/// kDivergences.
[[nodiscard]] std::string pair_csv_header(CsvRows rows);
/// The records of one compared pair of that id. REQUIRES: as for the header; one comparison.
[[nodiscard]] std::string write_pair_csv(std::string_view id, const ComparisonReport& report,
                                         CsvRows rows);

/// SARIF 2.1.0: one rule a kind of finding, one result a finding. A result stands at the left
/// passage and is related to the right one; its level is error, warning or note by severity.
/// Regions give lines and columns in code points, with byte offsets where the text is the file byte
/// for byte; a record inside a JSON file has no region. Findings of a baseline are suppressed. Pure
/// ASCII, no clock.
[[nodiscard]] std::string write_sarif(const ComparisonReport& report);

/// JUnit XML: one suite a comparison, one test case a finding, and one for each similarity gate.
/// What fails the gate is a failure, accepted findings are skipped. No clock.
[[nodiscard]] std::string write_junit(const ComparisonReport& report, const Gate& gate);

/// Text for XML 1.0: the five marks escaped, what XML forbids replaced by U+FFFD. Any bytes are
/// allowed. Line breaks become blanks.
[[nodiscard]] std::string xml_escaped(std::string_view text);

}  // namespace parallax
