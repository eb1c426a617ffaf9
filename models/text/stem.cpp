/// Snowball stemmers (libstemmer), one of each language per thread; light ones for Turkish and
/// Azerbaijani (Snowball has none for Azerbaijani and leaves Turkish verbs whole).

#include <array>
#include <map>
#include <memory>
#include <string>

#include <libstemmer.h>

#include "models/text/stem_turkic.hpp"
#include "models/text/words.hpp"

namespace parallax {
namespace {

struct Close {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, Close>;

constexpr std::array<std::string_view, 25> kLanguages = {
    "ar", "ca", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "hi", "hu",
    "hy", "id", "it", "lt", "ne", "nl", "no", "pt", "ro", "ru", "sv", "ta"};

bool is_turkic(std::string_view language) {
  return language == "tr" || language == "az";
}

/// Stemmer of this thread, nullptr where Snowball has none.
sb_stemmer* stemmer_for(std::string_view language) {
  thread_local std::map<std::string, Stemmer, std::less<>> stemmers;
  const auto found = stemmers.find(language);
  if (found != stemmers.end()) {
    return found->second.get();
  }
  const std::string name(language);
  auto& slot = stemmers[name];
  slot.reset(has_stemmer(language) ? sb_stemmer_new(name.c_str(), "UTF_8") : nullptr);
  return slot.get();
}

/// Arabic imperfect without the letter of its person, so that it meets the perfect: "yadkhul",
/// "dakhala". Snowball leaves it. Nouns lose the letter in all their forms.
std::string without_person(const std::string& stem) {
  constexpr std::size_t kFourLetters = 8;
  const bool person = stem.size() >= kFourLetters &&
                      (stem.compare(0, 2, "\xd9\x8a") == 0 || stem.compare(0, 2, "\xd8\xaa") == 0);
  return person ? stem.substr(2) : stem;
}

}  // namespace

bool has_stemmer(std::string_view language) {
  if (is_turkic(language)) {
    return true;
  }
  for (const std::string_view known : kLanguages) {
    if (known == language) {
      return true;
    }
  }
  return false;
}

std::string stem(std::string_view folded, std::string_view language) {
  if (is_turkic(language)) {
    return stem_turkic(folded, language);
  }
  sb_stemmer* stemmer = stemmer_for(language);
  if (stemmer == nullptr || folded.empty()) {
    return std::string(folded);
  }
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
  const sb_symbol* result = sb_stemmer_stem(stemmer, bytes, static_cast<int>(folded.size()));
  if (result == nullptr) {
    return std::string(folded);
  }
  const std::string stemmed(reinterpret_cast<const char*>(result),
                            static_cast<std::size_t>(sb_stemmer_length(stemmer)));
  return language == "ar" ? without_person(stemmed) : stemmed;
}

}  // namespace parallax
