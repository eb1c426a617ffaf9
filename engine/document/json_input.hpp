#pragma once

/// JSON and JSONL text -> records. Internal to engine/document.

#include <string>
#include <string_view>
#include <vector>

#include "engine/document/read.hpp"

namespace parallax {

/// One JSON object, or an array of them. `text` is valid UTF-8. Errors: kFormat with "file:LINE".
[[nodiscard]] Result<std::vector<Record>> read_json(std::string_view text, const std::string& path,
                                                    const ReadOptions& options);
/// One JSON object a line; blank lines are passed over.
[[nodiscard]] Result<std::vector<Record>> read_json_lines(std::string_view text,
                                                          const std::string& path,
                                                          const ReadOptions& options);

}  // namespace parallax
