#pragma once

/// Writers of `parallax search`. Same results, same bytes.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/index/search.hpp"
#include "engine/report/writers.hpp"

namespace parallax {

/// One text that was searched for, with what was found.
struct AnsweredQuery {
  std::string path;  ///< File of the text; empty for a text of the command line.
  ByteSpan span;     ///< In the text of that file.
  std::string text;
  SearchResult result;
};

/// Where and how was searched.
struct SearchRun {
  std::string index;  ///< Path of the index.
  std::string input;  ///< File of the queries as given; empty for a text of the command line.
  std::uint32_t documents = 0, paragraphs = 0;
  ToolInfo tool;
  std::vector<std::pair<std::string, std::string>> options;  ///< Those that are not the default.
};

/// `parallax.search/1` (search.schema.json), two-space indent. Spans of queries and hits are byte
/// offsets into the texts of their files, those of terms into the hit's `text`.
[[nodiscard]] std::string write_search_json(const SearchRun& run,
                                            const std::vector<AnsweredQuery>& queries);
/// The same for one query as one line with newline.
[[nodiscard]] std::string write_search_line(const SearchRun& run, const AnsweredQuery& query);
/// The view for people: each query with its hits, shared terms in brackets.
[[nodiscard]] std::string write_search_terminal(const std::vector<AnsweredQuery>& queries,
                                                const TerminalOptions& options = {});

}  // namespace parallax
