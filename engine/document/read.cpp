#include "engine/document/read.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <set>

#include "engine/document/json_input.hpp"
#include "models/base/atomic_file.hpp"
#include "models/base/utf8.hpp"
#include "models/text/decode.hpp"

namespace parallax {
namespace {

Result<std::string> read_stream(std::istream& in, std::size_t max_bytes) {
  std::string bytes;
  std::array<char, 65536> block{};
  while (in.good()) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > max_bytes) {
      return Error{ErrorCode::kLimit, "-",
                   "is larger than the limit of " + std::to_string(max_bytes) + " bytes"};
    }
  }
  if (in.bad()) {
    return Error{ErrorCode::kIo, "-", "standard input cannot be read"};
  }
  return bytes;
}

std::string hint_for(const std::string& name) {
  if (name == "PDF") {
    return "extract its text first, for example with pdftotext";
  }
  if (name == "HTML" || name == "XML" || name.ends_with("feed")) {
    return "save the page as text first";
  }
  if (name.find("Word") != std::string::npos || name.find("OpenDocument") != std::string::npos ||
      name.find("Office") != std::string::npos || name == "RTF") {
    return "save it as text first, for example with LibreOffice";
  }
  return name.ends_with("archive") ? "unpack it first" : "it holds no text";
}

Error unsupported(const std::string& path, const std::string& name) {
  const bool vowel =
      !name.empty() && std::string_view("AEIOaeio").find(name[0]) != std::string_view::npos;
  const bool spelled = name.starts_with("HTML") || name.starts_with("XML") ||
                       name.starts_with("RSS") || name.starts_with("RTF") || name.starts_with("MP");
  const bool an = vowel || (spelled && !name.starts_with("HTML")) || name.starts_with("HTML");
  return {ErrorCode::kFormat, path,
          std::string("is ") + (an ? "an " : "a ") + name + (name.size() <= 4 ? " file" : "") +
              "; parallax reads text, Markdown, JSON and JSONL (" + hint_for(name) + ")"};
}

/// Something to compare: a letter or digit of any script. Control characters and punctuation are
/// none.
bool has_words(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const bool ascii = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool symbol = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || c == 0xD7 ||
                        c == 0xF7 || c == 0xFEFF || (c >= 0xFF00 && c <= 0xFF0F);
    if (ascii || (c >= 0xAA && !symbol)) {
      return true;
    }
  }
  return false;
}

bool only_blanks(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

std::string stem_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.find_last_of('.');
  if (dot != std::string::npos && dot > 0) {
    name.erase(dot);
  }
  return name;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\"'");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t\r\"'") + 1 - first);
}

/// Takes "Title: ..." and its like into the record; false if the line is no such field.
bool take_header(std::string_view line, Record& record) {
  const std::size_t colon = line.find(':');
  if (colon > 12) {  // npos included
    return false;
  }
  std::string key(line.substr(0, colon));
  std::transform(key.begin(), key.end(), key.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string value(trimmed(line.substr(colon + 1)));
  std::optional<std::string>* target = key == "title"  ? &record.title
                                       : key == "date" ? &record.date
                                       : key == "source" || key == "from" || key == "issuer"
                                           ? &record.source
                                           : nullptr;
  if (key == "lang" || key == "language" || key == "id") {
    return true;
  }
  if (target == nullptr || value.empty()) {
    return false;
  }
  *target = value;
  return true;
}

/// Header lines at the very top, up to a blank line or the closing --- of YAML front matter.
void read_header(Record& record) {
  const std::string_view text = record.text;
  std::size_t at = 0;
  const bool yaml = text.starts_with("---\n");
  at = yaml ? 4 : 0;
  Record found = record;
  std::size_t fields = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    if (yaml ? line.starts_with("---") : trimmed(line).empty()) {
      if (fields > 0) {
        found.body_begin = at;
        record = std::move(found);
      }
      return;
    }
    if (!take_header(line, found)) {
      if (!yaml) {
        return;
      }
      continue;
    }
    ++fields;
  }
}

Result<std::vector<Record>> records_of(const Decoded& decoded, const std::string& path,
                                       const ReadOptions& options) {
  const Sniffed kind = sniff(decoded.text);
  switch (kind.kind) {
    case ContentKind::kUnsupported:
      return unsupported(path, kind.name);
    case ContentKind::kJson:
      return read_json(decoded.text, path, options);
    case ContentKind::kJsonLines:
      return read_json_lines(decoded.text, path, options);
    case ContentKind::kText:
    case ContentKind::kMarkdown:
      break;
  }
  Record record;
  record.path = path;
  record.text = decoded.text;
  record.language = options.language;
  read_header(record);
  return std::vector<Record>{std::move(record)};
}

/// Ids that the input left out, and the checks that every record must pass.
Status finish(std::vector<Record>& records, const std::string& path, const ReadOptions& options) {
  std::set<std::string> ids;
  for (Record& record : records) {
    if (record.id.empty()) {
      const std::size_t hash = record.path.rfind('#');
      const bool many = hash != std::string::npos && record.path.size() > path.size();
      record.id = stem_of(path) + (many ? record.path.substr(hash) : "");
    }
    if (only_blanks(record.text)) {
      return Error{ErrorCode::kEmpty, record.path, "is empty"};
    }
    if (!has_words(std::string_view(record.text).substr(record.body_begin))) {
      return Error{ErrorCode::kEmpty, record.path, "has no words"};
    }
    if (!ids.insert(record.id).second) {
      return Error{ErrorCode::kFormat, record.path, "has the id '" + record.id + "' a second time"};
    }
    if (!options.language.empty()) {
      record.language = options.language;
    }
  }
  return Done{};
}

}  // namespace

Result<std::vector<Record>> read_records(const std::string& path, const ReadOptions& options,
                                         std::istream& standard_input) {
  Result<std::string> bytes = path == "-" ? read_stream(standard_input, options.max_bytes)
                                          : read_file(path, options.max_bytes);
  if (!bytes) {
    return std::move(bytes).error();
  }
  if (bytes.value().empty()) {
    return Error{ErrorCode::kEmpty, path, "is empty"};
  }
  if (const Sniffed kind = sniff(bytes.value()); kind.kind == ContentKind::kUnsupported) {
    return unsupported(path, kind.name);
  }
  Result<Decoded> decoded = decode(bytes.value(), path, {options.encoding});
  if (!decoded) {
    return std::move(decoded).error();
  }
  Result<std::vector<Record>> records = records_of(decoded.value(), path, options);
  if (!records) {
    return records;
  }
  const std::string sha256 = sha256_hex(bytes.value());
  for (Record& record : records.value()) {
    record.sha256 = sha256;
    record.encoding = decoded.value().encoding;
    record.encoding_confidence = decoded.value().confidence;
  }
  if (Status status = finish(records.value(), path, options); !status) {
    return std::move(status).error();
  }
  return records;
}

}  // namespace parallax
