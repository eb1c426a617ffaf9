/// Paths are expanded and sorted first, then read one after the other.

#include "engine/corpus/inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <system_error>

#include "models/base/atomic_file.hpp"

namespace parallax {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxListBytes = std::size_t{256} << 20U;

/// Files below a folder. Errors: kIo if a folder cannot be listed, kEmpty if there is no file.
Result<std::vector<std::string>> files_below(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  const fs::recursive_directory_iterator end;
  while (!error && entry != end) {
    const std::string name = entry->path().filename().string();
    std::error_code unknown;
    const bool is_folder = entry->is_directory(unknown);
    if (name.starts_with('.')) {
      if (is_folder) {
        entry.disable_recursion_pending();
      }
    } else if (!is_folder) {
      files.push_back(entry->path().string());
    }
    entry.increment(error);
  }
  if (error) {
    return Error{ErrorCode::kIo, folder, "cannot be listed: " + error.message()};
  }
  if (files.empty()) {
    return Error{ErrorCode::kEmpty, folder, "holds no file"};
  }
  return files;
}

/// Lines of a list of paths.
Result<std::vector<std::string>> listed_in(const std::string& list) {
  Result<std::string> bytes = read_file(list, kMaxListBytes);
  if (!bytes) {
    return std::move(bytes).error();
  }
  std::vector<std::string> paths;
  std::istringstream lines(bytes.value());
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) {
      line.pop_back();
    }
    if (!line.empty() && !line.starts_with('#')) {
      paths.push_back(line);
    }
  }
  if (paths.empty()) {
    return Error{ErrorCode::kEmpty, list, "lists no file"};
  }
  return paths;
}

/// Adds what one path stands for.
void expand_path(const std::string& path, std::set<std::string>& files,
                 std::vector<Error>& failures) {
  std::error_code unknown;
  if (path == "-" || !fs::is_directory(path, unknown)) {
    files.insert(path);
    return;
  }
  Result<std::vector<std::string>> below = files_below(path);
  if (!below) {
    failures.push_back(std::move(below).error());
    return;
  }
  files.insert(below.value().begin(), below.value().end());
}

std::string stem_of(const std::string& path) {
  return path == "-" ? path : fs::path(path).stem().string();
}

/// A JSONL file line by line: `path` is known to have a line that cannot be read.
void read_lines(const std::string& path, const std::string& bytes, const ReadOptions& options,
                Corpus& corpus) {
  const std::string sha256 = sha256_hex(bytes);
  std::size_t number = 0;
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      continue;
    }
    // Sniffing must not take a broken line for plain text.
    std::istringstream one(line);
    const bool json = sniff(line).kind == ContentKind::kJson;
    Result<std::vector<Record>> records =
        json ? read_records("-", options, one)
             : Result<std::vector<Record>>(Error{ErrorCode::kFormat, "", "is not valid JSON"});
    if (!records) {
      Error error = std::move(records).error();
      error.place = path + ":" + std::to_string(number);
      corpus.failures.push_back(std::move(error));
      continue;
    }
    for (Record& record : records.value()) {
      record.path = path + "#" + std::to_string(number);
      record.id = record.id == "-" ? stem_of(path) + "#" + std::to_string(number) : record.id;
      record.sha256 = sha256;
      corpus.documents.push_back(std::move(record));
    }
  }
}

/// Is this JSONL? Where the second line is broken, content alone does not tell: then a first line
/// that is a whole record does.
bool holds_lines(const std::string& bytes, const ReadOptions& options) {
  const ContentKind kind = sniff(bytes).kind;
  if (kind != ContentKind::kJson) {
    return kind == ContentKind::kJsonLines;
  }
  const std::size_t end = bytes.find('\n');
  std::istringstream first(bytes.substr(0, end));
  return end != std::string::npos && read_records("-", options, first).has_value();
}

void tell_apart(std::vector<Record>& documents) {
  std::set<std::string> used;
  std::map<std::string, std::size_t> next;
  for (const Record& record : documents) {
    used.insert(record.id);
  }
  std::set<std::string> seen;
  for (Record& record : documents) {
    if (seen.insert(record.id).second) {
      continue;
    }
    std::size_t& number = next.try_emplace(record.id, 2).first->second;
    std::string id;
    do {
      id = record.id + "#" + std::to_string(number++);
    } while (!used.insert(id).second);
    record.id = std::move(id);
    seen.insert(record.id);
  }
}

}  // namespace

std::vector<std::string> expand_inputs(const std::vector<std::string>& inputs,
                                       std::vector<Error>& failures) {
  std::set<std::string> files;
  for (const std::string& input : inputs) {
    if (!input.starts_with('@')) {
      expand_path(input, files, failures);
      continue;
    }
    Result<std::vector<std::string>> paths = listed_in(input.substr(1));
    if (!paths) {
      failures.push_back(std::move(paths).error());
      continue;
    }
    for (const std::string& path : paths.value()) {
      expand_path(path, files, failures);
    }
  }
  return {files.begin(), files.end()};
}

void read_input(const std::string& path, const ReadOptions& options, std::istream& standard_input,
                Corpus& corpus) {
  std::string standard_bytes;
  std::istringstream again;
  std::istream* stream = &standard_input;
  if (path == "-") {
    std::ostringstream all;
    all << standard_input.rdbuf();
    standard_bytes = std::move(all).str();
    again.str(standard_bytes);
    stream = &again;
  }
  Result<std::vector<Record>> records = read_records(path, options, *stream);
  if (records) {
    std::move(records.value().begin(), records.value().end(), std::back_inserter(corpus.documents));
    return;
  }
  Result<std::string> bytes = path == "-" ? Result<std::string>(std::move(standard_bytes))
                                          : read_file(path, options.max_bytes);
  if (bytes && holds_lines(bytes.value(), options)) {
    read_lines(path, bytes.value(), options, corpus);
    return;
  }
  corpus.failures.push_back(std::move(records).error());
}

Corpus read_inputs(const std::vector<std::string>& inputs, const ReadOptions& options,
                   std::istream& standard_input) {
  Corpus corpus;
  for (const std::string& path : expand_inputs(inputs, corpus.failures)) {
    read_input(path, options, standard_input, corpus);
  }
  return corpus;
}

Corpus read_corpus(const std::vector<std::string>& inputs, const ReadOptions& options,
                   std::istream& standard_input) {
  Corpus corpus = read_inputs(inputs, options, standard_input);
  tell_apart(corpus.documents);
  return corpus;
}

}  // namespace parallax
