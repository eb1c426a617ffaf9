#include "models/base/atomic_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace parallax {
namespace {

std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "no such file or directory";
    case EACCES:
      return "permission denied";
    case ENOSPC:
      return "no space left on the device";
    case EISDIR:
      return "is a directory";
    default:
      break;
  }
  std::array<char, 128> buffer{};
  return strerror_r(error, buffer.data(), buffer.size());
}

/// Owns a file descriptor.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) {
      ::close(descriptor_);
    }
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  File(File&&) = delete;
  File& operator=(File&&) = delete;

  [[nodiscard]] int get() const { return descriptor_; }
  [[nodiscard]] bool open() const { return descriptor_ >= 0; }
  /// Closes now; false if the system reports a late write error.
  bool close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

 private:
  int descriptor_;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0) {
      if (errno == EINTR) {
        continue;
      }
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

Error failure(const std::string& path, int error) {
  return {ErrorCode::kIo, path, "cannot be written: " + reason(error)};
}

Status write_directly(const std::string& path, std::string_view bytes) {
  File file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.open() || !write_all(file.get(), bytes) || !file.close()) {
    return failure(path, errno);
  }
  return Done{};
}

void sync_directory_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  const std::string directory = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const File folder(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.open()) {
    ::fsync(folder.get());
  }
}

}  // namespace

Status write_file_atomically(const std::string& path, std::string_view bytes) {
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode)) {
    if (S_ISDIR(info.st_mode)) {
      return failure(path, EISDIR);
    }
    return write_directly(path, bytes);
  }
  const std::string temporary = path + ".tmp" + std::to_string(::getpid());
  File file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!file.open()) {
    return failure(path, errno);
  }
  const bool written = write_all(file.get(), bytes) && ::fsync(file.get()) == 0;
  const int write_error = errno;
  if (!file.close() || !written || ::rename(temporary.c_str(), path.c_str()) != 0) {
    const int error = written ? errno : write_error;
    ::unlink(temporary.c_str());
    return failure(path, error);
  }
  sync_directory_of(path);
  return Done{};
}

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) {
    return Error{ErrorCode::kIo, path, reason(errno)};
  }
  struct stat info {};
  if (::fstat(file.get(), &info) == 0 && S_ISDIR(info.st_mode)) {
    return Error{ErrorCode::kIo, path, "is a directory"};
  }
  std::string bytes;
  if (S_ISREG(info.st_mode)) {
    bytes.reserve(static_cast<std::size_t>(info.st_size));
  }
  std::string block(std::size_t{1} << 16U, '\0');
  for (;;) {
    const ssize_t n = ::read(file.get(), block.data(), block.size());
    if (n < 0 && errno == EINTR) {
      continue;
    }
    if (n < 0) {
      return Error{ErrorCode::kIo, path, reason(errno)};
    }
    if (n == 0) {
      return bytes;
    }
    bytes.append(block.data(), static_cast<std::size_t>(n));
    if (bytes.size() > max_bytes) {
      return Error{ErrorCode::kLimit, path,
                   "is larger than the limit of " + std::to_string(max_bytes) + " bytes"};
    }
  }
}

}  // namespace parallax
