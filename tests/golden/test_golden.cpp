/// Golden comparisons: tests/golden/<case>/{left,right}.txt -> expected.json. Set
/// PARALLAX_UPDATE_GOLDEN=1 to rewrite them after a change that is meant.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "engine/report/writers.hpp"
#include "models/base/atomic_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

std::string report_of(const std::filesystem::path& folder) {
  std::istringstream none;
  const auto read = [&](const char* name) {
    Record record = read_records((folder / name).string(), {}, none).value().at(0);
    record.path = name;
    return record;
  };
  WordTable words;
  const LexiconSource lexicons;
  Analyser analyser(words, lexicons);
  const Document a = analyser.analyse(read("left.txt")).value();
  const Document b = analyser.analyse(read("right.txt")).value();
  nlohmann::ordered_json report =
      nlohmann::ordered_json::parse(write_json(compare_documents(a, b, words, lexicons).value()));
  report.erase("tool");
  return report.dump(1) + "\n";
}

}  // namespace

TEST_CASE("golden comparisons") {
  std::size_t cases = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(PARALLAX_SOURCE_DIR "/tests/golden")) {
    if (!entry.is_directory()) {
      continue;
    }
    ++cases;
    INFO(entry.path().string());
    const std::string actual = report_of(entry.path());
    const std::string expected_path = (entry.path() / "expected.json").string();
    if (std::getenv("PARALLAX_UPDATE_GOLDEN") != nullptr) {
      REQUIRE(write_file_atomically(expected_path, actual).has_value());
    }
    CHECK(actual == read_file(expected_path, std::size_t{1} << 24U).value());
  }
  CHECK(cases >= 5);
}

}  // namespace parallax
