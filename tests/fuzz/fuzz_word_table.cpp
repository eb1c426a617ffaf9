/// Any bytes as a word table: refused with file and line, or rows of the right width.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "models/lexicon/table.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto table = parallax::parse_table("input.tsv", bytes, {"form", "class"});
  if (!table) {
    if (table.error().place.rfind("input.tsv", 0) != 0) {
      std::abort();
    }
    return 0;
  }
  for (const parallax::Table::Row& row : table.value().rows) {
    if (row.fields.size() != 2) {
      std::abort();
    }
  }
  return 0;
}
