#pragma once

/// The word tables that tell who speaks: of one language, ready for the attribution rules.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/sources/source.hpp"
#include "models/base/result.hpp"
#include "models/lexicon/phrases.hpp"
#include "models/lexicon/table.hpp"

namespace parallax {

/// Tables in models/lexicon/<lang>/ (all optional; missing = empty). The first column is a pattern
/// as PhraseSet reads it: `word` folded, `word~` by stem, `word*` by prefix, words apart by blanks,
/// alternatives by '|'.
///
///   cue.tsv            pattern, class, takes
///     Verbs (finite and participle forms; nouns belong elsewhere) that carry what somebody says.
///     class   neutral   say, add, tell               claim    allege, argue, insist
///             confirm   admit, acknowledge           deny     deny, refute (+ clause)
///             stance    condemn, urge, welcome       think    believe, hope, plan, want
///             ask       ask, wonder                  show     show, find, suggest (documents do
///             it)
///     takes   any       a clause with or without "that", a quotation or an object: said
///             told      as any, with an addressee in front: told reporters that
///             that      "that", "whether", a question word or a quotation only: showed that
///             object    an object or an infinitive: condemned the attack, urged X to leave
///             quote     a quotation only: went on, smiled
///   role.tsv           pattern, role, kind, gender
///     role    a word of design.md's list of roles (ministry, spokesperson, igo ...)
///     kind    person | organisation | group (officials, analysts: several, or unnamed) |
///             standin ("the service", "die Behoerde": alone, the body that spoke last) |
///             epithet (a person whom the word describes rather than names the office of: "the
///             politician", alone, may be any person who spoke last)
///     gender  m | f | empty
///   title.tsv          pattern, gender, position
///     Forms of address and ranks that stand before | after a name ("Mr", "Gen", "bey"; without
///     full stop).
///   pronoun.tsv        pattern, class, use
///     class   male | female | person (either) | thing (an organisation) | plural | self (we, I)
///     use     subject | possessive | object
///   given_name.tsv     pattern, gender
///     m | f | empty (either)
///   organisation.tsv   pattern, name, role, iso2
///     Well-known bodies by long name and acronym ("un|united nations"); iso2 may be empty.
///   metonym.tsv        pattern, name, role, iso2
///     Capitals and seats of power that speak for a government ("baku", "kremlin").
///   territory.gen.tsv, territory_extra.tsv   name, iso2      countries
///   demonym.tsv        form, iso2             "belgian": whose ministry, envoy or army it is
///   document_noun.tsv  pattern, kind
///     Texts that "say" something: statement, report, letter, poll.
///     kind    official (speaks for its issuer) | other
///   frame.tsv          pattern, class: the words that hold a sentence together
///     that        complementisers: that                wh           whether, how, what, why
///     relative    who, which                           article      the, a, this
///     auxiliary   has, was, will                       be           forms of "be" (passive)
///     negation    not, never                           preposition  in, on, at, to
///     of          what joins a noun to a noun: of      agent        by (passive agent)
///     and         and, or                              but          but, while, although, because
///     adverb      also, however, later, yesterday      day          weekdays, "last week"
///     according   according to, selon, laut: the speaker follows
///     according_own     "demnach", "nach seinen worten": it stands for the speaker before
///     according_after   -e gore, zufolge: the speaker stands before
///     according_last    "..., so X": behind a comma, the speaker follows and closes the clause
///     citing      citing, with reference to: the speaker follows, the outlet stands before
///     venue       in a statement, at a briefing, on Twitter (may stand behind a cue)
///     reset       to recap, earlier, meanwhile: what follows is the author's again
///     question    "q :", "question :" (interviews)     answer       "a :"
///     byline      by (in front of the author's name)   continues    reads, as follows
///     nobody      words that never head a speaker: spite, weeks, percent
///     topic       "as for", Arabic "amma": the speaker follows, then the verb with "fa-"
///     noun        cue forms that are nouns as often: report, claims, call (a cue only behind a
///                 subject, an auxiliary or in front of "that")
///   lead.tsv           pattern, class: what opens a sentence and tells whose words stand near
///     back        a word for the sentence before, a verb of saying and the speaker follow: "ob
///                 etom", "das", "asi lo", "bu barede"
///     back_said   the same with the verb in it: the speaker follows
///     opinion     a speaker and a comma follow: "pour le ministre, ..."
///     reported    anywhere: a form of the verb that gives somebody else's words: "sei", "habe"
///     issues      anywhere: who does this to a text has written it: "issued", "published"
///   case_ending.tsv    ending
///     Verb-final languages: endings of roles that stand in another case than the nominative.
/// Tables in models/lexicon/common/:
///   quotes.tsv         open, close, level           pairs of quotation marks; level 1 or 2 (inner)
///   grammar.tsv        language, order              svo | vso | sov; missing = svo
enum class CueClass : std::uint8_t {
  kNeutral,
  kClaim,
  kConfirm,
  kDeny,
  kStance,
  kThink,
  kAsk,
  kShow,
};
enum class CueTakes : std::uint8_t { kAny, kTold, kThat, kObject, kQuote };
struct CueRow {
  CueClass kind = CueClass::kNeutral;
  CueTakes takes = CueTakes::kAny;
};

/// `kEpithet` is read as a person with RoleRow::epithet.
enum class SpeakerKind : std::uint8_t { kPerson, kOrganisation, kGroup, kStandIn, kEpithet };
struct RoleRow {
  Role role = Role::kUnknown;
  SpeakerKind kind = SpeakerKind::kPerson;
  Gender gender = Gender::kUnknown;
  bool epithet = false;
};

struct TitleRow {
  Gender gender = Gender::kUnknown;
  bool before = true;
};

enum class PronounClass : std::uint8_t { kMale, kFemale, kPerson, kThing, kPlural, kSelf };
enum class PronounUse : std::uint8_t { kSubject, kPossessive, kObject };
struct PronounRow {
  PronounClass kind = PronounClass::kPerson;
  PronounUse use = PronounUse::kSubject;
  friend bool operator==(PronounRow, PronounRow) = default;
};

/// An organisation or a metonym.
struct BodyRow {
  std::string name;
  Role role = Role::kUnknown;
  std::string country;
};

enum class Frame : std::uint8_t {
  kNone,
  kThat,
  kWh,
  kRelative,
  kArticle,
  kAuxiliary,
  kBe,
  kNegation,
  kPreposition,
  kOf,
  kAgent,
  kAnd,
  kBut,
  kAdverb,
  kDay,
  kAccording,
  kAccordingOwn,
  kAccordingAfter,
  kAccordingLast,
  kCiting,
  kVenue,
  kReset,
  kQuestion,
  kAnswer,
  kByline,
  kContinues,
  kNobody,
  kNoun,
  kTopic,
};

enum class Lead : std::uint8_t { kBack, kBackSaid, kOpinion, kReported, kIssues };

struct QuotePair {
  std::string open, close;
  int level = 1;
};

enum class WordOrder : std::uint8_t { kSvo, kVso, kSov };

struct SourceLexicon {
  std::string language;
  WordOrder order = WordOrder::kSvo;
  PhraseSet cues, roles, titles, pronouns, given_names, organisations, metonyms, documents, frames,
      countries, demonyms, leads;
  std::vector<CueRow> cue_rows;
  std::vector<RoleRow> role_rows;
  std::vector<TitleRow> title_rows;
  std::vector<PronounRow> pronoun_rows;
  std::vector<Gender> given_name_rows;
  std::vector<BodyRow> organisation_rows, metonym_rows;
  std::vector<std::string> country_rows, demonym_rows;  ///< ISO 3166-1 alpha-2.
  std::vector<bool> document_rows;                      ///< True = official.
  std::vector<Frame> frame_rows;
  std::vector<Lead> lead_rows;
  bool reports_by_form = false;  ///< Some lead is `reported`.
  std::vector<QuotePair> quotes;
  std::vector<std::string> oblique_endings;  ///< Folded.
  /// Verbs written apart, German "weist ... zurueck": verb -> particle -> row of cue.tsv. Folded.
  std::map<std::string, std::map<std::string, std::uint32_t>, std::less<>> split_cues;
  /// Verbs with a word inside their clause, German "haelt ... fuer". Folded.
  std::map<std::string, std::map<std::string, std::uint32_t>, std::less<>> inner_cues;
  /// A role that other words are put in front of in one word: "ministerium". Only in languages
  /// that write compounds as one word; longest first, then by text.
  struct CompoundHead {
    std::string word;  ///< Folded.
    std::uint32_t row = 0;
  };
  std::vector<CompoundHead> compound_heads;
  std::vector<CompoundHead> compound_documents;  ///< The same of texts: "bericht".

  /// The longest head that `folded` ends with, something being in front of it; null if none.
  /// Complexity: linear in heads.
  [[nodiscard]] const CompoundHead* compound_head(std::string_view folded) const {
    return head_of(compound_heads, folded);
  }
  /// The same among texts.
  [[nodiscard]] const CompoundHead* compound_document(std::string_view folded) const {
    return head_of(compound_documents, folded);
  }

  /// Reads the tables of `language`. Errors: kFormat with file and line, for unknown words in a
  /// column too.
  [[nodiscard]] static Result<SourceLexicon> load(std::string_view language,
                                                  const LexiconSource& source);
  /// True if the language has cues: without them only quotation marks and metadata tell anything.
  [[nodiscard]] bool has_cues() const { return !cue_rows.empty(); }

 private:
  [[nodiscard]] static const CompoundHead* head_of(const std::vector<CompoundHead>& heads,
                                                   std::string_view folded);
};

}  // namespace parallax
