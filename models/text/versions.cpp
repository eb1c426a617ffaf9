#include "models/text/versions.hpp"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

namespace parallax {

std::string icu_version() {
  return U_ICU_VERSION;
}
std::string unicode_version() {
  return U_UNICODE_VERSION;
}

}  // namespace parallax
