/// Which schema a file has, and whether it holds one value or lines.

#include <algorithm>
#include <functional>

#include <nlohmann/json.hpp>

#include "engine/report/phrasing.hpp"
#include "engine/report/saved.hpp"
#include "engine/report/saved_readers_json.hpp"
#include "models/base/atomic_file.hpp"

namespace parallax {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{512} << 20U;
constexpr std::string_view kKnown =
    "(saved results are the json or jsonl of compare, sources, quotes, drift, search and batch)";

/// One line that is not blank.
struct Line {
  std::string_view text;
  std::size_t number = 0;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      lines.push_back({line, number});
    }
  }
  return lines;
}

/// The name of the schema; empty where there is none.
std::string schema_of(const SavedJson& json) {
  const auto it = json.is_object() ? json.find("schema") : json.end();
  return it != json.end() && it->is_string() ? it->get<std::string>() : "";
}

Error unknown_schema(const SavedJson& json, const std::string& path) {
  const std::string schema = schema_of(json);
  std::string message = "is not a saved result " + std::string(kKnown);
  if (schema == "parallax.batch/1") {
    message = "ends without its last record: it is cut short";
  } else if (schema.starts_with("parallax.baseline/")) {
    message = "is a baseline, not a saved result";
  } else if (schema == "parallax.comparison/1" || schema == "parallax.drift/1") {
    message = "holds several values; a result of this kind is one";
  } else if (schema.starts_with("parallax.")) {
    message = "has the schema '" + one_line(schema) + "', which this parallax does not know";
  } else if (json.is_object() && json.contains("labels") && json.contains("relation")) {
    message = "is a result of batch --pairs, which holds no texts and cannot be read again";
  }
  return {ErrorCode::kFormat, path, message};
}

/// Reads one value with a reader; the first error wins.
template <class Reader>
auto checked(const SavedJson& json, const std::string& place, Reader reader)
    -> Result<decltype(reader(std::declval<SavedNode>()))> {
  SavedErrors errors(json, place);
  auto value = reader(SavedNode(json, errors));
  if (errors.first()) {
    return *errors.first();
  }
  return value;
}

Result<SavedResult> whole(const SavedJson& json, const std::string& path) {
  const std::string schema = schema_of(json);
  using Reader = std::function<SavedResult(const SavedNode&)>;
  const std::pair<std::string_view, Reader> readers[] = {
      {"parallax.comparison/1", comparison_from_json},
      {"parallax.sources/1",
       [](const SavedNode& root) { return std::vector<SavedSources>{sources_from_json(root)}; }},
      {"parallax.quotes/1", quotes_from_json},
      {"parallax.drift/1", drift_from_json},
      {"parallax.search/1", search_from_json}};
  for (const auto& [name, reader] : readers) {
    if (name == schema) {
      return checked(json, path, reader);
    }
  }
  return unknown_schema(json, path);
}

/// Lines of one schema, each a document of its own.
template <class Item, class Reader, class Add>
Status each_line(const std::vector<Line>& lines, const std::string& path, Reader reader, Add add) {
  std::string schema;
  for (const Line& line : lines) {
    const std::string place = path + ":" + std::to_string(line.number);
    Result<SavedJson> json = parse_saved_json(line.text, path, line.number);
    if (!json) {
      return std::move(json).error();
    }
    schema = schema.empty() ? schema_of(json.value()) : schema;
    if (schema_of(json.value()) != schema) {
      return Error{ErrorCode::kFormat, place, "has another schema than the lines before"};
    }
    Result<Item> item = checked(json.value(), place, reader);
    if (!item) {
      return std::move(item).error();
    }
    if (Status status = add(std::move(item).value(), place); !status) {
      return status;
    }
  }
  return Done{};
}

Result<SavedResult> sources_lines(const std::vector<Line>& lines, const std::string& path) {
  std::vector<SavedSources> all;
  Status status = each_line<SavedSources>(lines, path, sources_from_json,
                                          [&](SavedSources item, const std::string& /*place*/) {
                                            all.push_back(std::move(item));
                                            return Status(Done{});
                                          });
  if (!status) {
    return std::move(status).error();
  }
  return SavedResult(std::move(all));
}

Result<SavedResult> search_lines(const std::vector<Line>& lines, const std::string& path) {
  SavedSearch all;
  bool first = true;
  Status status = each_line<
      SavedSearch>(lines, path, search_from_json, [&](SavedSearch item, const std::string& place) {
    if (!first && item.run.index != all.run.index) {
      return Status(Error{ErrorCode::kFormat, place, "has another index than the lines before"});
    }
    if (first) {
      all.run = std::move(item.run);
    }
    first = false;
    std::move(item.queries.begin(), item.queries.end(), std::back_inserter(all.queries));
    return Status(Done{});
  });
  if (!status) {
    return std::move(status).error();
  }
  return SavedResult(std::move(all));
}

