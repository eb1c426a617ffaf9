#pragma once

/// What the shell gets to see.

namespace parallax {

enum class ExitCode : int {
  kDone = 0,  ///< Compared; no gate was asked for or none was hit.
  kGate = 1,  ///< A gate of --fail-on or --fail-under was hit.
  kBadInput =
      2,     ///< Bad usage, bad input, output that cannot be written, or part of a batch failed.
  kBug = 3,  ///< An internal error.
};

}  // namespace parallax
