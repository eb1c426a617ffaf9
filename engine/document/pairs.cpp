#include "engine/document/pairs.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>

#include <nlohmann/json.hpp>

#include "engine/document/read.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

using Json = nlohmann::json;

Result<Record> side_of(const Json& line, const char* field, const std::string& place,
                       const std::string& language) {
  const auto it = line.find(field);
  if (it == line.end() || !it->is_string()) {
    return Error{ErrorCode::kFormat, place,
                 std::string("has no text in the field '") + field + "'"};
  }
  Record record;
  record.id = field;
  record.path = place;
  record.text = it->get<std::string>();
  record.sha256 = sha256_hex(record.text);
  record.language = language;
  const auto given = line.find(std::string(field) + "_lang");
  if (given != line.end() && given->is_string()) {
    record.language = given->get<std::string>();
  }
  if (record.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return Error{ErrorCode::kEmpty, place, std::string("the field '") + field + "' is empty"};
  }
  return record;
}

}  // namespace

Result<PairRecord> parse_pair(std::string_view line, const std::string& place,
                              const std::string& language) {
  if (const auto bad = first_invalid_utf8(line)) {
    return Error{ErrorCode::kEncoding, place, "is not valid UTF-8", *bad};
  }
  Json json;
  try {
    json = Json::parse(line);
  } catch (const Json::exception&) {
    return Error{ErrorCode::kFormat, place, "is not valid JSON"};
  }
  if (!json.is_object()) {
    return Error{ErrorCode::kFormat, place, "is not a JSON object"};
  }
  const auto id = json.find("id");
  if (id == json.end() || !(id->is_string() || id->is_number())) {
    return Error{ErrorCode::kFormat, place, "has no field 'id'"};
  }
  Result<Record> left = side_of(json, "left", place, language);
  if (!left) {
    return std::move(left).error();
  }
  Result<Record> right = side_of(json, "right", place, language);
  if (!right) {
    return std::move(right).error();
  }
  return PairRecord{id->is_string() ? id->get<std::string>() : id->dump(), std::move(left).value(),
                    std::move(right).value()};
}

Status check_readable(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return Error{ErrorCode::kIo, path, "is a directory"};
  }
  if (!std::filesystem::exists(path, error)) {
    return Error{ErrorCode::kIo, path, "no such file or directory"};
  }
  const std::ifstream file(path, std::ios::binary);
  if (!file.good()) {
    return Error{ErrorCode::kIo, path, "permission denied"};
  }
  return Done{};
}

}  // namespace parallax
