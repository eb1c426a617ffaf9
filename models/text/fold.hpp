#pragma once

/// The one folding that text and word tables share: two spellings match exactly if their folds are
/// equal.

#include <string>
#include <string_view>

namespace parallax {

/// Match key of a word: NFKC case fold, typographic apostrophes and hyphens to ASCII (' and -),
/// soft hyphens, Arabic tatweel and Arabic/Hebrew vowel marks removed, Arabic alef forms -> bare
/// alef, alef maksura -> yeh, Persian yeh and keheh -> Arabic yeh and kaf, combining dot above
/// after i removed. For "tr" and "az": upper-case I -> dotless i first, then every dotless i
/// becomes plain i (so that spellings typed without Turkish letters match). For "ru": io -> ie (the
/// dots are rarely written). Idempotent. A final
/// possessive 's is NOT removed here. REQUIRES: `text` is valid UTF-8. Complexity: linear; ASCII
/// input takes a fast path that gives the same result.
[[nodiscard]] std::string fold(std::string_view text, std::string_view language = "und");

}  // namespace parallax
