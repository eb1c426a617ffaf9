/// A word number where a stem number belongs.

#include "models/text/words.hpp"

const std::string& stem_of(const parallax::WordTable& words, parallax::WordId word) {
#ifdef PARALLAX_MUST_NOT_COMPILE
  return words.stem(word);
#else
  return words.stem(words[word].stem_id);
#endif
}
