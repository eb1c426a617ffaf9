/// Header (64 bytes), section table, block sums, payload. Layout: engine/index/INDEX_FORMAT.md.

#include "models/vector/block_file.hpp"

#include <algorithm>
#include <utility>

#include <xxhash.h>

#include "models/base/expects.hpp"
#include "models/base/little_endian.hpp"

namespace parallax {
namespace {

constexpr std::size_t kHeader = 64;
constexpr std::size_t kMagic = 16;
constexpr std::size_t kEntry = 16;
constexpr std::size_t kSum = 8;
constexpr std::uint64_t kBlock = 16384;
constexpr std::size_t kMaxSections = 64;
/// Fields of the header.
constexpr std::size_t kVersionAt = 16, kCountAt = 20, kSizeAt = 24, kPayloadAt = 32,
                      kTableSumAt = 40, kReservedAt = 48, kHeaderSumAt = 56;

std::uint64_t sum(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t aligned(std::uint64_t n) {
  return (n + 7) / 8 * 8;
}

std::uint64_t blocks_in(std::uint64_t payload) {
  return (payload + kBlock - 1) / kBlock;
}

}  // namespace

std::string write_block_file(const BlockFileKind& kind, std::span<const std::string> sections) {
  PARALLAX_EXPECTS(kind.magic.size() == kMagic && sections.size() == kind.sections.size() &&
                   sections.size() <= kMaxSections);
  std::uint64_t payload_size = 0;
  for (const std::string& section : sections) {
    payload_size = aligned(payload_size) + section.size();
  }
  const std::uint64_t payload = kHeader + sections.size() * kEntry + blocks_in(payload_size) * kSum;
  std::string out;
  out.reserve(payload + payload_size);
  out.resize(payload, '\0');
  std::string table;
  for (const std::string& section : sections) {
    out.resize(payload + aligned(out.size() - payload), '\0');
    store(table, static_cast<std::uint64_t>(out.size()));
    store(table, static_cast<std::uint64_t>(section.size()));
    out += section;
  }
  const std::string_view written(out);
  for (std::uint64_t at = payload; at < out.size(); at += kBlock) {
    store(table, sum(written.substr(at, kBlock)));
  }
  std::string header(kind.magic);
  store(header, kind.version);
  store(header, static_cast<std::uint32_t>(sections.size()));
  store(header, static_cast<std::uint64_t>(out.size()));
  store(header, payload);
  store(header, sum(table));
  store(header, std::uint64_t{0});
  store(header, sum(header));
  out.replace(0, payload, header + table);
  return out;
}

Result<BlockFile> BlockFile::open(std::string_view bytes, std::string place,
                                  const BlockFileKind& kind) {
  BlockFile file;
  file.bytes_ = bytes;
  file.place_ = std::move(place);
  if (Status status = file.read_header(kind); !status) {
    return std::move(status).error();
  }
  if (Status status = file.read_sections(kind); !status) {
    return std::move(status).error();
  }
  return file;
}

Status BlockFile::read_header(const BlockFileKind& kind) {
  const auto fail = [&](std::string what) {
    return Error{ErrorCode::kFormat, place_, std::move(what)};
  };
  const std::string_view begin = bytes_.substr(0, kMagic);
  if (begin.empty() || begin != kind.magic.substr(0, begin.size())) {
    return fail("is not " + std::string(kind.name));
  }
  if (bytes_.size() < kHeader) {
    return fail("is cut short");
  }
  if (load<std::uint64_t>(bytes_, kHeaderSumAt) != sum(bytes_.substr(0, kHeaderSumAt))) {
    return fail("is damaged in its header");
  }
  const auto version = load<std::uint32_t>(bytes_, kVersionAt);
  if (version != kind.version) {
    return fail("has format version " + std::to_string(version) + ", this program reads " +
                std::to_string(kind.version));
  }
  const auto size = load<std::uint64_t>(bytes_, kSizeAt);
  if (size != bytes_.size()) {
    return fail(size > bytes_.size() ? "is cut short" : "has bytes behind its end");
  }
  payload_ = load<std::uint64_t>(bytes_, kPayloadAt);
  const auto count = load<std::uint32_t>(bytes_, kCountAt);
  const std::uint64_t front = kHeader + std::uint64_t{count} * kEntry;
  if (count != kind.sections.size() || payload_ < front || payload_ > size ||
      payload_ - front != blocks_in(size - payload_) * kSum ||
      load<std::uint64_t>(bytes_, kReservedAt) != 0) {
    return fail("is damaged in its header");
  }
  const std::string_view table = bytes_.substr(kHeader, payload_ - kHeader);
  if (load<std::uint64_t>(bytes_, kTableSumAt) != sum(table)) {
    return fail("is damaged in its table of sections");
  }
  sums_ = bytes_.substr(front, payload_ - front);
  blocks_ = sums_.size() / kSum;
  return Done{};
}

Status BlockFile::read_sections(const BlockFileKind& kind) {
  std::uint64_t end = payload_;
  for (std::size_t i = 0; i < kind.sections.size(); ++i) {
    const Section section{load<std::uint64_t>(bytes_, kHeader + i * kEntry),
                          load<std::uint64_t>(bytes_, kHeader + i * kEntry + 8)};
    if (section.offset != payload_ + aligned(end - payload_) || section.offset > bytes_.size() ||
        section.size > bytes_.size() - section.offset) {
      return Error{ErrorCode::kFormat, place_, "is damaged in its table of sections"};
    }
    end = section.offset + section.size;
    sections_.push_back(section);
    names_.emplace_back(kind.sections[i]);
  }
  if (end != bytes_.size()) {
    return Error{ErrorCode::kFormat, place_, "is damaged in its table of sections"};
  }
  checked_ = std::make_unique<std::atomic<std::uint8_t>[]>(blocks_);
  return Done{};
}

bool BlockFile::intact(std::uint64_t block) const {
  if (checked_[block].load(std::memory_order_relaxed) != 0) {
    return true;
  }
  const std::string_view bytes = bytes_.substr(payload_ + block * kBlock, kBlock);
  if (sum(bytes) != load<std::uint64_t>(sums_, block * kSum)) {
    return false;
  }
  checked_[block].store(1, std::memory_order_relaxed);
  return true;
}

Result<std::string_view> BlockFile::read(std::size_t section, std::uint64_t at,
                                         std::uint64_t size) const {
  const Section& s = sections_[section];
  if (at > s.size || size > s.size - at) {
    return malformed(section, "refers to bytes beyond its end");
  }
  if (size == 0) {
    return std::string_view();
  }
  const std::uint64_t begin = s.offset + at - payload_;
  for (std::uint64_t block = begin / kBlock; block <= (begin + size - 1) / kBlock; ++block) {
    if (!intact(block)) {
      return Error{ErrorCode::kFormat, place_, "section '" + names_[section] + "' is damaged",
                   payload_ + block * kBlock};
    }
  }
  return bytes_.substr(s.offset + at, size);
}

std::vector<Error> BlockFile::damage() const {
  std::vector<Error> found;
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    // A section answers for the blank bytes before it too, so that every byte has an owner.
    const std::uint64_t before =
        i == 0 ? payload_ : sections_[i - 1].offset + sections_[i - 1].size;
    const std::uint64_t begin = before - payload_;
    const std::uint64_t end = sections_[i].offset + sections_[i].size - payload_;
    for (std::uint64_t block = begin / kBlock; block * kBlock < end; ++block) {
      const std::uint64_t first = payload_ + block * kBlock;
      if (!intact(block)) {
        found.push_back(
            {ErrorCode::kFormat, place_, "section '" + names_[i] + "' is damaged", first});
        break;
      }
    }
  }
  return found;
}

Error BlockFile::malformed(std::size_t section, std::string_view what) const {
  return {ErrorCode::kFormat, place_, "section '" + names_[section] + "' " + std::string(what)};
}

}  // namespace parallax
