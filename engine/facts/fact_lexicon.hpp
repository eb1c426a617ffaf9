#pragma once

/// The word tables of one language, ready for the fact rules.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/facts/claim.hpp"
#include "models/base/result.hpp"
#include "models/lexicon/phrases.hpp"
#include "models/lexicon/table.hpp"

namespace parallax {

/// Rows of one table behind a matcher: `match` gives an index into `rows`.
struct FactTable {
  PhraseSet phrases;
  std::vector<std::vector<std::string>> rows;  ///< Columns after the pattern column.
  /// Patterns written "-xyz": folded endings of words -> index into `rows`.
  std::map<std::string, std::uint32_t, std::less<>> endings;

  /// Row of the longest ending of `folded` that leaves two bytes of stem; nullptr if there is none.
  [[nodiscard]] const std::vector<std::string>* ending(std::string_view folded) const;
};

/// Jobs that closed-class words do in a clause; a word may do several. Names in function.tsv:
enum class FunctionClass : std::uint8_t {
  kLocative,        ///< locative: preposition of place ("in", "near")
  kPlaceLead,       ///< place_lead: may stand between it and the place ("city", "the", "of")
  kArticle,         ///< article
  kPossessive,      ///< possessive: "its", "their", "own"
  kNounLink,        ///< noun_link: joins a number to what it counts ("79 of the ...")
  kDeterminer,      ///< determiner: makes a noun of what follows ("the", "no", "some")
  kRelative,        ///< relative: opens a relative clause behind a comma
  kWeakRelative,    ///< weak_relative: the same, unless a capitalised word follows (German "die")
  kAgent,           ///< agent: the passive's "by"
  kVerbMarker,      ///< verb_marker: stands right in front of a verb
  kAuxiliary,       ///< auxiliary: finite verb that sends the main verb to the clause's end
  kVerbEnding,      ///< verb_ending: ending that only verb forms have
  kFutureEnding,    ///< future_ending: ending of the future tense
  kJoint,           ///< joint: coordinates parts of a sentence
  kNumberJoint,     ///< number_joint: "and" inside or between numbers
  kRangeJoint,      ///< range_joint: "to" between numbers or days
  kNameParticle,    ///< name_particle: lower-case part of a name
  kReference,       ///< reference: the number behind it is a name ("resolution", "article")
  kSubset,          ///< subset: "including", "among"
  kAlternative,     ///< alternative: opens a bound behind its number ("or" more)
  kRounded,         ///< rounded: number word that is meant roughly (French "centaine")
  kHalf,            ///< half: half of the scale that follows or went before
  kSince,           ///< since
  kBy,              ///< by: before a time
  kUntil,           ///< until
  kYearLead,        ///< year_lead: may stand in front of a year
  kNameLink,        ///< name_link: ties a year to the name in front ("Convention of 1961")
  kYearWord,        ///< year_word: stands behind a year
  kHourWord,        ///< hour_word: stands behind an hour ("Uhr")
  kHourLead,        ///< hour_lead: an hour follows ("a las")
  kFirst,           ///< first: the first of a month
  kLateNegation,    ///< late_negation: may stand behind the verb that it negates ("nicht")
  kVerbFinal,       ///< verb_final: of "-": subject and object stand in front of the verb
  kComplementizer,  ///< complementizer: opens what is said ("que", "dass")
  kSourceLead,      ///< source_lead: a source follows ("selon", "laut")
  kPreverbal,       ///< preverbal: half of a negation whose other half follows ("ne", "n'")
  kOnly,            ///< only: closes such a pair to "only" ("que")
  kNumberSuffix,    ///< number_suffix: joined to digits by hyphen or apostrophe ("79-ti", "79'u")
  kPlaceEnding,     ///< place_ending: case ending that says where ("-da", "-dan")
  kVagueScale,      ///< vague_scale: plural that counts nothing without a number ("thousands of")
  kVerbalNoun,      ///< verbal_noun: ending of verbal nouns as objects ("-mayi", "-maqdan")
  kCount,
};

/// Closed-class words of a language.
class FunctionWords {
 public:
  /// False if there is no class of that name.
  [[nodiscard]] bool add(std::string_view word, std::string_view class_name,
                         std::string_view language);
  /// Classes of a folded word, one bit each.
  [[nodiscard]] std::uint64_t classes(std::string_view folded) const;
  [[nodiscard]] bool has(std::string_view folded, FunctionClass kind) const {
    return (classes(folded) >> static_cast<unsigned>(kind) & std::uint64_t{1}) != 0;
  }
  [[nodiscard]] bool ends_with(std::string_view folded, FunctionClass ending) const;
  [[nodiscard]] bool empty() const { return words_.empty() && endings_.empty(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>> words_;
  std::vector<std::pair<FunctionClass, std::string>> endings_;
};

/// Tables (all optional; missing = empty):
///   concept.tsv     pattern, concept, class       bridge of words to language-free ids
/// A pattern "-xyz" of negation.tsv or modal.tsv is an ending of words; rows for the whole word go
/// before endings.
///   negation.tsv    pattern, class                negator | none | pseudo | terminator |
///                                                 suffix (of a verb that negates its clause) |
///                                                 suffix_near (of a participle: the words in
///                                                 front of it only) |
///                                                 concord (negates only where nothing in the
///                                                 clause has) | completer (second half, alone no
///                                                 negation)
///   function.tsv    word, class                   see FunctionClass
///   separable.tsv   forms, particle, verb         finite forms whose particle stands at the
///                                                 clause's end ("griff ... an": "angreifen"), or
///                                                 behind a short object ("turned ... down":
///                                                 "rejected")
///   implicative.tsv pattern, effect               flip | flip_gerund | forbid | keep | attempt |
///                                                 intend | possible |
///                                                 refuse (flips behind a verbal noun) |
///                                                 flip_before, attempt_before, intend_before,
///                                                 possible_before (what stands in front: "is under
///                                                 consideration")
///   modal.tsv       pattern, class                see Modality
///   stance.tsv      pattern, class, polarity, ladder, rank
///   bound.tsv       pattern, operator             > >= < <= ~ ~< range between all half none
///   unit.tsv        pattern, unit, factor
///   vague.tsv       pattern, low, high            "dozens of": what it may mean
///   direction.tsv   pattern, axis, sign
///   antonym.tsv     pattern, axis, sign           states that deny each other: safe, unsafe;
///   several
///                                                 of each parted by "|"
///   verb.tsv        pattern, form                 base | past | participle: tells clauses apart
///   irregular.tsv   form, stem                    past forms and the Snowball stem of their verb
///   cue.tsv         pattern, class, takes         verbs of saying; positions left out
///   label.tsv       pattern, referent, name       what sides call one thing
///   body.tsv        pattern, id, country          long forms, acronyms and variants of one body
///   contrast.tsv    pattern, set, member          members of one set exclude each other
///   category.tsv    pattern, category, kind       heads of "is a ...": kinds that exclude others
///   force.tsv       pattern, class                duty | leave | free (no duty) | ban | plan |
///                                                 tried | none (none of these)
///   holder.tsv      pattern, class, part           who owns, runs, wrote, won it
///   grade.tsv       pattern, grade                low | high: how much, how far
///   step.tsv        pattern, ladder, grade        low | high: ends of ladders, several parted by
///                                                 "|"
///   stage.tsv       pattern, stages               stages of courses of events: "case:2|vote:1"
///   particular.tsv  pattern, class, kind, maker   facts of which a thing has one; the classes
///   stand
///                                                 at its top
///   light_noun.tsv  pattern, reading, name, sign, ladder, rank   stance (name: act) or direction
///                                                 (name: axis), behind a light verb
///   light_verb.tsv  pattern, class                voice | deny (the other way round) | meet (the
///                                                 subject meets with it) | move
///   event.tsv       pattern, class                other (another event) | update
///   key_term.tsv    pattern, weight               [0, 1]: how much a finding about it matters
///   formulaic.tsv   pattern, class                position | courtesy | filler | speaker |
///                                                 modifier
///   revision.tsv    pattern, class, needs         correction | withdrawal | clarification of what
///                                                 was said; needs "text" (a row of class text
///                                                 close by: "statement", "figures") or nothing
///   common/continent.tsv  iso2, continents        of a country, joined by "|"
///   common/kin.tsv  concept, set                  concepts of one set count as met in the event
///                                                 gate; at most kKinSets a concept
///   demonym, territory, place, month, weekday, number, currency tables; NAME_extra.tsv adds to
///   NAME.gen.tsv
struct FactLexicon {
  std::string language;
  FactTable concepts, negation, implicative, modal, stance, bound, unit, direction, event, place,
      month, weekday, number, day_part, contrast, key_term, formulaic, antonym, verb, irregular,
      implicative_apart, cue, label, organisation, vague, revision, category, force, grade, holder,
      step, stage, particular, light_noun, light_verb;
  // implicative_apart: the first words of "try to" and its like, for "tried in vain to".
  FunctionWords functions;
  /// Sets of kin.tsv by concept, numbered from 1; 0 = none.
  std::map<std::string, KinSets, std::less<>> kin;
  /// "@" and ISO code of a country -> the continents that it lies in, joined by "|".
  std::map<std::string, std::string, std::less<>> continents;
  /// Folded finite form -> {particle, verb}; infinitive with "zu" inside -> {"", verb}.
  std::unordered_map<std::string, std::vector<std::pair<std::string, std::string>>> separable;

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
