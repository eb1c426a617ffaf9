/// Golden claim tables: tests/golden_table/<case>/*.txt, each a source -> expected.json (the table
/// and the findings). Set PARALLAX_UPDATE_GOLDEN=1 to rewrite them after a change that is meant.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <nlohmann/json.hpp>

#include "engine/report/writers.hpp"
#include "models/base/atomic_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/compared.hpp"

namespace parallax {
namespace {

std::string table_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::istringstream none;
  std::vector<Record> records;
  for (const std::filesystem::path& file : files) {
    records.push_back(read_records(file.string(), {}, none).value().at(0));
    records.back().path = file.filename().string();
  }
  const nlohmann::ordered_json report =
      nlohmann::ordered_json::parse(write_json(test::compared_all(records)));
  nlohmann::ordered_json kept;
  kept["claim_table"] = report.at("claim_table");
  for (const auto& comparison : report.at("comparisons")) {
    for (const auto& d : comparison.at("divergences")) {
      kept["findings"].push_back({{"id", d.at("id")},
                                  {"left", comparison.at("left")},
                                  {"right", comparison.at("right")},
                                  {"kind", d.at("kind")},
                                  {"severity", d.at("severity")},
                                  {"texts", {d.at("left").at("text"), d.at("right").at("text")}}});
    }
  }
  return kept.dump(1) + "\n";
}

}  // namespace

TEST_CASE("golden claim tables") {
  std::size_t cases = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(PARALLAX_SOURCE_DIR "/tests/golden_table")) {
    if (!entry.is_directory()) {
      continue;
    }
    ++cases;
    INFO(entry.path().string());
    const std::string actual = table_of(entry.path());
    const std::string expected_path = (entry.path() / "expected.json").string();
    if (std::getenv("PARALLAX_UPDATE_GOLDEN") != nullptr) {
      REQUIRE(write_file_atomically(expected_path, actual).has_value());
    }
    CHECK(actual == read_file(expected_path, std::size_t{1} << 24U).value());
  }
  CHECK(cases >= 3);
}

}  // namespace parallax
