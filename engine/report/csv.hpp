#pragma once

/// Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet.

#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// One cell: a single printable line (`one_line`), quoted where it holds a comma or a quotation
/// mark. A spreadsheet reads a cell that begins with = + - @ (also full-width) as a formula; such a
/// cell gets an apostrophe in front. Any bytes are allowed.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// One record with its CRLF.
[[nodiscard]] std::string csv_record(const std::vector<std::string>& cells);

}  // namespace parallax
