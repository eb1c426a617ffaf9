/// Any valid UTF-8: the fast path gives exactly the boundaries of ICU's sentence iterator.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "models/base/utf8.hpp"
#include "models/text/sentence_breaks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (parallax::first_invalid_utf8(text)) {
    return 0;
  }
  static parallax::SentenceBreaks breaks;
  breaks.read(text, {0, static_cast<std::uint32_t>(size)});
  if (breaks.find() != breaks.find_by_icu()) {
    std::abort();
  }
  return 0;
}
