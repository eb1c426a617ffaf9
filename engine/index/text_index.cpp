#include "engine/index/text_index.hpp"

#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "engine/index/packed_text.hpp"
#include "models/base/expects.hpp"
#include "models/base/utf8.hpp"

namespace parallax {
namespace {

constexpr std::uint64_t kMaxManifest = 65536;
constexpr std::uint64_t kFieldCount = 6;

/// Number behind `key=` in a manifest.
template <class T>
bool read_number(std::string_view manifest, std::string_view key, T& value) {
  const std::string line = "\n" + std::string(key) + "=";
  const std::size_t at = manifest.find(line);
  if (at == std::string_view::npos) {
    return false;
  }
  const char* begin = manifest.data() + at + line.size();
  const char* end = manifest.data() + manifest.size();
  const auto [stop, error] = std::from_chars(begin, end, value);
  return error == std::errc{} && stop != end && *stop == '\n';
}

std::string read_value(std::string_view manifest, std::string_view key) {
  const std::string line = "\n" + std::string(key) + "=";
  const std::size_t at = manifest.find(line);
  if (at == std::string_view::npos) {
    return "";
  }
  const std::size_t begin = at + line.size();
  return std::string(manifest.substr(begin, manifest.find('\n', begin) - begin));
}

}  // namespace

Result<TextIndex> TextIndex::read_file(const std::string& path) {
  Result<MappedFile> map = MappedFile::open(path);
  if (!map) {
    return std::move(map).error();
  }
  const std::string_view bytes = map.value().bytes();
  return open(bytes, path, std::move(map).value());
}

Result<TextIndex> TextIndex::open(std::string_view bytes, std::string place) {
  return open(bytes, std::move(place), std::nullopt);
}

Result<TextIndex> TextIndex::open(std::string_view bytes, std::string place,
                                  std::optional<MappedFile> map) {
  Result<BlockFile> file = BlockFile::open(bytes, std::move(place), kIndexKind);
  if (!file) {
    return std::move(file).error();
  }
  TextIndex index(std::move(file).value(), std::move(map));
  index.info_.file_bytes = bytes.size();
  if (Status status = index.read_manifest(); !status) {
    return std::move(status).error();
  }
  if (Status status = index.check_sizes(); !status) {
    return std::move(status).error();
  }
  return index;
}

Status TextIndex::read_manifest() {
  if (size_of(IndexSection::kManifest) > kMaxManifest) {
    return malformed(IndexSection::kManifest, "is too long");
  }
  Result<std::string_view> bytes = all(IndexSection::kManifest);
  if (!bytes) {
    return std::move(bytes).error();
  }
  const std::string manifest = "\n" + std::string(bytes.value());
  if (!read_number(manifest, "documents", info_.documents) ||
      !read_number(manifest, "paragraphs", info_.paragraphs) ||
      !read_number(manifest, "terms", info_.terms) || !read_number(manifest, "words", words_) ||
      !read_number(manifest, "postings", info_.postings) ||
      !read_number(manifest, "text_bytes", info_.text_bytes) || first_invalid_utf8(manifest)) {
    return malformed(IndexSection::kManifest, "lacks a figure");
  }
  info_.language = read_value(manifest, "language");
  info_.unicode = read_value(manifest, "unicode");
  return Done{};
}

Status TextIndex::check_sizes() const {
  const auto wants = [&](IndexSection section, std::uint64_t records, std::uint64_t size) {
    return size_of(section) == records * size;
  };
  if (!wants(IndexSection::kDocuments, info_.documents + std::uint64_t{1}, kDocumentRecord)) {
    return malformed(IndexSection::kDocuments, "has another size than the manifest says");
  }
  if (!wants(IndexSection::kParagraphs, info_.paragraphs + std::uint64_t{1}, kParagraphRecord)) {
    return malformed(IndexSection::kParagraphs, "has another size than the manifest says");
  }
  if (!wants(IndexSection::kNorms, info_.paragraphs, 8)) {
    return malformed(IndexSection::kNorms, "has another size than the manifest says");
  }
  if (!wants(IndexSection::kTerms, info_.terms + std::uint64_t{1}, kTermRecord)) {
    return malformed(IndexSection::kTerms, "has another size than the manifest says");
  }
  if (!wants(IndexSection::kWords, words_ + std::uint64_t{1}, 4)) {
    return malformed(IndexSection::kWords, "has another size than the manifest says");
  }
  return Done{};
}

Result<IndexedDocument> TextIndex::document(std::uint32_t number) const {
  PARALLAX_EXPECTS(number < info_.documents);
  Result<std::string_view> record =
      read(IndexSection::kDocuments, number * kDocumentRecord, 2 * kDocumentRecord);
  if (!record) {
    return std::move(record).error();
  }
  const auto begin = load<std::uint64_t>(record.value(), 0);
  const auto end = load<std::uint64_t>(record.value(), kDocumentRecord);
  const auto first = load<std::uint32_t>(record.value(), 8);
  const auto last = load<std::uint32_t>(record.value(), kDocumentRecord + 8);
  if (end < begin || last < first || last > info_.paragraphs) {
    return malformed(IndexSection::kDocuments, "is out of order");
  }
  Result<std::string_view> bytes = read(IndexSection::kDocumentText, begin, end - begin);
  if (!bytes) {
    return std::move(bytes).error();
  }
  std::string_view rest = bytes.value();
  std::array<std::optional<std::string>, kFieldCount> fields;
  for (auto& field : fields) {
    std::uint64_t size = 0;
    if (!take_varint(rest, size) || size > rest.size() + 1) {
      return malformed(IndexSection::kDocumentText, "ends within a document");
    }
    if (size > 0) {
      field = std::string(rest.substr(0, size - 1));
      rest.remove_prefix(size - 1);
      if (first_invalid_utf8(*field)) {
        return malformed(IndexSection::kDocumentText, "is not valid UTF-8");
      }
    }
  }
  return IndexedDocument{fields[0].value_or(""),
                         fields[1].value_or(""),
                         fields[2].value_or(""),
                         std::move(fields[3]),
                         std::move(fields[4]),
                         std::move(fields[5]),
                         first,
                         last - first};
}

Result<std::uint32_t> TextIndex::document_of(std::uint32_t paragraph) const {
  PARALLAX_EXPECTS(paragraph < info_.paragraphs);
  std::uint32_t low = 0;
  std::uint32_t high = info_.documents;
  // First paragraph of `low` <= paragraph < first paragraph of `high`.
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    Result<std::string_view> record =
        read(IndexSection::kDocuments, middle * kDocumentRecord + 8, 4);
    if (!record) {
      return std::move(record).error();
    }
    (load<std::uint32_t>(record.value(), 0) <= paragraph ? low : high) = middle;
  }
  if (info_.documents == 0) {
    return malformed(IndexSection::kDocuments, "has no document for a paragraph");
  }
  return low;
}

