/// Any valid UTF-8: the fast cutter gives exactly the pieces of ICU's word iterator.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "models/base/utf8.hpp"
#include "models/text/split.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (parallax::first_invalid_utf8(text)) {
    return 0;
  }
  static parallax::Splitter splitter;
  std::vector<parallax::Piece> fast;
  std::vector<parallax::Piece> slow;
  splitter.split(text, fast);
  splitter.split_by_icu(text, slow);
  if (fast != slow) {
    std::abort();
  }
  return 0;
}
