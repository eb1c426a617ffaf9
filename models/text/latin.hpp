#pragma once

/// Names across scripts: a Latin form and the letters that every transliteration keeps.

#include <string>
#include <string_view>

namespace parallax {

/// Lower-case ASCII Latin form of a text of any script (ICU Any-Latin, then Latin-ASCII).
/// REQUIRES: `text` is valid UTF-8. Thread safety: pure (transliterators are per thread).
/// Complexity: linear; ASCII input takes a fast path that gives the same result.
[[nodiscard]] std::string latin(std::string_view text);

/// Letters of a name that spellings and scripts agree on: of the Latin form, vowels, h, y and j are
/// left out ("kh" goes whole), "tsch" and "tch" count as c, "sch" as s, c and q count as k, w as v,
/// z as s, and doubled letters count once: "Zelenskyy", "Selenskyj" and their Cyrillic form share
/// "slnsk". Says nothing about a final -a: use `feminine_ending` where it tells two people apart.
[[nodiscard]] std::string name_skeleton(std::string_view name);

/// True if the Latin form ends in -a.
[[nodiscard]] bool feminine_ending(std::string_view name);

}  // namespace parallax
