#include "engine/index/search.hpp"

#include <map>
#include <ostream>
#include <sys/stat.h>

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/run_options.hpp"
#include "cli/runs.hpp"
#include "engine/report/rounding.hpp"
#include "models/base/utf8.hpp"
#include "models/text/fold.hpp"
#include "models/text/sentences.hpp"
#include "models/text/versions.hpp"

namespace parallax {
namespace {

constexpr std::size_t kMaxQueryBytes = std::size_t{16} << 20U;

bool is_file(const std::string& path) {
  struct stat info {};
  return path == "-" || (::stat(path.c_str(), &info) == 0 && !S_ISDIR(info.st_mode));
}

void add_queries(const Record& record, bool whole, std::vector<AnsweredQuery>& queries) {
  const std::string_view body = std::string_view(record.text).substr(record.body_begin);
  std::vector<Paragraph> paragraphs = split_paragraphs(body);
  if (whole && !paragraphs.empty()) {
    paragraphs = {{paragraphs.front().span.join(paragraphs.back().span)}};
  }
  const auto shift = static_cast<std::uint32_t>(record.body_begin);
  for (const Paragraph& paragraph : paragraphs) {
    AnsweredQuery query;
    query.path = record.path;
    query.span = {paragraph.span.begin + shift, paragraph.span.end + shift};
    query.text = body.substr(paragraph.span.begin, paragraph.span.size());
    queries.push_back(std::move(query));
  }
}

Result<std::vector<AnsweredQuery>> read_queries(const SearchArgs& args, const Streams& streams) {
  std::vector<AnsweredQuery> queries;
  if (!is_file(args.query)) {
    if (first_invalid_utf8(args.query)) {
      return Error{ErrorCode::kEncoding, "QUERY", "is not valid UTF-8"};
    }
    queries.emplace_back();
    queries.back().text = args.query;
    return queries;
  }
  Result<ReadOptions> options = read_options(args.input);
  if (!options) {
    return std::move(options).error();
  }
  options.value().max_bytes = kMaxQueryBytes;
  Result<std::vector<Record>> records = read_records(args.query, options.value(), streams.in);
  if (!records) {
    return std::move(records).error();
  }
  for (const Record& record : records.value()) {
    add_queries(record, args.by == "whole", queries);
  }
  return queries;
}

Result<SearchOptions> search_options(const SearchArgs& args) {
  SearchOptions options;
  options.top_k = args.top_k;
  options.sources = args.sources;
  options.since = args.since;
  options.until = args.until;
  options.language = args.input.language;
  for (const auto& [name, date] : {std::pair{"--since", &args.since}, {"--until", &args.until}}) {
    if (!date->empty() && !is_iso_date(*date)) {
      return Error{ErrorCode::kInvalidOption, name,
                   "'" + *date + "' is not a date such as 2022, 2022-09 or 2022-09-13"};
    }
  }
  if (Result<ReadOptions> reading = read_options(args.input); !reading) {
    return std::move(reading).error();
  }
  return options;
}

/// Tells which sources that were asked for no document of the index has: the name may be misspelt.
Status tell_unknown_sources(const SearchArgs& args, const TextIndex& index,
                            const Streams& streams) {
  if (args.sources.empty()) {
    return Done{};
  }
  std::map<std::string, std::string> names;
  for (std::uint32_t d = 0; d < index.info().documents; ++d) {
    Result<IndexedDocument> document = index.document(d);
    if (!document) {
      return std::move(document).error();
    }
    if (const std::optional<std::string>& source = document.value().source) {
      names.emplace(fold(*source), *source);
    }
  }
  for (const std::string& source : args.sources) {
    if (names.count(fold(source)) == 0) {
      streams.err << "parallax: --source: no document of " << args.index << " is from '" << source
                  << "'; there " << (names.size() == 1 ? "is " : "are ")
                  << (names.empty() ? "no sources" : listed_names(names)) << '\n';
    }
  }
  return Done{};
}

}  // namespace

Result<SavedSearch> answer_queries(const SearchArgs& args, const TextIndex& index,
                                   std::vector<AnsweredQuery> queries) {
  Result<SearchOptions> options = search_options(args);
  if (!options) {
    return std::move(options).error();
  }
  SavedSearch search;
  Searcher searcher(index);
  for (AnsweredQuery& query : queries) {
    Result<SearchResult> result = searcher.search(query.text, options.value());
    if (!result && result.error().code == ErrorCode::kEmpty && queries.size() > 1) {
      continue;  // A line of stars between paragraphs asks for nothing.
    }
    if (!result) {
      return std::move(result).error();
    }
    query.result = std::move(result).value();
    search.queries.push_back(std::move(query));
  }
  search.run = {index.place(),
                is_file(args.query) ? args.query : "",
                index.info().documents,
                index.info().paragraphs,
                {std::string(program_version()), icu_version(), unicode_version(), "", ""},
                options_of(args)};
  round_scores(search.queries);
  return search;
}

Result<ExitCode> run_search(const SearchArgs& args, const Streams& streams) {
  if (Result<SearchOptions> options = search_options(args); !options) {
    return std::move(options).error();
  }
  Result<TextIndex> index = TextIndex::read_file(args.index);
  if (!index) {
    return std::move(index).error();
  }
  if (Status status = tell_unknown_sources(args, index.value(), streams); !status) {
    return std::move(status).error();
  }
  Result<std::vector<AnsweredQuery>> queries = read_queries(args, streams);
  if (!queries) {
    return std::move(queries).error();
  }
  Result<SavedSearch> search = answer_queries(args, index.value(), std::move(queries).value());
  if (!search) {
    return std::move(search).error();
  }
  Rendering how;
  how.terminal = terminal_of(args);
  Result<std::string> text = render(search.value(), args.format, how);
  if (!text) {
    return std::move(text).error();
  }
  if (Status status = write_output(args.output, text.value(), streams); !status) {
    return std::move(status).error();
  }
  return ExitCode::kDone;
}

}  // namespace parallax