Result<ByteSpan> TextIndex::span(std::uint32_t paragraph) const {
  PARALLAX_EXPECTS(paragraph < info_.paragraphs);
  Result<std::string_view> record =
      read(IndexSection::kParagraphs, paragraph * kParagraphRecord + 8, 8);
  if (!record) {
    return std::move(record).error();
  }
  const auto begin = load<std::uint32_t>(record.value(), 0);
  const auto size = load<std::uint32_t>(record.value(), 4);
  if (size > std::numeric_limits<std::uint32_t>::max() - begin) {
    return malformed(IndexSection::kParagraphs, "has a paragraph that is too long");
  }
  return ByteSpan{begin, begin + size};
}

Result<std::string_view> TextIndex::word(std::uint32_t code) const {
  Result<std::string_view> ends = read(IndexSection::kWords, std::uint64_t{code} * 4, 8);
  if (!ends) {
    return std::move(ends).error();
  }
  const auto begin = load<std::uint32_t>(ends.value(), 0);
  const auto end = load<std::uint32_t>(ends.value(), 4);
  if (end <= begin) {
    return malformed(IndexSection::kWords, "is out of order");
  }
  return read(IndexSection::kWordText, begin, end - begin);
}

Result<std::string> TextIndex::text(std::uint32_t paragraph) const {
  Result<ByteSpan> where = span(paragraph);
  if (!where) {
    return std::move(where).error();
  }
  Result<std::string_view> record =
      read(IndexSection::kParagraphs, paragraph * kParagraphRecord, 2 * kParagraphRecord);
  if (!record) {
    return std::move(record).error();
  }
  const auto begin = load<std::uint64_t>(record.value(), 0);
  const auto end = load<std::uint64_t>(record.value(), kParagraphRecord);
  Result<std::string_view> codes =
      end < begin
          ? Result<std::string_view>(malformed(IndexSection::kParagraphs, "is out of order"))
          : read(IndexSection::kText, begin, end - begin);
  if (!codes) {
    return std::move(codes).error();
  }
  const std::size_t size = where.value().size();
  std::string text;
  bool after_word = false;
  for (std::string_view rest = codes.value(); !rest.empty();) {
    std::uint64_t code = 0;
    if (!take_varint(rest, code) || code >= words_) {
      return malformed(IndexSection::kText, "names a word that does not exist");
    }
    Result<std::string_view> run = word(static_cast<std::uint32_t>(code));
    if (!run) {
      return std::move(run).error();
    }
    const bool is_word = is_word_byte(run.value().front());
    text.append(after_word && is_word ? 1 : 0, ' ');
    after_word = is_word;
    text += run.value();
    if (text.size() > size) {
      break;
    }
  }
  if (text.size() != size || first_invalid_utf8(text)) {
    return malformed(IndexSection::kText, "holds another text than its paragraph says");
  }
  return text;
}

Result<std::string_view> TextIndex::term_text(std::uint32_t term) const {
  Result<std::string_view> record = read(IndexSection::kTerms, term * kTermRecord, 2 * kTermRecord);
  if (!record) {
    return std::move(record).error();
  }
  const auto begin = load<std::uint32_t>(record.value(), 0);
  const auto end = load<std::uint32_t>(record.value(), kTermRecord);
  if (end < begin) {
    return malformed(IndexSection::kTerms, "is out of order");
  }
  return read(IndexSection::kTermText, begin, end - begin);
}

Result<std::optional<TextIndex::Term>> TextIndex::find(std::string_view term) const {
  std::uint32_t low = 0;
  std::uint32_t high = info_.terms;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    Result<std::string_view> text = term_text(middle);
    if (!text) {
      return std::move(text).error();
    }
    if (text.value() == term) {
      Result<std::string_view> record =
          read(IndexSection::kTerms, middle * kTermRecord, 2 * kTermRecord);
      if (!record) {
        return std::move(record).error();
      }
      const auto begin = load<std::uint64_t>(record.value(), 8);
      const auto end = load<std::uint64_t>(record.value(), kTermRecord + 8);
      const auto paragraphs = load<std::uint32_t>(record.value(), 4);
      if (end < begin || paragraphs == 0 || paragraphs > info_.paragraphs) {
        return malformed(IndexSection::kTerms, "is out of order");
      }
      Result<std::string_view> postings = read(IndexSection::kPostings, begin, end - begin);
      if (!postings) {
        return std::move(postings).error();
      }
      return std::optional<Term>(Term{paragraphs, postings.value()});
    }
    (text.value() < term ? low : high) = text.value() < term ? middle + 1 : middle;
  }
  return std::optional<Term>();
}

}  // namespace parallax
