#pragma once

/// Word tables: tab-separated data files, compiled into the program and overlaid by the user's own.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/result.hpp"

namespace parallax {

/// One table. Format: UTF-8, LF; lines that start with '#' are comments; the first other line names
/// the columns; every further line is one row with the same number of tab-separated fields (empty
/// fields allowed, blank lines skipped).
struct Table {
  struct Row {
    std::span<const std::string_view> fields;  ///< As many as columns; lives with the table.
    std::size_t line = 0;                      ///< 1-based, for messages.
  };
  Table() = default;
  Table(Table&&) = default;
  Table& operator=(Table&&) = default;
  Table(const Table&) = delete;  // the rows point into `cells`
  Table& operator=(const Table&) = delete;
  ~Table() = default;

  std::string name;  ///< For example "en/stance.tsv" or the path of an overlay.
  std::vector<std::string_view> columns;
  std::vector<Row> rows;
  std::vector<std::string_view> cells;  ///< What `fields` of the rows point into.
};

/// Reads a table. `bytes` must outlive the result (fields are views).
/// Errors (kFormat, place "name:line"): other columns than `columns`, a row with another number of
/// fields, invalid UTF-8.
[[nodiscard]] Result<Table> parse_table(std::string_view name, std::string_view bytes,
                                        const std::vector<std::string_view>& columns);

/// Bytes of a table compiled into the program ("en/abbr.tsv"), or nothing. Lifetime: static.
/// Complexity: O(log tables).
[[nodiscard]] std::optional<std::string_view> embedded_table(std::string_view name);

/// Names of all embedded tables, sorted.
[[nodiscard]] const std::vector<std::string_view>& embedded_table_names();

/// Where tables come from: the embedded ones, each followed by the user's overlay of the same name.
class LexiconSource {
 public:
  LexiconSource() = default;
  /// Reads all *.tsv below `directory` (<lang>/NAME.tsv, common/NAME.tsv). Errors: kIo, kFormat.
  [[nodiscard]] static Result<LexiconSource> with_overlay(const std::string& directory);

  /// Bytes of all parts of a table, embedded part first; empty if there is none.
  struct Part {
    std::string name;
    std::string_view bytes;
  };
  [[nodiscard]] std::vector<Part> parts(std::string_view name) const;
  /// Hex digest (XXH3-64) over the overlay, or "builtin" without one; for the report's run
  /// information.
  [[nodiscard]] std::string identity() const;

 private:
  struct File {
    std::string name;  ///< "en/abbr.tsv"
    std::string path;
    std::string bytes;
  };
  std::vector<File> overlay_;
};

}  // namespace parallax
