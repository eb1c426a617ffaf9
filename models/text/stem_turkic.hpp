#pragma once

/// Light stemmer of Turkish and Azerbaijani: strips case, possessive, plural, tense and negation
/// endings, so that a verb and its denial share one stem. Internal to models/text.

#include <string>
#include <string_view>

namespace parallax {

/// Stem of a word folded for "tr" or "az" (every dotless i is i). Endings are stripped longest
/// first, at most six, as long as three letters with a vowel are left; final soft consonants are
/// hardened (kitabi -> kitap is NOT done, -lig -> -lik is). Other languages: the word itself.
/// Complexity: linear in the word. Thread safety: pure.
[[nodiscard]] std::string stem_turkic(std::string_view folded, std::string_view language);

}  // namespace parallax
