#include "models/text/words.hpp"

#include <algorithm>
#include <deque>
#include <unordered_set>

#include "models/base/expects.hpp"
#include "models/text/fold.hpp"
#include "models/text/string_table.hpp"

namespace parallax {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using StringSet = std::unordered_set<std::string, Hash, std::equal_to<>>;

bool elides(std::string_view language) {
  return language == "fr" || language == "it" || language == "ca";
}

}  // namespace

std::string_view match_key(std::string_view folded, std::string_view language) {
  const std::size_t mark = folded.find('\'');
  if (mark == std::string_view::npos || mark == 0) {
    return folded;
  }
  if (language == "en" || language == "und") {
    if (folded.ends_with("'s")) {
      return folded.substr(0, folded.size() - 2);
    }
    return folded.ends_with("s'") ? folded.substr(0, folded.size() - 1) : folded;
  }
  if (elides(language) && mark <= 6 && mark + 1 < folded.size()) {
    return folded.substr(mark + 1);
  }
  if (language == "tr" || language == "az") {
    return folded.substr(0, mark);
  }
  return folded;
}

namespace {

/// Arabic letters of two bytes each that are written onto the next word.
constexpr std::string_view kArticle = "\xd8\xa7\xd9\x84";     // al-
constexpr std::string_view kArticleFor = "\xd9\x84\xd9\x84";  // li-l-
constexpr std::size_t kLetter = 2;
/// What is left must have this many letters; short words are words of their own.
constexpr std::size_t kMinBehindConjunction = 3 * kLetter;
constexpr std::size_t kMinBehindPreposition = 4 * kLetter;
constexpr std::size_t kMinBehindArticle = 3 * kLetter;

bool begins_with_any(std::string_view word, std::initializer_list<std::string_view> letters) {
  return std::any_of(letters.begin(), letters.end(),
                     [&](std::string_view letter) { return word.starts_with(letter); });
}

/// Adds `word` without its preposition and article.
void add_nominal_variants(std::string_view word, std::vector<std::string>& out) {
  std::string_view noun = word;
  if (begins_with_any(word, {"\xd8\xa8", "\xd9\x84", "\xd9\x83"}) &&
      word.size() >= kLetter + kMinBehindPreposition) {
    noun = word.substr(kLetter);
    if (!word.starts_with(kArticleFor)) {
      out.emplace_back(noun);
    }
  }
  if (word.starts_with(kArticleFor) && word.size() >= 2 * kLetter + kMinBehindArticle) {
    out.push_back(std::string(kArticle) + std::string(word.substr(2 * kLetter)));
    out.emplace_back(word.substr(2 * kLetter));
  } else if (noun.starts_with(kArticle) && noun.size() >= 2 * kLetter + kMinBehindArticle) {
    out.emplace_back(noun.substr(2 * kLetter));
  }
}

/// Arabic future: "sa-" in front of the imperfect's person prefix.
void add_future_variant(std::string_view word, std::vector<std::string>& out) {
  if (begins_with_any(word, {"\xd8\xb3\xd9\x8a", "\xd8\xb3\xd8\xaa", "\xd8\xb3\xd9\x86"}) &&
      word.size() >= kLetter + kMinBehindPreposition) {
    out.emplace_back(word.substr(kLetter));
  }
}

/// "wa-bi-l-madina" -> "bi-l-madina", "al-madina", "madina".
std::vector<std::string> variants_of(std::string_view folded, std::string_view language) {
  std::vector<std::string> out;
  if (language != "ar") {
    return out;
  }
  add_nominal_variants(folded, out);
  add_future_variant(folded, out);
  if (begins_with_any(folded, {"\xd9\x88", "\xd9\x81"}) &&
      folded.size() >= kLetter + kMinBehindConjunction) {
    out.emplace_back(folded.substr(kLetter));
    add_nominal_variants(folded.substr(kLetter), out);
    add_future_variant(folded.substr(kLetter), out);
  }
  return out;
}

}  // namespace

struct WordTable::Impl {
  struct Language {
    std::string name;
    StringTable by_surface;  ///< Value: word number.
    StringTable by_fold;     ///< Value: word number.
    StringSet stop;
  };

  std::deque<Language> languages;
  Language* last = nullptr;  ///< Texts come in runs of one language.
  StringTable stems;
  std::deque<Word> words;
  std::deque<std::string> stem_texts;

  Language& language_of(std::string_view name) {
    if (last != nullptr && last->name == name) {
      return *last;
    }
    for (Language& language : languages) {
      if (language.name == name) {
        last = &language;
        return language;
      }
    }
    languages.emplace_back().name = std::string(name);
    last = &languages.back();
    return *last;
  }
};

WordTable::WordTable() : impl_(std::make_unique<Impl>()) {
  intern_stem("");
}
WordTable::~WordTable() = default;
WordTable::WordTable(WordTable&&) noexcept = default;
WordTable& WordTable::operator=(WordTable&&) noexcept = default;

WordId WordTable::intern(std::string_view surface, std::string_view language) {
  Impl::Language& table = impl_->language_of(language);
  if (const std::uint32_t seen = table.by_surface.find(surface); seen != StringTable::kNone) {
    return static_cast<WordId>(seen);
  }
  std::string folded = fold(surface, language);
  std::uint32_t number = 0;
  if (const std::uint32_t seen = table.by_fold.find(folded); seen != StringTable::kNone) {
    number = seen;
  } else {
    number = static_cast<std::uint32_t>(impl_->words.size());
    table.by_fold.insert(folded, number);
    Word word;
    word.folded = std::string(match_key(folded, language));
    word.stem = parallax::stem(word.folded, language);
    word.stem_id = intern_stem(word.stem);
    word.stop = table.stop.contains(word.folded) || table.stop.contains(folded);
    word.variants = variants_of(folded, language);
    word.surface_folded = std::move(folded);
    by_number_.push_back(&impl_->words.emplace_back(std::move(word)));
  }
  table.by_surface.insert(surface, number);
  return static_cast<WordId>(number);
}

StemId WordTable::intern_stem(std::string_view stem_text) {
  const auto next = static_cast<std::uint32_t>(impl_->stem_texts.size());
  const std::uint32_t number = impl_->stems.insert(stem_text, next);
  if (number == next) {
    impl_->stem_texts.emplace_back(stem_text);
  }
  return static_cast<StemId>(number);
}

void WordTable::set_stop_words(std::string_view language, std::string_view lines) {
  StringSet& set = impl_->language_of(language).stop;
  std::size_t begin = 0;
  while (begin < lines.size()) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    if (end > begin) {
      set.emplace(lines.substr(begin, end - begin));
    }
    begin = end + 1;
  }
}

const std::string& WordTable::stem(StemId id) const {
  return impl_->stem_texts[static_cast<std::size_t>(id)];
}

std::size_t WordTable::size() const {
  return impl_->words.size();
}

}  // namespace parallax
