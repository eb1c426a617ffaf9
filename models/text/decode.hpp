#pragma once

/// Bytes in any encoding -> UTF-8 text.

#include <string>
#include <string_view>

#include "models/base/result.hpp"

namespace parallax {

struct Decoded {
  std::string text;      ///< Valid UTF-8 without byte order mark. Line ends are left as they are.
  std::string encoding;  ///< IANA name, for example "UTF-8", "UTF-16LE", "windows-1251".
  double confidence = 1.0;  ///< [0, 1]; 1 where the encoding is proven or was given.
  bool guessed = false;     ///< True where ICU's detector decided.
};

struct DecodeOptions {
  std::string encoding = {};  ///< Overrides all detection; empty = detect. Any name ICU knows.
};

/// Decodes a whole input. Order: given encoding; byte order mark; NUL pattern of UTF-16 (20 00 / 00
/// 20 and letters); strictly valid UTF-8; ICU's detector with the WHATWG mapping (ISO-8859-1 ->
/// windows-1252, ISO-8859-9 -> windows-1254). Errors (place = `place`): kInvalidOption for an
/// unknown encoding name; kEncoding when the bytes do not fit the given encoding (with offset),
/// contain NUL without being UTF-16 (binary data), or the detector's confidence is below 0.30.
/// Complexity: linear. Thread safety: pure.
[[nodiscard]] Result<Decoded> decode(std::string_view bytes, std::string_view place,
                                     const DecodeOptions& options = {});

}  // namespace parallax
