#include "cli/terminal.hpp"

#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace parallax {
namespace {

constexpr std::size_t kDefaultWidth = 80;
constexpr std::size_t kMaxWidth = 1000;

std::string_view environment(const char* name) {
  const char* value =
      std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read before any thread starts
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

std::size_t terminal_width(std::size_t wanted) {
  if (wanted != 0) {
    return wanted;
  }
  struct winsize size {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  const std::string_view columns = environment("COLUMNS");
  std::size_t value = 0;
  for (const char c : columns) {
    value = c >= '0' && c <= '9' && value < kMaxWidth
                ? value * 10 + static_cast<std::size_t>(c - '0')
                : kMaxWidth + 1;
  }
  return value >= 20 && value <= kMaxWidth ? value : kDefaultWidth;
}

bool use_colour(std::string_view when) {
  if (when != "auto") {
    return when == "always";
  }
  if (!environment("NO_COLOR").empty()) {
    return false;
  }
  if (const std::string_view force = environment("CLICOLOR_FORCE");
      !force.empty() && force != "0") {
    return true;
  }
  if (environment("CLICOLOR") == "0") {
    return false;
  }
  return ::isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb" &&
         !environment("TERM").empty();
}

}  // namespace parallax
