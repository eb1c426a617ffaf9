#include <array>

#include "models/vector/block_file.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

constexpr std::array<std::string_view, 3> kNames = {"one", "two", "three"};
constexpr BlockFileKind kKind = {"TEST OF BLOCKS\r\n", "a block file", 3, kNames};

std::string file_of(std::size_t size) {
  const std::array<std::string, 3> sections = {"first", "", std::string(size, 'x')};
  return write_block_file(kKind, sections);
}

}  // namespace

TEST_CASE("sections come back as they were written") {
  const std::string bytes = file_of(40000);
  const BlockFile file = BlockFile::open(bytes, "f", kKind).value();
  CHECK(file.read_all(0).value() == "first");
  CHECK(file.read_all(1).value().empty());
  CHECK(file.read_all(2).value() == std::string(40000, 'x'));
  CHECK(file.read(0, 1, 3).value() == "irs");
  CHECK(file.read(0, 5, 0).value().empty());
  CHECK_FALSE(file.read(0, 1, 5).has_value());
  CHECK_FALSE(file.read(0, 6, 0).has_value());
  CHECK_FALSE(file.read(2, ~std::uint64_t{0}, 2).has_value());
  CHECK(file.damage().empty());
}

TEST_CASE("damage is told when the block is touched, not before") {
  std::string bytes = file_of(40000);
  bytes.back() = 'y';
  const BlockFile file = BlockFile::open(bytes, "f", kKind).value();
  CHECK(file.read_all(0).has_value());
  CHECK(file.read(2, 0, 1000).has_value());
  const auto refused = file.read(2, 39999, 1);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().to_string().find("f: section 'three' is damaged (byte ") == 0);
  REQUIRE(file.damage().size() == 1);
  CHECK(file.damage().front() == refused.error());
}

TEST_CASE("another version or kind is named") {
  const std::string bytes = file_of(3);
  BlockFileKind other = kKind;
  other.version = 4;
  CHECK(BlockFile::open(bytes, "f", other).error().message ==
        "has format version 3, this program reads 4");
  other.magic = "ANOTHER TEST OF\n";
  CHECK(BlockFile::open(bytes, "f", other).error().message == "is not a block file");
  CHECK(BlockFile::open("", "f", kKind).error().message == "is not a block file");
}

TEST_CASE("a block file cut at any byte is refused, and any flipped byte is found") {
  const std::string bytes = file_of(100);
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    INFO("byte " << n);
    const std::string cut = bytes.substr(0, n);
    REQUIRE_FALSE(BlockFile::open(cut, "f", kKind).has_value());
    std::string flipped = bytes;
    flipped[n] = static_cast<char>(flipped[n] ^ 0x40);
    const auto opened = BlockFile::open(flipped, "f", kKind);
    REQUIRE((!opened.has_value() || !opened.value().damage().empty()));
  }
  const std::string longer = bytes + "x";
  CHECK(BlockFile::open(longer, "f", kKind).error().message == "has bytes behind its end");
}

}  // namespace parallax
