/// Any bytes as a predicate: refused in one line with its place, or evaluated.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/corpus/predicate.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto predicate = parallax::PairPredicate::parse(text, "--where");
  if (!predicate) {
    const std::string message = predicate.error().to_string();
    if (!message.starts_with("--where: ") || message.find('\n') != std::string::npos) {
      std::abort();
    }
    return 0;
  }
  parallax::Record record;
  record.id = "one";
  record.date = std::string(text.substr(0, 12));
  record.source = "Ministry";
  const parallax::DocumentFacts a = parallax::facts_of(record);
  const parallax::DocumentFacts b;
  static_cast<void>(predicate.value().holds(a, b));
  if (predicate.value().holds(a, a) != predicate.value().holds(a, a)) {
    std::abort();
  }
  return 0;
}
