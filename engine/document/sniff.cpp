/// What an input is, by its first bytes.

#include <algorithm>
#include <array>
#include <cctype>

#include "engine/document/read.hpp"

namespace parallax {
namespace {

struct Magic {
  std::string_view bytes;
  const char* name;
};

constexpr std::array<Magic, 27> kMagics = {
    {{"%PDF-", "PDF"},
     {"{\\rtf", "RTF"},
     {"\x89PNG\r\n", "PNG image"},
     {"\xFF\xD8\xFF", "JPEG image"},
     {"GIF87a", "GIF image"},
     {"GIF89a", "GIF image"},
     {"BM\x36", "BMP image"},
     {std::string_view("II*\0", 4), "TIFF image"},
     {std::string_view("MM\0*", 4), "TIFF image"},
     {"\x1F\x8B", "gzip archive"},
     {"\x28\xB5\x2F\xFD", "zstd archive"},
     {"\xFD"
      "7zXZ",
      "xz archive"},
     {"BZh", "bzip2 archive"},
     {"7z\xBC\xAF", "7z archive"},
     {"Rar!\x1A", "RAR archive"},
     {"\x7F"
      "ELF",
      "ELF program"},
     {"MZ\x90", "Windows program"},
     {"\xCF\xFA\xED\xFE", "Mach-O program"},
     {"\xCA\xFE\xBA\xBE", "Java class or Mach-O program"},
     {"\xD0\xCF\x11\xE0", "old Office document (DOC, XLS, PPT)"},
     {"WARC/", "WARC archive"},
     {"SQLite format 3", "SQLite database"},
     {"OggS", "Ogg media file"},
     {"ID3", "MP3 audio"},
     {std::string_view("\0\0\0\x18"
                       "ftyp",
                       8),
      "MP4 video"},
     {std::string_view("\0\0\0 ftyp", 8), "MP4 video"},
     {"%!PS", "PostScript"}}};

bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string lower_head(std::string_view text) {
  std::string head(text.substr(0, 512));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return head;
}

/// Name of a ZIP container by the members that its first 4 KiB show.
std::string zip_name(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  const auto has = [&](std::string_view name) { return head.find(name) != std::string_view::npos; };
  if (has("opendocument.text")) {
    return "OpenDocument text (ODT)";
  }
  if (has("opendocument")) {
    return "OpenDocument file";
  }
  if (has("word/")) {
    return "Word document (DOCX)";
  }
  if (has("xl/")) {
    return "Excel workbook (XLSX)";
  }
  if (has("ppt/")) {
    return "PowerPoint file (PPTX)";
  }
  if (has("epub")) {
    return "EPUB book";
  }
  return has("[Content_Types].xml") ? "Office document" : "ZIP archive";
}

std::string markup_name(const std::string& head) {
  const auto starts = [&](std::string_view tag) { return head.starts_with(tag); };
  if (starts("<!doctype html") || starts("<html") || starts("<head") || starts("<body")) {
    return "HTML";
  }
  if (starts("<?xml") || starts("<rss") || starts("<feed") || starts("<!doctype")) {
    if (head.find("<rss") != std::string::npos) {
      return "RSS feed";
    }
    if (head.find("<feed") != std::string::npos) {
      return "Atom feed";
    }
    return head.find("<html") != std::string::npos ? "HTML" : "XML";
  }
  for (const std::string_view tag :
       {"<div", "<p>", "<p ", "<span", "<article", "<meta", "<script", "<!--", "<table", "<h1"}) {
    if (starts(tag)) {
      return "HTML";
    }
  }
  return {};
}

/// JSON begins with an object or an array of objects; prose may begin with a bracket
/// ("[Translation] ...").
bool json_start(std::string_view text) {
  const auto skip = [&](std::size_t i) {
    while (i < text.size() && blank(text[i])) {
      ++i;
    }
    return i;
  };
  std::size_t i = skip(0);
  if (i >= text.size() || (text[i] != '{' && text[i] != '[')) {
    return false;
  }
  const bool array = text[i] == '[';
  i = skip(i + 1);
  if (i >= text.size()) {
    return true;
  }
  return array ? text[i] == '{' || text[i] == ']' || text[i] == '['
               : text[i] == '"' || text[i] == '}';
}

/// Two or more lines that are objects each.
bool json_lines(std::string_view text) {
  const std::size_t first_end = text.find('\n');
  if (first_end == std::string_view::npos || text.front() != '{') {
    return false;
  }
  std::string_view first = text.substr(0, first_end);
  while (!first.empty() && blank(first.back())) {
    first.remove_suffix(1);
  }
  std::size_t next = first_end;
  while (next < text.size() && blank(text[next])) {
    ++next;
  }
  return first.ends_with('}') && next < text.size() && text[next] == '{';
}

bool looks_markdown(std::string_view text) {
  return text.starts_with("# ") || text.starts_with("## ") || text.starts_with("---\n") ||
         text.find("\n# ") != std::string_view::npos ||
         text.find("\n## ") != std::string_view::npos;
}

}  // namespace

Sniffed sniff(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) {
      return {ContentKind::kUnsupported, magic.name};
    }
  }
  if (bytes.starts_with(std::string_view("PK\x03\x04", 4))) {
    return {ContentKind::kUnsupported, zip_name(bytes)};
  }
  if (bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP") {
    return {ContentKind::kUnsupported, "WebP image"};
  }
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) {
    text.remove_prefix(3);
  }
  while (!text.empty() && blank(text.front())) {
    text.remove_prefix(1);
  }
  if (text.starts_with('<')) {
    const std::string name = markup_name(lower_head(text));
    if (!name.empty()) {
      return {ContentKind::kUnsupported, name};
    }
  }
  if (json_start(text)) {
    return json_lines(text) ? Sniffed{ContentKind::kJsonLines, "JSON lines"}
                            : Sniffed{ContentKind::kJson, "JSON"};
  }
  return looks_markdown(text.substr(0, 4096)) ? Sniffed{ContentKind::kMarkdown, "Markdown"}
                                              : Sniffed{ContentKind::kText, "plain text"};
}

}  // namespace parallax
