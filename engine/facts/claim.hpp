#pragma once

/// A claim and its facts: what the comparison rules read.

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "engine/facts/word_roles.hpp"
#include "models/base/span.hpp"
#include "models/text/words.hpp"

namespace parallax {

/// Is it said to have happened, or only to be wanted, possible, planned?
enum class Modality : std::uint8_t {
  kFact,
  kAttempted,
  kIntended,
  kPossible,
  kFuture,
  kObligation,
  kRequested,
  kConditional,
  kQuestion,
};
[[nodiscard]] std::string_view name_of(Modality modality);

enum class TermKind : std::uint8_t {
  kPlain,     ///< An open-vocabulary word.
  kConcept,   ///< A word of the bridge table.
  kName,      ///< A capitalised run that no table knows.
  kCountry,   ///< A country by name, demonym or metonym.
  kPlace,     ///< A place of the gazetteer.
  kQuantity,  ///< Covered by a quantity.
  kDate,      ///< Covered by a date or time.
  kFunction,  ///< Stop word, marker, punctuation: never content.
};

/// Where a term stands in its clause. Known for languages with clause rules; kNone elsewhere.
enum class Slot : std::uint8_t {
  kNone,
  kSubject,  ///< In front of the verb, behind no preposition.
  kObject,   ///< Behind the verb, behind no preposition.
  kOblique,  ///< Behind a preposition: Term::preposition.
};

/// Sets of related concepts that a term belongs to (kin.tsv), numbered from 1; 0 = none.
constexpr std::size_t kKinSets = 3;
using KinSets = std::array<std::uint8_t, kKinSets>;

/// One content unit of a claim: a word or a phrase with everything that scopes say about it.
struct Term {
  ByteSpan span;
  std::uint32_t token = 0;   ///< Index of its first token in the document.
  std::uint32_t tokens = 1;  ///< Tokens covered.
  StemId id{};               ///< Concept, country, place or stem: what is compared.
  StemId stem{};             ///< Stem of its last word.
  TermKind kind = TermKind::kPlain;
  Modality modality = Modality::kFact;
  bool negated = false;      ///< Parity of the negators whose scope it is in.
  bool relative = false;     ///< Inside a relative clause or parenthesis: background.
  bool event = false;        ///< Concept of class event.
  bool actor = false;        ///< Concept of class actor or person.
  bool speech = false;       ///< Concept of class speech: frames what is said.
  bool attribute = false;    ///< Concept of class attribute: says how, not what.
  bool locative = false;     ///< Behind a preposition of place.
  bool predicate = false;    ///< Says what happens: an event, or a word used as a verb.
  bool verb_form = false;    ///< Its ending is one that only verb forms have.
  bool governed = false;     ///< First content or first predicate behind a negator or modal.
  std::uint8_t segment = 0;  ///< Coordinated part of the sentence, from 0.
  std::uint32_t pivot = 0;   ///< Document token that parts subject from object around a predicate:
                             ///< its finite auxiliary where the main verb stands last.
  StemId skeleton{};         ///< Of a name: letters that every spelling and script keeps.
  std::uint8_t clause = 0;   ///< Clause of the sentence, from 0 (finer than segments of a list).
  Slot slot = Slot::kNone;
  bool verb = false;         ///< Heads a verb group.
  bool predicative = false;  ///< Said of the subject: "is not a judge".
  bool passive = false;      ///< Of a verb: "was attacked".
  StemId preposition{};      ///< That governs it; StemId{} = none.
  StemId governor{};         ///< Verb of its clause that stands in front of it; StemId{} = none.
  StemId region{};           ///< Of a place: the country that it lies in.
  bool frame = false;        ///< Names who says it ("X said", "according to X"), not what is said.
  KinSets kin{};             ///< Of a concept.
};

/// A set of numbers [low, high], ends open or closed; infinite ends allowed.
struct Interval {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false;
  bool high_open = false;
};
/// True if no number lies in both.
[[nodiscard]] bool disjoint(const Interval& a, const Interval& b);

enum class QuantityKind : std::uint8_t { kExact, kApproximate, kBound, kRange, kVague, kNone };
[[nodiscard]] std::string_view name_of(QuantityKind kind);

/// "rose by 5 per cent from 2 to 7 per cent": change, origin, level.
enum class QuantityAspect : std::uint8_t { kLevel, kChange, kOrigin };

struct Quantity {
  ByteSpan span;
  std::uint32_t first_token = 0, last_token = 0;  ///< Inclusive, document indices.
  Interval value;
  QuantityKind kind = QuantityKind::kExact;
  std::string unit;           ///< "%", "USD", "km" ...; empty for counts.
  double factor = 1.0;        ///< Of the unit as written to `unit`; tells conversions apart.
  std::vector<StemId> head;   ///< What is counted: ids of the noun phrase.
  std::vector<StemId> event;  ///< Event ids it is bound to, nearest first.
  std::vector<StemId> owner;  ///< Countries and "own" markers of its noun phrase.
  bool subset = false;        ///< "including N ...", "among them".
  bool whole = false;         ///< "all 112": everybody or everything there is.
  bool designator = false;    ///< "boundary stone 47", "checkpoint 12": one of a series, no count.
  bool further = false;       ///< "also", "another 35": counted beside something else.
  double of = 0.0;            ///< Whole that it is a part of ("17 of the 20"); 0 = not given.
  std::string rate;           ///< "day" for "a day", "daily"; empty if it is no rate.
  std::vector<StemId> measure;  ///< Content of its clause in front of it: what is measured.
  std::vector<StemId> verbs;    ///< Of its clause, frames left out.
  double step = 0.0;            ///< Grain it is written at ("1.2 million": 100,000); 0 = exact.
  bool cumulative = false;      ///< "so far", "has risen to".
  bool negated = false;
  QuantityAspect aspect = QuantityAspect::kLevel;
};

/// A date or time as far as it is given.
struct DateValue {
  int year = 0;   ///< 0 = not given.
  int month = 0;  ///< 1-12, 0 = not given.
  int day = 0;    ///< 1-31, 0 = not given.
  int minute_from =
      -1;  ///< Minutes from 00:00 of `day`; may exceed a day (a night); -1 = whole day.
  int minute_to = -1;
  int weekday = 0;  ///< 1 = Monday, 0 = not given.
  int months = 0;   ///< Length from `month` on if it is no single month: a quarter has 3.
  int years = 0;    ///< Length from `year` on if it is no single year: a decade has 10.
  int days = 0;     ///< Length from `day` on if it is no single day: "24 to 26 March" has 3.
};

enum class DateUse : std::uint8_t {
  kOn,
  kSince,
  kBy,
  kUntil,
  kNamePart,
  kBefore,
  kAfter,
  kNotBefore
};
struct DateMention {
  ByteSpan span;
  std::uint32_t first_token = 0, last_token = 0;
  DateValue value;
  DateUse use = DateUse::kOn;
  bool ambiguous = false;     ///< 09/10/2022 with unknown order.
  bool frame = false;         ///< Says when it was said, not when it happened.
  bool relative = false;      ///< Reckoned from the date of publication ("yesterday", "on Monday").
  std::vector<StemId> event;  ///< What happened then: predicates of its own part of the sentence.
};

/// An evaluative or speech act with its target.
struct Stance {
  ByteSpan span;
  std::uint32_t term = 0;  ///< Index into Claim::terms.
  std::string act;         ///< condemn, welcome, support, reject, demand ...
  int polarity = 0;        ///< +1 for, -1 against, 0 neutral.
  std::string ladder;      ///< Name of the strength ladder; empty if none.
  int rank = 0;            ///< Higher = stronger.
  bool negated = false;
  bool met = false;  ///< Others take it towards the subject: "met with anger".
};

/// Movement on an axis: rose / fell, opened / closed.
struct Direction {
  ByteSpan span;
  std::uint32_t term = 0;
  std::string axis;
  int sign = 0;
  bool negated = false;
};

/// A word of a table of names that sides give to one thing: "aggression", "operation".
struct Label {
  ByteSpan span;
  std::uint32_t term = 0;
  std::string referent;  ///< What is named: "military action".
  std::string name;      ///< The name's group: words of one group are no different labels.
};

/// Words that say what has to be done, may be, need not be, must not be, is planned or tried.
struct Force {
  ByteSpan span;
  std::string kind;  ///< duty, leave, free, ban, plan, tried.
};

/// How much of a thing there is, or how far a deed goes: "slight damage", "critically injured".
struct Grade {
  ByteSpan span;
  std::uint32_t head = 0;  ///< What it grades: index into Claim::terms.
  bool high = false;
};

/// What tells a stage of a course of events: "was charged" is the third of a case.
struct Stage {
  std::uint32_t token = 0;  ///< Document index.
  std::string course;       ///< case, journey, treaty ...
  int rank = 0;             ///< Later ones are higher.
};

/// A kind of thing that a phrase names: "a city".
struct Kind {
  ByteSpan span;
  std::string category;  ///< person, place, work, body, animal ...
  std::string name;      ///< Within the category: city, county.
  bool general = false;  ///< The word for the whole kind: "musician" beside "drummer".
};

/// Where a thing is said to be.
struct Whereabouts {
  ByteSpan span;
  StemId country{};        ///< StemId{} = not known.
  std::string continents;  ///< Joined by "|"; empty = not known.
};

/// What the subject of a claim is said to be: "Pell (born 1950), known as Ox, is a Dutch singer".
/// English.
struct Definition {
  std::vector<std::vector<std::uint32_t>> names;  ///< Document tokens of what it is called.
  std::vector<Kind> kinds;
  std::vector<Kind> traits;            ///< "fictional", "silent": category is the set.
  std::vector<std::uint32_t> origins;  ///< Countries that describe it: indices into Claim::terms.
  std::vector<Whereabouts> places;
  bool negated = false;  ///< "is not a", "is something other than a".
  bool bare = false;     ///< Nothing but the kind: "is a musician".
  bool past = false;
};

/// A member of a set whose members exclude each other: exports, imports.
struct Contrast {
  std::string set;
  std::string member;
};

/// Whom the claim makes responsible for what ("held X responsible for the blackout", "it was caused
/// by X"), or who it says did it ("gunmen killed the two"). Indices into Claim::terms, in text
/// order.
struct Blame {
  std::vector<std::uint32_t> parties;   ///< Content of the phrase that names who it was.
  std::vector<std::uint32_t> deed;      ///< What is laid to them: its phrase, or the verb.
  std::vector<std::uint32_t> patients;  ///< To whom or what a verb says it was done.
  bool told_as_deed = false;            ///< By a verb of the deed itself, not by a word of blame.
};

/// A fact of which a thing has one: "was born in 1950", "directed by Pell", "the second-largest
/// port", "based in Ghent". English. Indices are into the claim that holds it.
struct Particular {
  enum class Value : std::uint8_t { kDate, kMaker, kPlace, kRank };
  ByteSpan span;  ///< The value.
  Value value = Value::kDate;
  std::string kind;                  ///< birth, release, director ... ; of ranks: "largest" or "".
  std::vector<std::uint32_t> topic;  ///< Document tokens of what it is a fact of.
  bool anaphor = false;              ///< The topic is "it", "she", "the film".
  std::uint32_t date = 0;            ///< Of kDate: into Claim::dates.
  std::uint32_t term = 0;            ///< Of kPlace: into Claim::terms.
  std::vector<std::uint32_t> names;  ///< Of kMaker: document tokens of all who made it.
  int rank = 0;                      ///< Of kRank: 1 = first.
  std::vector<StemId> of;            ///< Of kRank: stems of what is ranked, sorted.
  std::vector<StemId> within;        ///< Of kRank: stems of where or among what, sorted.
};

/// Who has a part in a matter that one party has: "operated by Norrun", "its owner is Halde".
/// English.
struct Holder {
  std::string part;  ///< owner, operator, author ... (holder.tsv)
  std::uint32_t term =
      0;         ///< A name that is no source: into Claim::terms of the claim that holds it.
  ByteSpan cue;  ///< The words that say so.
};

/// Document tokens of the content of a noun phrase, in text order.
using NounPhrase = std::vector<std::uint32_t>;

/// A deed with who did it and to whom, by the words that tell it: "faces a complaint by the guild".
/// English.
struct ToldDeed {
  std::uint64_t deeds = 0;  ///< Set of deeds that the words may tell (deed_words.hpp).
  NounPhrase agent, patient;
  NounPhrase thing;         ///< What is given, sold, paid; empty if it is not told.
  std::uint32_t first = 0;  ///< Document tokens of the words that tell it.
  std::uint32_t tokens = 0;
};

/// A term of the key-term table.
struct KeyTerm {
  ByteSpan span;
  double weight = 0.0;  ///< [0, 1]; 1 = first of all.
};

struct Claim {
  ByteSpan span;
  std::uint32_t sentence = 0;  ///< Index into Document::sentences.
  std::uint32_t first_token = 0, token_count = 0;
  std::vector<Term> terms;  ///< In text order, function words included.
  std::vector<Quantity> quantities;
  std::vector<DateMention> dates;
  std::vector<Stance> stances;
  std::vector<Direction> directions;
  std::vector<Contrast> contrasts;
  std::uint32_t negators = 0;  ///< Negating words and verbs outside relative clauses.
  StemId speaker{};            ///< Country of who says it, as in the terms; StemId{} if unknown.
  bool verb_final = false;     ///< Subject and object both stand in front of the verb.
  bool other_event = false;    ///< "Similarly", "in a separate incident".
  bool general = false;        ///< "As a rule", "normally": no single case. English.
  bool question = false;
  bool disputed = false;   ///< The sentence tells a claim and its denial by somebody else.
  bool formulaic = false;  ///< Nothing but courtesy or diplomatic formula.
  std::vector<std::uint32_t> agents;  ///< Document tokens of the passive's "by".
  std::vector<Label> labels;
  Definition definition;
  std::vector<Force> forces;            ///< In text order; those of who says it left out. English.
  std::vector<Grade> grades;            ///< In text order; denied ones left out. English.
  std::vector<Direction> steps;         ///< Ends of ladders: sign -1 low, 1 high. English.
  std::vector<Stage> stages;            ///< In text order; those of who says it left out. English.
  std::vector<Blame> blames;            ///< English; denied, asked and conditional ones left out.
  std::vector<Particular> particulars;  ///< English; denied and unsure ones left out.
  std::vector<Holder> holders;          ///< English; denied and open ones left out.
  std::vector<WordRole> roles;          ///< One for each token. English.
  std::vector<ToldDeed> deeds;          ///< In text order; denied ones left out. English.
  std::string commitment = "asserted";
  std::vector<KeyTerm> key_terms;  ///< In text order.
};

}  // namespace parallax
