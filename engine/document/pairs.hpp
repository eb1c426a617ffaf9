#pragma once

/// Lines of a pairs file: {"id", "left", "right"} with inline texts.

#include <string>
#include <string_view>

#include "engine/document/document.hpp"
#include "models/base/result.hpp"

namespace parallax {

struct PairRecord {
  std::string id;
  Record left, right;
};

/// Reads one line. `left_lang` and `right_lang` name the languages; else `language`, else
/// detection. Errors: kFormat, kEmpty, kEncoding with `place`.
[[nodiscard]] Result<PairRecord> parse_pair(std::string_view line, const std::string& place,
                                            const std::string& language);

/// Errors: kIo if `path` is missing, a directory or unreadable.
[[nodiscard]] Status check_readable(const std::string& path);

}  // namespace parallax
