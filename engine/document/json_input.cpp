#include "engine/document/json_input.hpp"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

namespace parallax {
namespace {

using Json = nlohmann::json;

/// Deeper input is refused: the parser recurses.
constexpr int kMaxDepth = 64;

std::string at_line(const std::string& path, std::size_t line) {
  return path + ":" + std::to_string(line);
}

std::size_t line_of(std::string_view text, std::size_t byte) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
  return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

bool too_deep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      i += c == '\\' ? 1U : 0U;
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kMaxDepth) {
        return true;
      }
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

/// Parses one value; duplicate keys of the top object are an error because the last would silently
/// win.
Result<Json> parse(std::string_view text, const std::string& path, std::size_t first_line) {
  if (too_deep(text)) {
    return Error{ErrorCode::kLimit, at_line(path, first_line),
                 "is nested deeper than " + std::to_string(kMaxDepth) + " levels"};
  }
  std::set<std::string> keys;
  std::string twice;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::key && depth == 1 &&
        !keys.insert(parsed.get<std::string>()).second) {
      twice = parsed.get<std::string>();
    }
    return true;
  };
  try {
    Json value = Json::parse(text, watch);
    if (!twice.empty() && value.is_object()) {
      return Error{ErrorCode::kFormat, at_line(path, first_line),
                   "has the field '" + twice + "' twice"};
    }
    return value;
  } catch (const Json::parse_error& error) {
    const std::size_t byte = error.byte == 0 ? 0 : error.byte - 1;
    return Error{ErrorCode::kFormat, at_line(path, first_line + line_of(text, byte) - 1),
                 "is not valid JSON", byte};
  } catch (const Json::exception&) {
    return Error{ErrorCode::kFormat, at_line(path, first_line), "is not valid JSON"};
  }
}

Result<std::optional<std::string>> optional_text(const Json& object, const std::string& field,
                                                 const std::string& place) {
  const auto it = object.find(field);
  if (it == object.end() || it->is_null()) {
    return std::optional<std::string>{};
  }
  if (it->is_string()) {
    return std::optional<std::string>{it->get<std::string>()};
  }
  if (it->is_number()) {
    return std::optional<std::string>{it->dump()};
  }
  return Error{ErrorCode::kFormat, place, "the field '" + field + "' is not a string"};
}

Status read_metadata(const Json& object, const std::string& place, const ReadOptions& options,
                     Record& record) {
  struct Field {
    const std::string& name;
    std::optional<std::string>& target;
  };
  for (const Field& field :
       {Field{options.title_field, record.title}, Field{options.date_field, record.date},
        Field{options.source_field, record.source}}) {
    Result<std::optional<std::string>> value = optional_text(object, field.name, place);
    if (!value) {
      return std::move(value).error();
    }
    field.target = std::move(value).value();
  }
  for (const char* name : {"lang", "language"}) {
    Result<std::optional<std::string>> value = optional_text(object, name, place);
    if (!value) {
      return std::move(value).error();
    }
    if (value.value() && record.language.empty()) {
      record.language = *value.value();
    }
  }
  return Done{};
}

Result<Record> record_of(const Json& object, const std::string& place, const ReadOptions& options) {
  if (!object.is_object()) {
    return Error{ErrorCode::kFormat, place, "is not a JSON object"};
  }
  const auto text = object.find(options.text_field);
  if (text == object.end()) {
    return Error{ErrorCode::kFormat, place, "has no field '" + options.text_field + "'"};
  }
  if (!text->is_string()) {
    return Error{ErrorCode::kFormat, place,
                 "the field '" + options.text_field + "' is not a string"};
  }
  Record record;
  record.text = text->get<std::string>();
  record.language = options.language;
  if (Status status = read_metadata(object, place, options, record); !status) {
    return std::move(status).error();
  }
  Result<std::optional<std::string>> id = optional_text(object, options.id_field, place);
  if (!id) {
    return std::move(id).error();
  }
  record.id = id.value().value_or("");
  return record;
}

}  // namespace

Result<std::vector<Record>> read_json(std::string_view text, const std::string& path,
                                      const ReadOptions& options) {
  Result<Json> parsed = parse(text, path, 1);
  if (!parsed) {
    return std::move(parsed).error();
  }
  const Json& value = parsed.value();
  std::vector<Record> records;
  if (!value.is_array()) {
    Result<Record> record = record_of(value, path, options);
    if (!record) {
      return std::move(record).error();
    }
    record.value().path = path;
    records.push_back(std::move(record).value());
    return records;
  }
  std::size_t number = 0;
  for (const Json& object : value) {
    const std::string place = path + "#" + std::to_string(++number);
    Result<Record> record = record_of(object, place, options);
    if (!record) {
      return std::move(record).error();
    }
    record.value().path = place;
    records.push_back(std::move(record).value());
  }
  return records;
}

Result<std::vector<Record>> read_json_lines(std::string_view text, const std::string& path,
                                            const ReadOptions& options) {
  std::vector<Record> records;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      continue;
    }
    Result<Json> object = parse(line, path, number);
    if (!object) {
      return std::move(object).error();
    }
    Result<Record> record = record_of(object.value(), at_line(path, number), options);
    if (!record) {
      return std::move(record).error();
    }
    record.value().path = path + "#" + std::to_string(number);
    records.push_back(std::move(record).value());
  }
  return records;
}

}  // namespace parallax
