#pragma once

/// An index file, read in place: documents, paragraphs with their text, terms with their postings.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/index/index_layout.hpp"
#include "models/base/little_endian.hpp"
#include "models/base/mapped_file.hpp"
#include "models/base/result.hpp"
#include "models/base/span.hpp"
#include "models/vector/block_file.hpp"

namespace parallax {

struct IndexedDocument {
  std::string id, path, language;
  std::optional<std::string> title, date, source;
  std::uint32_t first_paragraph = 0;
  std::uint32_t paragraph_count = 0;
};

/// Every function that reads beyond the manifest can fail on a damaged file (kFormat with file and
/// section): a checksum is checked at the first touch of each block, content is checked at use, so
/// that no bytes whatever give a crash and no damaged block a result. Thread safety: const
/// functions may be called from several threads.
class TextIndex {
 public:
  struct Info {
    std::uint32_t format_version = 1;
    std::uint32_t documents = 0, paragraphs = 0, terms = 0;
    std::uint64_t postings = 0;    ///< Pairs of term and paragraph.
    std::uint64_t text_bytes = 0;  ///< Of the paragraphs, unpacked.
    std::uint64_t file_bytes = 0;
    std::string language;  ///< Of most paragraphs; queries are read in it.
    std::string unicode;   ///< Version that decided what a word is.
  };

  /// Maps a file. Reads header, block sums and manifest only. Errors: kIo; kFormat.
  [[nodiscard]] static Result<TextIndex> read_file(const std::string& path);
  /// `bytes` must outlive the index.
  [[nodiscard]] static Result<TextIndex> open(std::string_view bytes, std::string place);

  [[nodiscard]] const Info& info() const { return info_; }
  [[nodiscard]] const std::string& place() const { return file_.place(); }

  /// REQUIRES: number < info().documents.
  [[nodiscard]] Result<IndexedDocument> document(std::uint32_t number) const;
  /// Document of a paragraph. Complexity: O(log documents). REQUIRES: paragraph <
  /// info().paragraphs.
  [[nodiscard]] Result<std::uint32_t> document_of(std::uint32_t paragraph) const;
  /// Where a paragraph stands in the text of its document. REQUIRES as above.
  [[nodiscard]] Result<ByteSpan> span(std::uint32_t paragraph) const;
  /// Its text, valid UTF-8. REQUIRES as above. Complexity: linear in the text.
  [[nodiscard]] Result<std::string> text(std::uint32_t paragraph) const;

  struct Term {
    std::uint32_t paragraphs = 0;  ///< How many have it.
    std::string_view postings;     ///< See INDEX_FORMAT.md; PostingsReader.
  };
  /// nullopt for a term that no paragraph has. Complexity: O(log terms).
  [[nodiscard]] Result<std::optional<Term>> find(std::string_view term) const;
  /// Length of each paragraph's vector as the bits of a binary64.
  [[nodiscard]] Result<std::string_view> norms() const { return all(IndexSection::kNorms); }

  /// Everything that is wrong with the file, in file order: blocks whose checksum differs, then
  /// content that is not what its section demands. Empty for a sound index. Complexity: linear in
  /// the file.
  [[nodiscard]] std::vector<Error> verify() const;

  [[nodiscard]] Error malformed(IndexSection section, std::string_view what) const {
    return file_.malformed(static_cast<std::size_t>(section), what);
  }

 private:
  TextIndex(BlockFile file, std::optional<MappedFile> map)
      : map_(std::move(map)), file_(std::move(file)) {}
  [[nodiscard]] static Result<TextIndex> open(std::string_view bytes, std::string place,
                                              std::optional<MappedFile> map);
  [[nodiscard]] Status read_manifest();
  [[nodiscard]] Status check_sizes() const;
  [[nodiscard]] Status check_content() const;
  [[nodiscard]] Status check_postings() const;
  [[nodiscard]] Result<std::string_view> read(IndexSection section, std::uint64_t at,
                                              std::uint64_t size) const {
    return file_.read(static_cast<std::size_t>(section), at, size);
  }
  [[nodiscard]] Result<std::string_view> all(IndexSection section) const {
    return file_.read_all(static_cast<std::size_t>(section));
  }
  [[nodiscard]] std::uint64_t size_of(IndexSection section) const {
    return file_.size_of(static_cast<std::size_t>(section));
  }
  [[nodiscard]] Result<std::string_view> term_text(std::uint32_t term) const;
  [[nodiscard]] Result<std::string_view> word(std::uint32_t code) const;

  std::optional<MappedFile> map_;
  BlockFile file_;
  Info info_;
  std::uint32_t words_ = 0;
};

/// Goes through the postings of a term.
class PostingsReader {
 public:
  explicit PostingsReader(std::string_view bytes) : bytes_(bytes) {}
  /// Next paragraph (ascending) and how often it has the term. False at the end and at malformed
  /// bytes; `bytes_left` tells them apart.
  bool next(std::uint32_t& paragraph, std::uint32_t& times);
  [[nodiscard]] bool bytes_left() const { return !bytes_.empty(); }

 private:
  bool next_of_any_size(std::uint32_t& paragraph, std::uint32_t& times);

  std::string_view bytes_;
  std::uint64_t next_ = 0;
};

inline bool PostingsReader::next(std::uint32_t& paragraph, std::uint32_t& times) {
  if (bytes_.size() >= 2) {
    // Both numbers in one byte each, which is nearly always so in long lists: no branch on `more`.
    const std::uint32_t step = static_cast<unsigned char>(bytes_[0]);
    const std::uint32_t beyond = static_cast<unsigned char>(bytes_[1]);
    const std::uint32_t more = step & 1U;
    const std::uint64_t at = next_ + (step >> 1U);
    if (((step | (beyond & (0U - more))) & 0x80U) == 0 && at <= 0xFFFFFFFF) {
      bytes_.remove_prefix(1 + more);
      paragraph = static_cast<std::uint32_t>(at);
      times = 1 + more * (beyond + 1);
      next_ = at + 1;
      return true;
    }
  }
  // On a copy, so that a reader in a loop can stay in registers.
  PostingsReader slow = *this;
  std::uint32_t slow_paragraph = 0;
  std::uint32_t slow_times = 0;
  const bool more = slow.next_of_any_size(slow_paragraph, slow_times);
  *this = slow;
  paragraph = slow_paragraph;
  times = slow_times;
  return more;
}

inline bool PostingsReader::next_of_any_size(std::uint32_t& paragraph, std::uint32_t& times) {
  std::string_view rest = bytes_;
  std::uint64_t step = 0;
  std::uint64_t more = 0;
  if (!take_varint(rest, step) || ((step & 1) != 0 && !take_varint(rest, more))) {
    return false;
  }
  const std::uint64_t at = next_ + (step >> 1);
  const std::uint64_t count = (step & 1) != 0 ? more + 2 : 1;
  if (at > 0xFFFFFFFF || count > 0xFFFFFFFF) {
    return false;
  }
  bytes_ = rest;
  paragraph = static_cast<std::uint32_t>(at);
  times = static_cast<std::uint32_t>(count);
  next_ = at + 1;
  return true;
}

}  // namespace parallax
