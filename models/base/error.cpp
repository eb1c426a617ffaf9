#include <array>

#include "models/base/result.hpp"

namespace parallax {
namespace {

constexpr std::array<std::string_view, 6> kNames = {"io",    "encoding", "format", "invalid-option",
                                                    "limit", "empty"};
static_assert(kNames.size() == static_cast<std::size_t>(ErrorCode::kCodeCount));

}  // namespace

std::string_view name_of(ErrorCode code) {
  return kNames.at(static_cast<std::size_t>(code));
}

std::string Error::to_string() const {
  std::string line = place.empty() ? message : place + ": " + message;
  if (offset) {
    line += " (byte " + std::to_string(*offset) + ")";
  }
  for (char& c : line) {
    if (c == '\n' || c == '\r') {
      c = ' ';
    }
  }
  return line;
}

}  // namespace parallax
