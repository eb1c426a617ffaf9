#pragma once

/// The only spelling of Eigen's types. Never write `auto` for an expression of these.

#include <cstdint>
#include <limits>

#include <Eigen/SparseCore>

namespace parallax {

/// One text as weights by term; coordinates are term numbers of one run, ascending.
using TermVector = Eigen::SparseVector<float, Eigen::ColMajor, std::int32_t>;

/// Many texts: one row a text, compressed, coordinates ascending in each row.
using SparseRows = Eigen::SparseMatrix<float, Eigen::RowMajor, std::int32_t>;

/// Length of every TermVector: term numbers are below it. Nothing of that size is stored.
inline constexpr std::int32_t kTermSpace = std::numeric_limits<std::int32_t>::max();

}  // namespace parallax
