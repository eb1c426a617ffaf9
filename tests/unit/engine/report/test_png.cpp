#include <stdexcept>
#include <vector>

#include "engine/report/png.hpp"
#include "models/base/expects.hpp"
#include "tests/reference/naive_png.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/generated_text.hpp"

namespace parallax {
namespace {

using test::NaivePicture;
using test::read_png;

const std::vector<PngColour> kFour = {{255, 255, 255}, {0, 0, 0}, {10, 200, 30}, {1, 2, 3}};

void check(std::size_t width, std::size_t height, const std::vector<std::uint8_t>& pixels,
           const std::vector<PngColour>& palette) {
  const NaivePicture read = read_png(png_of(width, height, pixels, palette));
  CHECK(read.width == width);
  CHECK(read.height == height);
  CHECK(read.palette == palette);
  CHECK(read.pixels == pixels);
}

}  // namespace

TEST_CASE("a plain reader sees the pixels that were written") {
  check(1, 1, {3}, kFour);
  check(3, 2, {0, 1, 2, 3, 2, 1}, kFour);
  check(2, 3, {0, 1, 2, 3, 2, 1}, kFour);
  check(1, 1, {0}, {{9, 8, 7}});
}

TEST_CASE("pictures of every kind of noise survive") {
  test::Random random(11);
  std::vector<PngColour> palette;
  for (std::uint8_t k = 0; k < 16; ++k) {
    palette.push_back({k, static_cast<std::uint8_t>(255 - k), 7});
  }
  for (const std::size_t side : {2U, 31U, 32U, 257U}) {
    for (const std::uint64_t filled : {0U, 1U, 20U, 100U}) {  // per cent of the pixels
      std::vector<std::uint8_t> pixels(side * side, 0);
      for (std::uint8_t& pixel : pixels) {
        if (random.below(100) < filled) {
          pixel = static_cast<std::uint8_t>(random.below(16));
        }
      }
      check(side, side, pixels, palette);
    }
  }
}

TEST_CASE("a large map of blocks is a small file") {
  constexpr std::size_t kSide = 2000;
  std::vector<std::uint8_t> pixels(kSide * kSide, 0);
  for (std::size_t y = 0; y < kSide; ++y) {
    for (std::size_t x = y / 20 * 20; x < y / 20 * 20 + 20; ++x) {
      pixels[y * kSide + x] = 2;
    }
  }
  const std::string file = png_of(kSide, kSide, pixels, kFour);
  CHECK(file.size() < 100'000);
  CHECK(read_png(file).pixels == pixels);
}

TEST_CASE("the reader of the tests notices a changed byte") {
  const std::string file = png_of(3, 2, std::vector<std::uint8_t>{0, 1, 2, 3, 2, 1}, kFour);
  for (std::size_t i = 0; i < file.size(); ++i) {
    std::string changed = file;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    INFO(i);
    CHECK_THROWS_AS(read_png(changed), std::runtime_error);
  }
}

TEST_CASE("a pixel without a colour is refused") {
  const std::vector<std::uint8_t> four = {0, 4};
  CHECK_THROWS_AS(png_of(2, 1, four, kFour), ContractViolation);
  CHECK_THROWS_AS(png_of(2, 2, four, kFour), ContractViolation);
  CHECK_THROWS_AS(png_of(0, 0, {}, kFour), ContractViolation);
}

}  // namespace parallax
