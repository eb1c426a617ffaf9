#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "models/base/atomic_file.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path =
      fs::temp_directory_path() / ("parallax_test_atomic_file_" + std::to_string(::getpid()));
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const char* name) const { return (path / name).string(); }
};

}  // namespace

TEST_CASE("a file is replaced whole and nothing is left beside it") {
  const Folder folder;
  const std::string name = folder.file("out.txt");
  REQUIRE(write_file_atomically(name, "first").has_value());
  REQUIRE(write_file_atomically(name, "second").has_value());
  CHECK(read_file(name, 100).value() == "second");
  CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("what cannot be read or written says so in one line") {
  const Folder folder;
  const std::string missing = folder.file("none.txt");
  CHECK(read_file(missing, 100).error() ==
        Error{ErrorCode::kIo, missing, "no such file or directory"});
  const std::string itself = folder.path.string();
  CHECK(read_file(itself, 100).error() == Error{ErrorCode::kIo, itself, "is a directory"});
  const std::string name = folder.file("big.txt");
  REQUIRE(write_file_atomically(name, "0123456789").has_value());
  CHECK(read_file(name, 9).error().code == ErrorCode::kLimit);
  CHECK(read_file(name, 10).has_value());
  const std::string nowhere = folder.file("no/folder/x.txt");
  const Status failed = write_file_atomically(nowhere, "x");
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().code == ErrorCode::kIo);
  CHECK(failed.error().place == nowhere);
}

}  // namespace parallax
