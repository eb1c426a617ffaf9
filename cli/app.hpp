#pragma once

/// The program as a function.

#include <iosfwd>
#include <span>
#include <string_view>

#include "cli/exit_code.hpp"

namespace parallax {

/// Standard streams of a run.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

/// Runs one command line (without the program name). The only catch-all of the program: a bug ends
/// as kBug with one line on `err`.
ExitCode run(std::span<const std::string_view> args, const Streams& streams) noexcept;

}  // namespace parallax
