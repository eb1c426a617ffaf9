/// Any bytes: decoding gives valid UTF-8 or an error of one line.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "models/base/utf8.hpp"
#include "models/text/decode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto decoded = parallax::decode(bytes, "input");
  if (decoded) {
    if (parallax::first_invalid_utf8(decoded.value().text)) {
      std::abort();
    }
  } else if (decoded.error().to_string().find('\n') != std::string::npos) {
    std::abort();
  }
  return 0;
}
