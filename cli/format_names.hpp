#pragma once

/// Names of the formats of each result, in the order of its help. Every name has a writer in
/// formats.cpp.

#include <cstdint>
#include <string>
#include <vector>

namespace parallax {

enum class ResultKind : std::uint8_t { kComparison, kSources, kQuotes, kDrift, kSearch, kBatch };
[[nodiscard]] const std::vector<std::string>& format_names(ResultKind kind);

/// Every name of any kind once, in the order of the kinds.
[[nodiscard]] std::vector<std::string> all_format_names();

/// "a, b or c".
[[nodiscard]] std::string listed_names(const std::vector<std::string>& names);

}  // namespace parallax
