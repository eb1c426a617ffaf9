#pragma once

/// Distinct words of a run: each is folded and stemmed once, tokens refer to it by number.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

enum class WordId : std::uint32_t {};
/// Equal exactly for words with the same stem string; what open-vocabulary comparison works on.
enum class StemId : std::uint32_t {};

struct Word {
  std::string surface_folded;  ///< fold(surface) and nothing else.
  std::string folded;  ///< Match key: English possessive (s) cut, elided article of fr/it/ca (l, d,
                       ///< qu, n ...) cut, Turkic suffix behind an apostrophe cut.
  std::string stem;  ///< Snowball stem of `folded` in its language; `folded` itself where there is
                     ///< no stemmer.
  StemId stem_id{};
  std::vector<std::string> variants;  ///< Arabic: the word without what is written onto it
                                      ///< (conjunction, preposition, article), longest first.
                                      ///< Word tables match these too. Empty elsewhere.
  bool stop =
      false;  ///< On the stop list that was set for the language when the word was first seen.
};

/// Interner for words. Numbers are given in order of first sight and must never reach an output.
/// Lifetime: references stay valid as long as the table. Thread safety: none; one table per thread.
class WordTable {
 public:
  WordTable();
  ~WordTable();
  WordTable(WordTable&&) noexcept;
  WordTable& operator=(WordTable&&) noexcept;
  WordTable(const WordTable&) = delete;
  WordTable& operator=(const WordTable&) = delete;

  /// The number of `surface` (one token, as written) in `language`. The same word written with
  /// other case gives the same id.
  WordId intern(std::string_view surface, std::string_view language);
  /// Number of a stem string, made if new.
  StemId intern_stem(std::string_view stem);
  /// Sets the stop words of a language (one folded word a line); call before the first intern of
  /// that language.
  void set_stop_words(std::string_view language, std::string_view lines);

  /// Complexity: O(1), two loads.
  [[nodiscard]] const Word& operator[](WordId id) const {
    return *by_number_[static_cast<std::size_t>(id)];
  }
  [[nodiscard]] const std::string& stem(StemId id) const;
  [[nodiscard]] std::size_t size() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  std::vector<const Word*> by_number_;  ///< Into the storage of `impl_`.
};

/// What stands for a folded word: without English possessive, elided article of French, Italian and
/// Catalan, or the suffix behind a Turkic apostrophe. Lifetime: a view of `folded`.
[[nodiscard]] std::string_view match_key(std::string_view folded, std::string_view language);

/// Stem of a folded word: Snowball ("en", "fr", "ru", "de", "es", "ar" ... 25 languages), a light
/// stemmer for "tr" and "az"; the word itself elsewhere. Thread safety: pure (stemmers are per
/// thread).
[[nodiscard]] std::string stem(std::string_view folded, std::string_view language);

/// True if `stem` knows the language.
[[nodiscard]] bool has_stemmer(std::string_view language);

}  // namespace parallax
