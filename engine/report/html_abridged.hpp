#pragma once

/// Long passages around the words that matter.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/span.hpp"

namespace parallax {

/// As `html_marked`, but of a text longer than `max_bytes` only what stands around its marks is
/// kept, with an ellipsis for each stretch that is left out; without marks its beginning. What is
/// kept has about `max_bytes` bytes at most; it is cut at blanks where there are any, else between
/// code points. Complexity: linear. REQUIRES: valid UTF-8; spans ascending, without overlap, in
/// `text`, on character boundaries.
[[nodiscard]] std::string html_abridged(std::string_view text, const std::vector<ByteSpan>& spans,
                                        std::size_t max_bytes);

}  // namespace parallax
