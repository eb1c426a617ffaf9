#pragma once

/// What words do in an English sentence, by lists of the closed classes.

#include <cstdint>
#include <string_view>

namespace parallax {

/// What a word does in its sentence, as far as lists and the terms of its claim tell.
enum class WordRole : std::uint8_t {
  kContent,
  kAdverb,
  kDeterminer,  ///< "the", "its"
  kPronoun,     ///< "it", "they"
  kPreposition,
  kAuxiliary,
  kRelative,  ///< "who", "that"
  kJoint,     ///< "and", "while"
  kNumber,
  kDate,
  kVerb,
  kMark,  ///< Punctuation.
};

/// By the lists, the ending of adverbs, or digits; kContent for all others. `word` is folded.
[[nodiscard]] WordRole listed_role(std::string_view word);

}  // namespace parallax
