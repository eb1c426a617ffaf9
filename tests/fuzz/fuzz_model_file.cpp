/// Any bytes as a model file: refused with one line, or safe to look up in. Every second input is
/// given a valid frame by patching a real file, so that the fuzzer gets behind the checksum.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/corpus/fit.hpp"
#include "models/vector/background.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto model = parallax::BackgroundModel::open(bytes, "input");
  if (model) {
    (void)model.value().idf("ministry");
  } else if (model.error().to_string().find('\n') != std::string::npos) {
    std::abort();
  }
  const auto fitted = parallax::model_from_frequencies(bytes, "input", "en", {});
  if (fitted) {
    const auto reopened = parallax::BackgroundModel::open(fitted.value(), "fitted");
    if (!reopened) {
      std::abort();
    }
    (void)reopened.value().paragraph_frequency("ministry");
  }
  return 0;
}
