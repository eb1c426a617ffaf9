#include <filesystem>
#include <set>
#include <unistd.h>

#include "models/base/atomic_file.hpp"
#include "models/base/utf8.hpp"
#include "models/lexicon/table.hpp"
#include "tests/support/catch.hpp"

namespace parallax {
namespace {

/// The column names of an embedded table: its first line that is no comment.
std::vector<std::string_view> columns_of(std::string_view bytes) {
  std::vector<std::string_view> columns;
  while (bytes.starts_with('#') || bytes.starts_with('\n')) {
    bytes.remove_prefix(bytes.find('\n') + 1);
  }
  std::string_view line = bytes.substr(0, bytes.find('\n'));
  for (;;) {
    const std::size_t tab = line.find('\t');
    columns.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) {
      return columns;
    }
    line.remove_prefix(tab + 1);
  }
}

std::vector<std::string_view> fields_of(const Table& table, std::size_t row) {
  return {table.rows[row].fields.begin(), table.rows[row].fields.end()};
}

}  // namespace

TEST_CASE("a table is comments, columns and rows of as many fields") {
  const std::string bytes = "# words\nform\tclass\na\tx\n\nb\t\n";
  const Table table = parse_table("t.tsv", bytes, {"form", "class"}).value();
  REQUIRE(table.rows.size() == 2);
  CHECK(fields_of(table, 0) == std::vector<std::string_view>{"a", "x"});
  CHECK(fields_of(table, 1) == std::vector<std::string_view>{"b", ""});
  CHECK(table.rows[1].line == 5);
}

TEST_CASE("a malformed table names file and line") {
  const auto place = [](const std::string& bytes) {
    const auto result = parse_table("t.tsv", bytes, {"form", "class"});
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == ErrorCode::kFormat);
    return result.error().place;
  };
  CHECK(place("form\tclass\na\tx\nb\n") == "t.tsv:3");
  CHECK(place("form\tclass\na\tx\ty\n") == "t.tsv:2");
  CHECK(place("# note\nword\tclass\na\tx\n") == "t.tsv:2");
  CHECK(place("form\tclass\na\t\xff\n").starts_with("t.tsv"));
}

TEST_CASE("every table in the program is UTF-8 and parses") {
  CHECK(embedded_table_names().size() > 100);
  for (const std::string_view name : embedded_table_names()) {
    INFO(name);
    const std::string_view bytes = embedded_table(name).value();
    CHECK_FALSE(first_invalid_utf8(bytes).has_value());
    const auto table = parse_table(name, bytes, columns_of(bytes));
    REQUIRE(table.has_value());
    CHECK_FALSE(table.value().rows.empty());
  }
  CHECK_FALSE(embedded_table("en/nothing.tsv").has_value());
}

TEST_CASE("an overlay is read behind the built-in table and changes the identity") {
  namespace fs = std::filesystem;
  const fs::path folder =
      fs::temp_directory_path() / ("parallax_test_overlay_" + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder / "en");
  const std::string bytes = "form\tclass\nzzz\thard\n";
  REQUIRE(write_file_atomically((folder / "en/abbr.tsv").string(), bytes).has_value());
  const LexiconSource plain;
  const LexiconSource source = LexiconSource::with_overlay(folder.string()).value();
  CHECK(plain.parts("en/abbr.tsv").size() == 1);
  REQUIRE(source.parts("en/abbr.tsv").size() == 2);
  CHECK(source.parts("en/abbr.tsv")[1].bytes == bytes);
  CHECK(plain.identity() == "builtin");
  CHECK(source.identity() != "builtin");
  fs::remove_all(folder);
  CHECK_FALSE(LexiconSource::with_overlay(folder.string()).has_value());
}

}  // namespace parallax
