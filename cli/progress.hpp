#pragma once

/// How far a long run is, on standard error.

#include <chrono>
#include <iosfwd>
#include <string_view>

#include "engine/corpus/batch.hpp"

namespace parallax {

/// Shows one line that is written over and cleared at the end. On a terminal (or with "always"): at
/// most ten times a second. Never: nothing. Thread safety: one caller at a time.
class ProgressLine {
 public:
  ProgressLine(std::string_view when, std::ostream& err);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ProgressLine(ProgressLine&&) = delete;
  ProgressLine& operator=(ProgressLine&&) = delete;

  void show(const BatchProgress& progress);
  /// Clears the line.
  void clear();

 private:
  std::ostream& err_;
  bool on_ = false;
  bool dirty_ = false;
  std::chrono::steady_clock::time_point last_;
  std::string_view stage_;
};

}  // namespace parallax
