#include "engine/sources/source.hpp"

#include <array>

#include "engine/sources/statement.hpp"
#include "models/base/expects.hpp"

namespace parallax {
namespace {

template <class Enum, std::size_t N>
std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  PARALLAX_EXPECTS(index < N);
  return names[index];
}

}  // namespace

std::string_view name_of(Role role) {
  static constexpr std::array<std::string_view, 17> kNames = {
      "ministry",   "minister",   "ombudsperson", "ambassador", "spokesperson", "president",
      "government", "parliament", "military",     "police",     "court",        "party",
      "igo",        "ngo",        "media",        "person",     "unknown"};
  return name_in(kNames, role);
}

std::string_view name_of(Gender gender) {
  static constexpr std::array<std::string_view, 3> kNames = {"unknown", "male", "female"};
  return name_in(kNames, gender);
}

std::string_view name_of(Resolution resolution) {
  static constexpr std::array<std::string_view, 10> kNames = {
      "named",   "surname",  "definite",  "pronoun", "acronym",
      "metonym", "document", "inherited", "issuer",  "narration"};
  return name_in(kNames, resolution);
}

std::string_view name_of(Mode mode) {
  static constexpr std::array<std::string_view, 4> kNames = {"direct", "indirect", "mixed",
                                                             "narration"};
  return name_in(kNames, mode);
}

std::string_view name_of(Commitment commitment) {
  static constexpr std::array<std::string_view, 4> kNames = {"asserted", "reported", "denied",
                                                             "conditional"};
  return name_in(kNames, commitment);
}

}  // namespace parallax
