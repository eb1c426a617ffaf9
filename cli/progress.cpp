#include "cli/progress.hpp"

#include <ostream>
#include <unistd.h>

namespace parallax {
namespace {

constexpr std::chrono::milliseconds kPause{100};

}  // namespace

ProgressLine::ProgressLine(std::string_view when, std::ostream& err)
    : err_(err), on_(when == "always" || (when == "auto" && ::isatty(STDERR_FILENO) == 1)) {}

ProgressLine::~ProgressLine() {
  clear();
}

void ProgressLine::show(const BatchProgress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (!on_ || (stage_ == progress.stage && now - last_ < kPause)) {
    return;
  }
  last_ = now;
  stage_ = progress.stage;
  dirty_ = true;
  err_ << "\r\x1b[Kparallax: " << progress.stage;
  if (progress.total > 0) {
    err_ << ' ' << progress.done << " of " << progress.total;
  }
  err_ << " ..." << std::flush;
}

void ProgressLine::clear() {
  if (dirty_) {
    err_ << "\r\x1b[K" << std::flush;
    dirty_ = false;
  }
}

}  // namespace parallax
