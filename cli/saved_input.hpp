#pragma once

/// The file that `report` and `verify` work on.

#include <string>

#include "cli/app.hpp"
#include "engine/report/saved.hpp"

namespace parallax {

/// A saved result of a file, or of standard input where the path is "-". Errors: those of
/// `read_saved`.
[[nodiscard]] Result<SavedResult> read_saved_input(const std::string& path, const Streams& streams);

}  // namespace parallax
