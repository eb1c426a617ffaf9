#pragma once

/// What builder and reader of an index agree on. INDEX_FORMAT.md has the layout in full.

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "models/vector/block_file.hpp"

namespace parallax {

enum class IndexSection : std::uint8_t {
  kManifest,
  kDocuments,
  kDocumentText,
  kParagraphs,
  kNorms,
  kTerms,
  kTermText,
  kPostings,
  kWords,
  kWordText,
  kText,
  kCount  ///< Number of sections; never a value.
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(IndexSection::kCount)>
    kIndexSections = {"manifest",  "documents", "document text", "paragraphs", "norms", "terms",
                      "term text", "postings",  "words",         "word text",  "text"};

inline constexpr BlockFileKind kIndexKind = {"PARALLAX INDEX\r\n", "a parallax index", 1,
                                             kIndexSections};

/// Bytes of one record of documents, paragraphs and terms.
inline constexpr std::uint64_t kDocumentRecord = 16, kParagraphRecord = 16, kTermRecord = 16;

/// How much a term counts: (1 + ln tf) * (ln((1 + N) / (1 + df)) + 1) in whole multiples of 2^-16,
/// so that sums of products are exact. REQUIRES: tf >= 1, df <= paragraphs.
[[nodiscard]] inline double term_rarity(std::uint64_t paragraphs, std::uint32_t df) {
  return std::log((1.0 + static_cast<double>(paragraphs)) / (1.0 + df)) + 1.0;
}
[[nodiscard]] inline std::uint64_t term_weight(std::uint32_t tf, double rarity) {
  constexpr double kGrains = 65536.0;
  // NOLINTNEXTLINE(bugprone-incorrect-roundings): never negative and far below 2^52.
  return static_cast<std::uint64_t>((1.0 + std::log(static_cast<double>(tf))) * rarity * kGrains +
                                    0.5);
}

}  // namespace parallax
