#pragma once

/// A row of words -> the sequences that several sources share (engine/corpus/formulations.hpp).

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/corpus/formulation_row.hpp"

namespace parallax {

/// Places that share their next `length` words.
struct SharedWords {
  std::vector<std::uint32_t> places;  ///< Ascending.
  std::uint32_t length = 0;
};

/// All formulations of the row, in no order of meaning, the same for any number of threads. The
/// search is done in parts of about `words_per_part` words (at least 1), without effect on what is
/// found. Memory: 16 bytes a word of a part for each thread, and the result.
[[nodiscard]] std::vector<SharedWords> find_shared_words(const WordRow& row,
                                                         const FormulationOptions& options,
                                                         std::size_t threads,
                                                         std::size_t words_per_part = std::size_t{1}
                                                                                      << 20U);

}  // namespace parallax
