/// A failure that nobody looks at.

#include "models/base/atomic_file.hpp"

bool save(const std::string& path) {
#ifdef PARALLAX_MUST_NOT_COMPILE
  parallax::write_file_atomically(path, "x");
  return true;
#else
  return parallax::write_file_atomically(path, "x").has_value();
#endif
}
