#include "models/lexicon/table.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <xxhash.h>

#include "models/base/atomic_file.hpp"
#include "models/base/numerals.hpp"
#include "models/base/utf8.hpp"

namespace parallax {

namespace embedded {
struct Entry {
  const char* name;
  const char* begin;
  const char* end;
};
extern const Entry lexicon_entries[];
extern const std::size_t lexicon_count;
}  // namespace embedded

namespace {

constexpr std::size_t kMaxTableBytes = std::size_t{64} << 20U;

/// Appends the fields of a line; gives their number.
std::size_t split_tabs(std::string_view line, std::vector<std::string_view>& fields) {
  const std::size_t before = fields.size();
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    if (end == line.size()) {
      return fields.size() - before;
    }
    begin = end + 1;
  }
}

Error at_line(std::string_view name, std::size_t line, std::string message) {
  return {ErrorCode::kFormat, std::string(name) + ":" + std::to_string(line), std::move(message)};
}

std::string joined(const std::vector<std::string_view>& names, std::string_view separator) {
  std::string text;
  for (const std::string_view name : names) {
    text += (text.empty() ? "" : std::string(separator)) + std::string(name);
  }
  return text;
}

}  // namespace

Result<Table> parse_table(std::string_view name, std::string_view bytes,
                          const std::vector<std::string_view>& columns) {
  Table table;
  table.name = std::string(name);
  if (const auto bad = first_invalid_utf8(bytes)) {
    const auto line = static_cast<std::size_t>(
        std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*bad), '\n'));
    return at_line(name, line + 1, "is not valid UTF-8");
  }
  const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  table.rows.reserve(lines);
  table.cells.reserve((lines + 1) * columns.size());
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view line = bytes.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    if (line.empty() || line.front() == '#') {
      continue;
    }
    if (table.columns.empty()) {
      split_tabs(line, table.columns);
      if (table.columns != columns) {
        return at_line(name, number, "the columns must be: " + joined(columns, ", "));
      }
      continue;
    }
    const std::size_t fields = split_tabs(line, table.cells);
    if (fields != columns.size()) {
      return at_line(name, number,
                     "has " + std::to_string(fields) + " fields, " +
                         std::to_string(columns.size()) + " are needed (" + joined(columns, ", ") +
                         ")");
    }
    if (table.cells[table.cells.size() - fields].empty()) {
      return at_line(name, number, "the first field is empty");
    }
    table.rows.push_back({{}, number});
  }
  const std::span<const std::string_view> cells(table.cells);
  for (std::size_t k = 0; k < table.rows.size(); ++k) {
    table.rows[k].fields = cells.subspan(k * columns.size(), columns.size());
  }
  if (table.columns.empty()) {
    return at_line(name, 1, "has no line of columns: " + joined(columns, ", "));
  }
  return table;
}

std::optional<std::string_view> embedded_table(std::string_view name) {
  const embedded::Entry* const end = embedded::lexicon_entries + embedded::lexicon_count;
  const embedded::Entry* entry = std::lower_bound(
      embedded::lexicon_entries, end, name,
      [](const embedded::Entry& e, std::string_view wanted) { return e.name < wanted; });
  if (entry == end || entry->name != name) {
    return std::nullopt;
  }
  return std::string_view(entry->begin, static_cast<std::size_t>(entry->end - entry->begin));
}

const std::vector<std::string_view>& embedded_table_names() {
  static const std::vector<std::string_view> kNames = [] {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < embedded::lexicon_count; ++i) {
      names.emplace_back(embedded::lexicon_entries[i].name);
    }
    return names;
  }();
  return kNames;
}

Result<LexiconSource> LexiconSource::with_overlay(const std::string& directory) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(directory, error)) {
    return Error{ErrorCode::kIo, directory, "is not a directory of word tables"};
  }
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator it(directory, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() == ".tsv") {
      paths.push_back(it->path());
    }
  }
  if (error) {
    return Error{ErrorCode::kIo, directory, "cannot be read: " + error.message()};
  }
  std::sort(paths.begin(), paths.end());
  LexiconSource source;
  for (const fs::path& path : paths) {
    const std::string name =
        path.parent_path().filename().string() + "/" + path.filename().string();
    if (!embedded_table(name)) {
      return Error{ErrorCode::kFormat, path.string(), "there is no word table of the name " + name};
    }
    Result<std::string> bytes = read_file(path.string(), kMaxTableBytes);
    if (!bytes) {
      return std::move(bytes).error();
    }
    source.overlay_.push_back({name, path.string(), std::move(bytes).value()});
  }
  if (source.overlay_.empty()) {
    return Error{ErrorCode::kEmpty, directory, "has no word tables (LANGUAGE/NAME.tsv)"};
  }
  return source;
}

std::vector<LexiconSource::Part> LexiconSource::parts(std::string_view name) const {
  std::vector<Part> parts;
  if (const auto bytes = embedded_table(name)) {
    parts.push_back({std::string(name), *bytes});
  }
  for (const File& file : overlay_) {
    if (file.name == name) {
      parts.push_back({file.path, file.bytes});
    }
  }
  return parts;
}

std::string LexiconSource::identity() const {
  if (overlay_.empty()) {
    return "builtin";
  }
  std::string all;
  for (const File& file : overlay_) {
    all += file.name + '\0' + file.bytes + '\0';
  }
  return hex16(XXH3_64bits(all.data(), all.size()));
}

}  // namespace parallax