/// One line behind the head of quotes: a quotation, or counts and warnings at the end.
void quotes_line(const SavedNode& node, QuoteReport& report, bool& ended) {
  if (node.find("counts")) {
    report.check.warnings = node.at("warnings").texts();
    ended = true;
  } else if (node.find("label")) {
    add_quote_from_json(node, report);
  } else {
    add_skipped_from_json(node, report);
  }
}

Result<SavedResult> quotes_lines(const std::vector<Line>& lines, const std::string& path) {
  QuoteReport report;
  bool ended = false;
  for (const Line& line : lines) {
    const std::string place = path + ":" + std::to_string(line.number);
    Result<SavedJson> json = parse_saved_json(line.text, path, line.number);
    if (!json) {
      return std::move(json).error();
    }
    if (ended) {
      return Error{ErrorCode::kFormat, place, "stands behind the last line of the result"};
    }
    SavedErrors errors(json.value(), place);
    const SavedNode node(json.value(), errors);
    if (&line == &lines.front()) {
      report = quotes_head_from_json(node);
    } else {
      quotes_line(node, report, ended);
    }
    if (errors.first()) {
      return *errors.first();
    }
  }
  if (!ended) {
    return Error{ErrorCode::kFormat, path, "ends without the line of counts: it is cut short"};
  }
  return SavedResult(std::move(report));
}

Result<SavedResult> batch_lines(const std::vector<Line>& lines, const std::string& path) {
  BatchFromJson batch;
  for (const Line& line : lines) {
    const std::string place = path + ":" + std::to_string(line.number);
    Result<SavedJson> json = parse_saved_json(line.text, path, line.number);
    if (!json) {
      return std::move(json).error();
    }
    if (schema_of(json.value()) != "parallax.batch/1") {
      return Error{ErrorCode::kFormat, place, "has another schema than the lines before"};
    }
    SavedErrors errors(json.value(), place);
    batch.add(SavedNode(json.value(), errors));
    if (errors.first()) {
      return *errors.first();
    }
  }
  Result<SavedBatch> whole = std::move(batch).finish(path);
  if (!whole) {
    return std::move(whole).error();
  }
  return SavedResult(std::move(whole).value());
}

/// Empty where the first line is no JSON value of its own or the only one.
std::optional<SavedJson> first_of_many(const std::vector<Line>& lines, const std::string& path) {
  if (lines.size() < 2) {
    return std::nullopt;
  }
  Result<SavedJson> json = parse_saved_json(lines.front().text, path, lines.front().number);
  return json && json.value().is_object() ? std::optional<SavedJson>(std::move(json).value())
                                          : std::nullopt;
}

}  // namespace

Record record_of(const ReportDocument& d) {
  Record record;
  record.id = d.id;
  record.path = d.path;
  record.sha256 = d.sha256;
  record.text = d.text;
  record.encoding = d.encoding;
  record.encoding_confidence = d.encoding_confidence;
  record.title = d.title;
  record.date = d.date;
  record.source = d.source;
  record.source_from_head = d.source_from_head;
  record.date_from_name = d.date_from_name;
  record.date_from_head = d.date_from_head;
  record.language = d.language;
  record.body_begin = d.body_begin;
  return record;
}

Result<SavedResult> parse_saved(std::string_view text, const std::string& path) {
  const std::vector<Line> lines = lines_of(text);
  if (lines.empty()) {
    return Error{ErrorCode::kEmpty, path, "is empty"};
  }
  if (const std::optional<SavedJson> first = first_of_many(lines, path)) {
    const std::string schema = schema_of(*first);
    return schema == "parallax.sources/1"  ? sources_lines(lines, path)
           : schema == "parallax.search/1" ? search_lines(lines, path)
           : schema == "parallax.quotes/1" ? quotes_lines(lines, path)
           : schema == "parallax.batch/1"  ? batch_lines(lines, path)
                                           : Result<SavedResult>(unknown_schema(*first, path));
  }
  Result<SavedJson> json = parse_saved_json(text, path, 1);
  if (!json) {
    return std::move(json).error();
  }
  return whole(json.value(), path);
}

Result<SavedResult> read_saved(const std::string& path) {
  Result<std::string> text = read_file(path, kMaxBytes);
  if (!text) {
    return std::move(text).error();
  }
  return parse_saved(text.value(), path);
}

}  // namespace parallax
