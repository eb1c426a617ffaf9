/// Any valid UTF-8 as JSON, as JSONL and as a pairs line: records with valid text, or one line.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/document/json_input.hpp"
#include "engine/document/pairs.hpp"
#include "models/base/utf8.hpp"

namespace {

void check(const parallax::Result<std::vector<parallax::Record>>& records) {
  if (!records) {
    if (records.error().to_string().find('\n') != std::string::npos) {
      std::abort();
    }
    return;
  }
  for (const parallax::Record& record : records.value()) {
    if (parallax::first_invalid_utf8(record.text) || record.body_begin > record.text.size()) {
      std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)parallax::sniff(text);
  (void)parallax::parse_pair(text, "input:1", "");
  if (parallax::first_invalid_utf8(text)) {
    return 0;
  }
  check(parallax::read_json(text, "input", {}));
  check(parallax::read_json_lines(text, "input", {}));
  return 0;
}
