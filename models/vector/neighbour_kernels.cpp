/// Each loop is written once as an inline body and compiled once for each instruction set: the
/// compiler turns it into vector code of that set.

#include "models/vector/neighbour_kernels.hpp"

#include <algorithm>
#include <cstring>

#define PARALLAX_BODY __attribute__((always_inline)) inline

namespace parallax::kernels {
namespace {

/// `Bytes` is the width of a vector register.
template <std::size_t Bytes>
PARALLAX_BODY void dense_body(float* __restrict sums, const Columns& columns,
                              const float* __restrict weights, std::size_t rows) {
  // NOLINTNEXTLINE(modernize-use-using): clang takes a dependent width in a typedef only.
  typedef float Vector __attribute__((vector_size(Bytes)));
  constexpr std::size_t kLanes = Bytes / sizeof(float);
  static_assert(kBlockRows % (2 * kLanes) == 0);
  for (std::size_t at = 0; at < rows; at += 2 * kLanes) {
    Vector a[kGroup][2] = {};
    const float* __restrict column = columns.values + at;
    const float* __restrict w = weights;
    for (std::size_t t = 0; t < columns.count; ++t, column += kTileRows, w += kGroup) {
      Vector x;
      Vector y;
      std::memcpy(&x, column, Bytes);
      std::memcpy(&y, column + kLanes, Bytes);
      for (std::size_t g = 0; g < kGroup; ++g) {
        a[g][0] += w[g] * x;
        a[g][1] += w[g] * y;
      }
    }
    for (std::size_t g = 0; g < kGroup; ++g) {
      std::memcpy(sums + g * kTileRows + at, &a[g][0], Bytes);
      std::memcpy(sums + g * kTileRows + at + kLanes, &a[g][1], Bytes);
    }
  }
}

PARALLAX_BODY void scatter_body(float* __restrict sums, const Lists& lists,
                                const QueryTerms& query) {
  for (std::size_t t = 0; t < query.count; ++t) {
    const std::uint32_t term = query.terms[t];
    const float weight = query.weights[t];
    std::size_t p = lists.begin[term];
    const std::size_t end = lists.begin[term + 1];
    const std::uint16_t* __restrict rows = lists.rows;
    const float* __restrict weights = lists.weights;
    // Rows of one list are distinct, so four sums can be in flight.
    for (; p + 4 <= end; p += 4) {
      const std::size_t r0 = rows[p];
      const std::size_t r1 = rows[p + 1];
      const std::size_t r2 = rows[p + 2];
      const std::size_t r3 = rows[p + 3];
      const float s0 = sums[r0] + weight * weights[p];
      const float s1 = sums[r1] + weight * weights[p + 1];
      const float s2 = sums[r2] + weight * weights[p + 2];
      const float s3 = sums[r3] + weight * weights[p + 3];
      sums[r0] = s0;
      sums[r1] = s1;
      sums[r2] = s2;
      sums[r3] = s3;
    }
    for (; p < end; ++p) {
      sums[rows[p]] += weight * weights[p];
    }
  }
}

/// Writes the rows that pass `test(row)`, block by block: most blocks have none.
template <class Test>
PARALLAX_BODY std::size_t scan_body(std::size_t rows, std::uint16_t* hits, const Test& test) {
  std::size_t count = 0;
  for (std::size_t block = 0; block < rows; block += kBlockRows) {
    std::uint32_t any = 0;
    for (std::size_t i = 0; i < kBlockRows; ++i) {
      any |= test(block + i) ? 1U : 0U;
    }
    if (any == 0) {
      continue;
    }
    for (std::size_t i = 0; i < kBlockRows; ++i) {
      hits[count] = static_cast<std::uint16_t>(block + i);
      count += test(block + i) ? 1U : 0U;
    }
  }
  return count;
}

PARALLAX_BODY std::size_t scan_one_body(const float* __restrict sums, float limit, std::size_t rows,
                                        std::uint16_t* __restrict hits) {
  return scan_body(rows, hits, [=](std::size_t r) { return sums[r] >= limit; });
}

PARALLAX_BODY std::size_t scan_both_body(const float* __restrict sums,
                                         const float* __restrict limits, float limit,
                                         std::size_t rows, std::uint16_t* __restrict hits) {
  return scan_body(rows, hits, [=](std::size_t r) {
    return sums[r] >= (limits[r] < limit ? limits[r] : limit);
  });
}

PARALLAX_BODY std::size_t scan_bound_body(const float* __restrict sums,
                                          const float* __restrict norms,
                                          const float* __restrict rest_and_limit, std::size_t rows,
                                          std::uint16_t* __restrict hits) {
  const float rest = rest_and_limit[0];
  const float limit = rest_and_limit[1];
  return scan_body(rows, hits, [=](std::size_t r) { return sums[r] + rest * norms[r] >= limit; });
}

// NOLINTBEGIN(bugprone-macro-parentheses): attributes and names take no parentheses.
// One set of functions for each instruction set; NAME is its suffix, BYTES the width of its
// registers, TARGET the attribute.
#define PARALLAX_KERNELS(NAME, BYTES, TARGET)                                              \
  TARGET void dense_##NAME(float* sums, const Columns& columns, const float* weights,      \
                           std::size_t rows) {                                             \
    dense_body<BYTES>(sums, columns, weights, rows);                                       \
  }                                                                                        \
  TARGET void scatter_##NAME(float* sums, const Lists& lists, const QueryTerms& query) {   \
    scatter_body(sums, lists, query);                                                      \
  }                                                                                        \
  TARGET std::size_t scan_##NAME(const float* sums, float limit, std::size_t rows,         \
                                 std::uint16_t* hits) {                                    \
    return scan_one_body(sums, limit, rows, hits);                                         \
  }                                                                                        \
  TARGET std::size_t scan_both_##NAME(const float* sums, const float* limits, float limit, \
                                      std::size_t rows, std::uint16_t* hits) {             \
    return scan_both_body(sums, limits, limit, rows, hits);                                \
  }                                                                                        \
  TARGET std::size_t scan_bound_##NAME(const float* sums, const float* norms,              \
                                       const float* rest_and_limit, std::size_t rows,      \
                                       std::uint16_t* hits) {                              \
    return scan_bound_body(sums, norms, rest_and_limit, rows, hits);                       \
  }

