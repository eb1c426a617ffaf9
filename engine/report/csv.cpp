#include "engine/report/csv.hpp"

#include <algorithm>
#include <iterator>

#include "engine/report/phrasing.hpp"

namespace parallax {
namespace {

/// What begins a formula; the last four are the full-width forms.
constexpr std::string_view kFormulaStarts[] = {
    "=", "+", "-", "@", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};

bool is_formula(std::string_view text) {
  return std::any_of(std::begin(kFormulaStarts), std::end(kFormulaStarts),
                     [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string clean = one_line(text);
  if (is_formula(clean)) {
    clean.insert(clean.begin(), '\'');
  }
  if (clean.find_first_of(",\"") == std::string::npos) {
    return clean;
  }
  std::string quoted = "\"";
  for (const char c : clean) {
    quoted += c;
    quoted += c == '"' ? "\"" : "";
  }
  return quoted + "\"";
}

std::string csv_record(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    out += (k > 0 ? "," : "") + csv_cell(cells[k]);
  }
  return out + "\r\n";
}

}  // namespace parallax
