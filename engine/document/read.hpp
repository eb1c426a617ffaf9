#pragma once

/// Files and standard input -> records.

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "models/base/result.hpp"

namespace parallax {

struct ReadOptions {
  std::string encoding = {};    ///< --encoding; empty = detect.
  std::string language = {};    ///< --lang; empty = detect.
  std::string id_field = "id";  ///< JSON field names.
  std::string text_field = "text";
  std::string title_field = "title";
  std::string date_field = "date";
  std::string source_field = "source";
  std::size_t max_bytes = std::size_t{64} << 20U;  ///< Larger inputs are refused (kLimit).
};

/// What an input is, told by its content and never by its name.
enum class ContentKind : std::uint8_t { kText, kMarkdown, kJson, kJsonLines, kUnsupported };
struct Sniffed {
  ContentKind kind = ContentKind::kText;
  std::string name;  ///< For people: "plain text", "PDF", "HTML", "Word document (DOCX)", "PNG
                     ///< image", "ELF program" ...
};
/// Complexity: looks at the first 4 KiB (and, for JSON against JSONL, the first two lines).
[[nodiscard]] Sniffed sniff(std::string_view bytes);

/// Reads one input: one record for text, Markdown and a JSON object, several for JSONL and a JSON
/// array. `path` "-" reads `standard_input`. Markdown marks (headings, emphasis, links, quotes) are
/// left in the text: spans stay true; they are separated as punctuation. Errors, each one line with
/// place: kIo (missing, unreadable, directory), kEmpty (no letters or digits at all: "is empty" /
/// "has no words"), kEncoding, kFormat (unsupported kind by name, broken JSON with line, no text
/// field), kLimit.
[[nodiscard]] Result<std::vector<Record>> read_records(const std::string& path,
                                                       const ReadOptions& options,
                                                       std::istream& standard_input);

/// SHA-256 (FIPS 180-4) as lower-case hex.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace parallax
