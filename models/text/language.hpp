#pragma once

/// Language identification and the language codes that the other stages key their tables by.

#include <string>
#include <string_view>

namespace parallax {

struct LanguageGuess {
  std::string code;         ///< ISO 639-1 (639-3 where none), lower case; "und" when undecided.
  double confidence = 0.0;  ///< [0, 1].
  bool reliable = false;
};

/// Main language of a UTF-8 text: Unicode script where it settles the question (hy, ka, he, el, th,
/// ko, ja, zh ...), else CLD2, with its best effort where a text is too short for it to be sure
/// (then `reliable` is false); the Azerbaijani schwa decides for az. Looks at the first 64 KiB at
/// most, and of a longer text at its beginning, middle and end alone where they agree. Text without
/// letters gives "und". Thread safety: pure.
[[nodiscard]] LanguageGuess detect_language(std::string_view text);

/// True if `code` looks like a language code (2-3 lower-case ASCII letters).
[[nodiscard]] bool is_language_code(std::string_view code);

/// The language of a tag: "en" of "en", "EN" or "en-GB"; empty for what is no tag. Thread safety:
/// pure.
[[nodiscard]] std::string language_of_tag(std::string_view tag);

}  // namespace parallax
