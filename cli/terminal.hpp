#pragma once

/// What is known of the terminal.

#include <cstddef>
#include <string_view>

namespace parallax {

/// Columns: `wanted` if not 0, else the terminal of standard output, else COLUMNS, else 80.
[[nodiscard]] std::size_t terminal_width(std::size_t wanted);

/// --color, then NO_COLOR, CLICOLOR_FORCE, CLICOLOR=0, then whether standard output is a terminal
/// that is not "dumb".
[[nodiscard]] bool use_colour(std::string_view when);

}  // namespace parallax
