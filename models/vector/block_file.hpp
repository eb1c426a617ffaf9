#pragma once

/// Sections of bytes in one file, with a checksum for every block that is checked when the block is
/// first touched. What INDEX_FORMAT.md (engine/index) calls the frame.

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/result.hpp"

namespace parallax {

/// What a kind of file is called and holds. All views must outlive what is opened with it.
struct BlockFileKind {
  std::string_view magic;                      ///< Exactly 16 bytes.
  std::string_view name;                       ///< For messages: "a parallax index".
  std::uint32_t version = 1;                   ///< The one version that is written and read.
  std::span<const std::string_view> sections;  ///< Names, for messages. At most 64.
};

/// The bytes of a file. REQUIRES: as many sections as the kind has. Same sections, same bytes.
/// Complexity: linear.
[[nodiscard]] std::string write_block_file(const BlockFileKind& kind,
                                           std::span<const std::string> sections);

/// A file read in place. Opening checks header, section table and block sums, not the blocks.
/// Thread safety: const functions may be called from several threads.
class BlockFile {
 public:
  /// `bytes` must outlive the result. Errors, each with `place`: kFormat for what is no such file,
  /// has another version, is cut short or is damaged in what opening checks.
  [[nodiscard]] static Result<BlockFile> open(std::string_view bytes, std::string place,
                                              const BlockFileKind& kind);

  [[nodiscard]] std::uint64_t size_of(std::size_t section) const { return sections_[section].size; }
  [[nodiscard]] const std::string& place() const { return place_; }

  /// Bytes [at, at + size) of a section, after every block that they touch was checked once.
  /// Lifetime: that of the file's bytes. Errors: kFormat if they do not lie in the section or a
  /// block is damaged ("section 'terms' is damaged (byte N)").
  [[nodiscard]] Result<std::string_view> read(std::size_t section, std::uint64_t at,
                                              std::uint64_t size) const;
  [[nodiscard]] Result<std::string_view> read_all(std::size_t section) const {
    return read(section, 0, size_of(section));
  }

  /// Checks every block. One error a damaged section (with its first damaged block), in file order.
  [[nodiscard]] std::vector<Error> damage() const;
  /// The error for content that is not what its section demands although its checksum is right.
  [[nodiscard]] Error malformed(std::size_t section, std::string_view what) const;

 private:
  struct Section {
    std::uint64_t offset = 0, size = 0;
  };

  BlockFile() = default;
  [[nodiscard]] Status read_header(const BlockFileKind& kind);
  [[nodiscard]] Status read_sections(const BlockFileKind& kind);
  [[nodiscard]] bool intact(std::uint64_t block) const;

  std::string_view bytes_;
  std::string place_;
  std::vector<std::string> names_;
  std::vector<Section> sections_;
  std::uint64_t payload_ = 0;
  std::uint64_t blocks_ = 0;
  std::string_view sums_;
  std::unique_ptr<std::atomic<std::uint8_t>[]> checked_;
};

}  // namespace parallax