#define PARALLAX_TABLE(LEVEL, SHARE, NAME) \
  { LEVEL, SHARE, dense_##NAME, scatter_##NAME, scan_##NAME, scan_both_##NAME, scan_bound_##NAME }

// NOLINTEND(bugprone-macro-parentheses)

PARALLAX_KERNELS(base, 16, )
constexpr Kernels kBase = PARALLAX_TABLE(VectorLevel::kBase, 0.30, base);

#if defined(__x86_64__)
PARALLAX_KERNELS(avx2, 32, __attribute__((target("avx2,fma"))))
PARALLAX_KERNELS(avx512, 64, __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"))))
constexpr Kernels kAvx2 = PARALLAX_TABLE(VectorLevel::kAvx2, 0.20, avx2);
constexpr Kernels kAvx512 = PARALLAX_TABLE(VectorLevel::kAvx512, 0.15, avx512);
#endif

}  // namespace

const Kernels& choose(VectorLevel at_most) {
  const VectorLevel level = std::min(at_most, vector_level());
#if defined(__x86_64__)
  if (level == VectorLevel::kAvx512) {
    return kAvx512;
  }
  if (level == VectorLevel::kAvx2) {
    return kAvx2;
  }
#endif
  static_cast<void>(level);
  return kBase;
}

}  // namespace parallax::kernels

namespace parallax {

#if defined(__x86_64__)
namespace {
/// The built-in gives an int with g++ and a bool with clang++.
template <class Answer>
bool has(Answer answer) {
  return static_cast<int>(answer) != 0;
}
}  // namespace
#endif

VectorLevel vector_level() {
#if defined(__x86_64__)
  if (has(__builtin_cpu_supports("avx512f")) && has(__builtin_cpu_supports("avx512bw")) &&
      has(__builtin_cpu_supports("avx512dq")) && has(__builtin_cpu_supports("avx512vl"))) {
    return VectorLevel::kAvx512;
  }
  if (has(__builtin_cpu_supports("avx2")) && has(__builtin_cpu_supports("fma"))) {
    return VectorLevel::kAvx2;
  }
#endif
  return VectorLevel::kBase;
}

}  // namespace parallax
