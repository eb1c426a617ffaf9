#pragma once

/// Postings of many terms -> the sum of products of weights of each paragraph.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/index/text_index.hpp"

namespace parallax {

/// A term of a query: its weight there, its rarity (`term_rarity`) and its postings.
struct WeightedPostings {
  std::uint64_t weight = 0;
  double rarity = 0.0;
  TextIndex::Term found;
};

/// Adds weight * term_weight(times, rarity) to the sum of each paragraph, for every posting of
/// every term. Sums are whole numbers, so that the order of the terms does not matter. Errors:
/// kFormat for postings that name a paragraph beyond `sums` or are another number than their term
/// says; the sums are of no use then. Complexity: linear in the postings. Where one posting ends is
/// known only when it is read; so several long lists are read in step, which hides that wait.
[[nodiscard]] Status add_postings(const TextIndex& index, std::span<const WeightedPostings> terms,
                                  std::vector<std::uint64_t>& sums);

}  // namespace parallax
