#pragma once

/// The word tables of one language, ready for the fact rules.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/lexicon/phrases.hpp"
#include "models/base/result.hpp"
#include "models/lexicon/table.hpp"

namespace parallax {

/// Rows of one table behind a matcher: `match` gives an index into `rows`.
struct FactTable {
  PhraseSet phrases;
  std::vector<std::vector<std::string>> rows;  ///< Columns after the pattern column.
};

/// Tables (all optional; missing = empty):
///   concept.tsv     pattern, concept, class       bridge of words to language-free ids
///   negation.tsv    pattern, class                negator | none | pseudo | terminator | suffix
///   implicative.tsv pattern, effect               flip | keep | attempt | intend
///   modal.tsv       pattern, class                see Modality
///   stance.tsv      pattern, class, polarity, ladder, rank
///   bound.tsv       pattern, operator             > >= < <= ~ ~< range between all half none
///   unit.tsv        pattern, unit, factor
///   vague.tsv       pattern, low, high            "dozens of": what it may mean
///   direction.tsv   pattern, axis, sign
///   antonym.tsv     pattern, axis, sign           states that deny each other: safe, unsafe
///   verb.tsv        pattern, form                 base | past | participle: tells clauses apart
///   label.tsv       pattern, referent, name       what sides call one thing
///   organisation.tsv pattern, id, country         long forms, acronyms and variants of one body
///   contrast.tsv    pattern, set, member          members of one set exclude each other
///   event.tsv       pattern, class                other (another event) | update
///   demonym, territory, place, month, weekday, number, currency tables
struct FactLexicon {
  std::string language;
  FactTable concepts, negation, implicative, modal, stance, bound, unit, direction, event, place,
      month, weekday, number, day_part, contrast, antonym, verb, label, organisation,
      vague;

  /// Reads the tables of `language`. Errors: kFormat with file and line.
  [[nodiscard]] static Result<FactLexicon> load(std::string_view language,
                                                const LexiconSource& source);
};

/// Lexicons by language, loaded on first use. Thread safety: none.
class FactLexicons {
 public:
  explicit FactLexicons(const LexiconSource& source) : source_(source) {}
  [[nodiscard]] const LexiconSource& source() const { return source_; }
  [[nodiscard]] Result<const FactLexicon*> get(std::string_view language);

 private:
  const LexiconSource& source_;
  std::map<std::string, std::unique_ptr<FactLexicon>, std::less<>> loaded_;
};

}  // namespace parallax
