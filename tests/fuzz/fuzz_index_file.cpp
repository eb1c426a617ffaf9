/// Any bytes as an index file, and a sound index with any bytes written over a section and the
/// checksums made right again: refused with one line, or safe to verify and search.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "engine/index/build.hpp"
#include "engine/index/search.hpp"

namespace {

constexpr auto kSections = static_cast<std::size_t>(parallax::IndexSection::kCount);

void check(const parallax::Error& error) {
  if (error.to_string().find('\n') != std::string::npos) {
    std::abort();
  }
}

void use(std::string_view bytes) {
  const auto index = parallax::TextIndex::open(bytes, "input");
  if (!index) {
    check(index.error());
    return;
  }
  for (const parallax::Error& error : index.value().verify()) {
    check(error);
  }
  parallax::Searcher searcher(index.value());
  const auto result = searcher.search("the bridge over the river is closed", {});
  if (!result) {
    check(result.error());
  }
}

std::vector<std::string> sound_sections() {
  parallax::IndexBuilder builder;
  for (const char* text : {"The bridge is closed.\n\nThe river is high.", "The road is open."}) {
    parallax::Record record;
    record.id = record.path = text;
    record.text = text;
    record.language = "en";
    (void)builder.add(std::move(record));
  }
  const std::string bytes = builder.finish().value();
  const auto file = parallax::BlockFile::open(bytes, "sound", parallax::kIndexKind);
  std::vector<std::string> sections;
  for (std::size_t s = 0; s < kSections; ++s) {
    sections.emplace_back(file.value().read_all(s).value());
  }
  return sections;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::string> sound = sound_sections();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  use(bytes);
  if (size < 3) {
    return 0;
  }
  // Section, place, then the bytes to write there; those beyond the end make the section longer.
  std::vector<std::string> sections = sound;
  std::string& section = sections[data[0] % kSections];
  const std::size_t at = data[1] % (section.size() + 1);
  section.replace(at, std::min(size - 2, section.size() - at), bytes.substr(2));
  use(parallax::write_block_file(parallax::kIndexKind, sections));
  return 0;
}
