#pragma once

/// Text of the inputs in HTML: nothing in it becomes markup, leaves its element or turns the
/// direction of what stands beside it.

#include <string>
#include <string_view>
#include <vector>

#include "models/base/span.hpp"

namespace parallax {

/// `text` for an element or a quoted attribute: `&`, `<`, `>` and both quotes as references;
/// control characters as their pictures, bidi overrides, embeddings and isolates as U+FFFD, line
/// breaks as blanks (models/text/display). Any bytes are allowed. Complexity: linear.
[[nodiscard]] std::string html_escaped(std::string_view text);

/// Escaped text that brings its own direction: `<bdi>...</bdi>`, with a language if one is given.
[[nodiscard]] std::string html_isolated(std::string_view text, std::string_view language = {});

/// Escaped text with `<mark>` around `spans`, which are ascending and do not overlap. REQUIRES: the
/// spans lie in `text` on character boundaries.
[[nodiscard]] std::string html_marked(std::string_view text, const std::vector<ByteSpan>& spans);

/// Attributes of an element that holds a passage: ` lang="ar" dir="auto"`. A code that is no
/// language becomes `und`.
[[nodiscard]] std::string html_language(std::string_view language);

/// Appends a term and its definition to a list; nothing if `html` is empty. `html` is HTML already.
void html_define(std::string& out, std::string_view term, const std::string& html);

/// Base64 of any bytes, padded (RFC 4648, section 4).
[[nodiscard]] std::string base64(std::string_view bytes);

/// Source expression of a content security policy that allows exactly this inline style or script:
/// `'sha256-...'`. Standard: CSP Level 3, section 2.3.1.
[[nodiscard]] std::string csp_hash(std::string_view content);

}  // namespace parallax
