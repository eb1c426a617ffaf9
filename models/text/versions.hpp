#pragma once

/// Versions of the libraries that decide what a word is; part of every report.

#include <string>

namespace parallax {

/// ICU version, for example "72.1".
[[nodiscard]] std::string icu_version();
/// Unicode version of that ICU, for example "15.0".
[[nodiscard]] std::string unicode_version();

}  // namespace parallax
