#pragma once

/// Files that appear whole or not at all.

#include <string>
#include <string_view>

#include "models/base/result.hpp"

namespace parallax {

/// Writes `bytes` to a temporary file beside `path`, syncs it and renames it over `path`. On
/// failure nothing of `path` changes and the temporary is removed. Existing non-regular targets
/// (/dev/stdout, /dev/full, pipes) are written directly. Errors: kIo with the system's reason.
[[nodiscard]] Status write_file_atomically(const std::string& path, std::string_view bytes);

/// Whole file as bytes. Errors: kIo ("no such file or directory", "is a directory", "permission
/// denied"...); kLimit above `max_bytes`.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t max_bytes);

}  // namespace parallax
