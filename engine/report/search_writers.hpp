#pragma once

/// Writers of `parallax search`. Same results, same bytes.

#include <string>
#include <string_view>
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

/// `parallax.search/1` (search.schema.json), two-space indent. Spans of queries and hits are byte
/// offsets into the texts of their files, those of terms into the hit's `text`.
[[nodiscard]] std::string write_search_json(const TextIndex& index,
                                            const std::vector<AnsweredQuery>& queries);
/// The same for one query as one line with newline.
[[nodiscard]] std::string write_search_line(const TextIndex& index, const AnsweredQuery& query);
/// The view for people: each query with its hits, shared terms in brackets.
[[nodiscard]] std::string write_search_terminal(const std::vector<AnsweredQuery>& queries,
                                                const TerminalOptions& options = {});

}  // namespace parallax
