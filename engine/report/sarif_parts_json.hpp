#pragma once

/// What all SARIF files of parallax share. Internal to engine/report.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/compare/comparison.hpp"
#include "engine/report/code_points.hpp"
#include "engine/report/sarif_rules.hpp"

namespace parallax {

using SarifJson = nlohmann::ordered_json;

/// A message is read as text with links and placeholders: brackets and braces of the inputs must
/// not become either.
[[nodiscard]] std::string sarif_message(std::string_view text);

/// A path as a relative or file: URI (RFC 3986).
[[nodiscard]] std::string sarif_uri(std::string_view path);

/// One input: where its lines begin, and whether its text is the file byte for byte. Lifetime:
/// keeps a view of the document's text.
class SarifText {
 public:
  explicit SarifText(const ReportDocument& document);

  [[nodiscard]] bool exact() const { return exact_; }
  /// Lines and columns from 1, in code points, with the byte offsets.
  [[nodiscard]] SarifJson region(ByteSpan span) const;

 private:
  [[nodiscard]] std::pair<std::size_t, std::uint32_t> place(std::uint32_t byte) const;

  CodePointOffsets offsets_;
  bool exact_;
  std::vector<std::uint32_t> lines_ = {0};
};

/// Rules with their help, in order.
[[nodiscard]] SarifJson sarif_rules(const std::vector<KindHelp>& rules);

[[nodiscard]] SarifJson sarif_artifact(const ReportDocument& document);

/// A location with its file and, where the text is the file, its region.
[[nodiscard]] SarifJson sarif_place(const ReportDocument& document, const SarifText& text,
                                    std::size_t index, ByteSpan span);

/// `executionSuccessful` with one notification a warning.
[[nodiscard]] SarifJson sarif_warnings(const std::vector<std::string>& warnings);

/// The whole file around its one run.
[[nodiscard]] SarifJson sarif_log(SarifJson run);

}  // namespace parallax
