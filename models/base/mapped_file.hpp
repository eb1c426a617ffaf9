#pragma once

/// Files read in place.

#include <string>
#include <string_view>

#include "models/base/result.hpp"

namespace parallax {

/// A read-only map of a whole regular file. Opening reads nothing; pages come in when they are
/// touched. A file that is replaced by a rename stays as it was for who has it open; one that is
/// shortened in place while it is mapped ends the process at the next touch, as for every map.
class MappedFile {
 public:
  /// Errors: kIo ("no such file or directory", "is a directory", "is not a regular file" ...).
  [[nodiscard]] static Result<MappedFile> open(const std::string& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  /// Lifetime: that of the map, also after it was moved.
  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace parallax
