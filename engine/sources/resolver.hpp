#pragma once

/// Mentions tied to sources in one pass over the noun phrases in text order; every look-up is
/// bounded. Internal to engine/sources.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/sources/reading.hpp"
#include "engine/sources/speaker.hpp"

namespace parallax {

inline constexpr std::size_t kLookBack = 24;  ///< Entities a definite mention or pronoun looks at.
inline constexpr std::uint32_t kFarChanges =
    3;  ///< More changes of speaker make a mention doubtful.
inline constexpr double kFarPenalty = 0.25;

/// Words of a name or field: views of the word table.
using WordViews = std::vector<std::string_view>;

/// Views are of the word table or of word tables of the lexicon, which outlive the resolver.
struct Entity {
  Source source;
  WordViews names;           ///< Folded parts of a personal name.
  std::string_view owner;    ///< Folded; of a country that no table knows.
  std::string_view implied;  ///< Country of the text so far, where none was named.
  WordViews domain;          ///< Folded words that tell one ministry from another.
  std::string_view head;     ///< Stem of the word that says what kind of body it is.
  ChunkKind kind = ChunkKind::kOther;
  bool speaks = false;
  std::uint32_t first_token = 0;
  std::uint32_t last_sentence = 0;
  std::uint32_t last_spoken = 0;  ///< Number of the attribution, from 1; 0 = never.
  std::uint32_t last_change = 0;  ///< Changes of speaker when last mentioned.
  std::uint32_t last_reset = 0;
  bool subject = false;  ///< The last mention opened its sentence or spoke.
  bool asked = false;    ///< What it said last was a question.
  double last_confidence = 1.0;
};

struct Tied {
  std::int32_t entity = -1;
  Resolution how = Resolution::kNamed;
  double confidence = 0.0;
  std::int32_t alternative = -1;
};

inline bool compatible(Gender a, Gender b) {
  return a == b || a == Gender::kUnknown || b == Gender::kUnknown;
}

inline bool compatible(std::string_view a, std::string_view b) {
  return a == b || a.empty() || b.empty();
}

/// "Belmar" and "Belmarian" are one owner; an absent one fits any.
inline bool same_owner(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) {
    return true;
  }
  std::size_t common = 0;
  while (common < std::min(a.size(), b.size()) && a[common] == b[common]) {
    ++common;
  }
  return common >= 4 && common + 2 >= std::min(a.size(), b.size());
}

class Resolver {
 public:
  Resolver(const Reading& reading, const std::vector<Attribution>& attributions)
      : r_(reading), speakers_(reading), a_(attributions), speaks_(reading.chunks.size()) {
    for (const Attribution& a : a_) {
      for (const std::int32_t c : {a.chunk, a.outlet}) {
        if (c >= 0) {
          speaks_[static_cast<std::size_t>(c)] = 1;
        }
      }
    }
  }
  Resolutions resolve();

 private:
  /// Attributions take effect behind their mention or, without one, at their cue or content.
  [[nodiscard]] std::uint32_t key(const Attribution& a) const;
  void speak(const Tied& t, const Attribution& a);
  /// "Ambassador to Belmar Goran Sil": the last two words of the run are the person's name.
  void name_behind_post(Entity& e, const Attribution& a);
  /// "a spokesman for the ministry": the rest of the mention names the organisation.
  void add_organisation(Entity& e, const Attribution& a);
  Tied previous(const Attribution& a);
  Tied tie(std::size_t number);
  void watch_resets(const Chunk& c);
  /// "BELMAR CITY - ...", "TIRANA, 20 May": where the text was written; nobody is spoken of.
  [[nodiscard]] bool dateline(const Chunk& c) const;
  void mention(const Tied& t, const Chunk& c, bool speaking);
  std::int32_t make(const Chunk& c, std::string name);
  /// Turkic "Dagli'ya": what stands behind the apostrophe of the last word is no part of the name.
  void cut_case_ending(std::string& name) const;
  /// "Halmstein, which ...": the name is no person's.
  [[nodiscard]] bool which_behind(const Chunk& c) const;
  [[nodiscard]] std::string_view owner_of(const Chunk& c) const;
  /// Nothing that is said of the country speaks against it. Who spoke without a country was at
  /// home.
  [[nodiscard]] bool fits(const Entity& e, const Chunk& c) const;
  [[nodiscard]] static std::string_view country_of(const Chunk& c);
  /// "the ministry in Belmar City": the country of a capital behind the phrase.
  [[nodiscard]] std::string_view seat_behind(const Chunk& c) const;
  /// "the", or a bare role in a language without articles.
  [[nodiscard]] bool definite(const Chunk& c) const;
  /// Adds what a phrase says of a known source.
  void describe(Entity& e, const Chunk& c);
  /// The organisation of a person: the one that the text spoke of under this word, or the word.
  void set_organisation(Source& person, TokenRange words, Role role);
  /// How a source without a personal name is called: with its owner or country where it stands in
  /// front ("Belmarian foreign minister").
  [[nodiscard]] std::string label(const Chunk& c) const;

  // Names.
  [[nodiscard]] WordViews name_parts(const Chunk& c) const;
  [[nodiscard]] static std::string_view without_genitive(std::string_view name);
  /// Where surnames are declined, their stem: "Somovoy", "Somova".
  [[nodiscard]] std::string_view surname_key(const Word& surname) const;
  /// The last word of a name. REQUIRES: the name has one.
  [[nodiscard]] const Word& surname_of(const Chunk& c) const;
  /// Same surname, and no given name that says otherwise.
  [[nodiscard]] static bool same_person(const Entity& e, const WordViews& parts);
  Tied tie_name(const Chunk& c, bool speaking);
  /// One of those of the surname; the last of them, less surely, where two may be meant.
  Tied tie_surname(const std::vector<std::int32_t>& known, const WordViews& parts, const Chunk& c);
  /// A person, or another name, that was not met before.
  Tied new_person(std::vector<std::int32_t>& known, WordViews parts, const Chunk& c);
  /// Two people of this surname are known, and nothing in the mention tells them apart.
  [[nodiscard]] bool ambiguous(const std::vector<std::int32_t>& known,
                               const std::vector<std::int32_t>::const_reverse_iterator& it,
                               const Chunk& c) const;
  Tied found_person(std::int32_t number, WordViews parts, const Chunk& c);

  // Acronyms.
  /// "the Northern Water Agency": "nwa", and what a bracket behind it says.
  void note_acronym(std::int32_t number, const Chunk& c);
  /// Short for a name that stood in the text.
  [[nodiscard]] Tied tie_acronym(const Chunk& c) const;

  // Organisations and governments.
  [[nodiscard]] bool head_first() const;
  /// "Verkehrs" of "Verkehrsministerium", where the head of a compound is a role; or nothing.
  [[nodiscard]] std::string_view compound_front(std::uint32_t i) const;
  [[nodiscard]] WordViews domain_of(TokenRange core) const;
  [[nodiscard]] static bool share(const WordViews& a, const WordViews& b);
  /// "the operator, Sarva Roads, ...": the name that commas set behind a body; -1 if none.
  [[nodiscard]] std::int32_t name_behind(std::size_t number) const;
  /// A body by the name behind it, else by what it is.
  Tied tie_named_body(std::size_t number);
  /// The bearer of a name is a body, as the phrase says.
  void make_body(std::int32_t entity, std::int32_t name, const Chunk& c);
  Tied tie_organisation(Chunk c);
  /// "the service": the body that spoke last.
  Tied tie_stand_in(const Chunk& c);
  /// English "her office": the person whose it is.
  Tied tie_owned_office(const Chunk& c);
  /// "Tembo Minerals said ... The company ...": the last speaker, if no table knows what its name
  /// names.
  Tied tie_nameless(const Chunk& c, const WordViews& domain);
  [[nodiscard]] static bool national(Role role);
  /// The word heads a proper name rather than a mention of what was named before.
  [[nodiscard]] bool proper_head(std::uint32_t i) const;
  /// A word for a business.
  [[nodiscard]] static bool company(std::string_view head);
  /// A word that may stand for any association: "the organisation".
  [[nodiscard]] static bool any_body(std::string_view head);
  /// A word for a government.
  [[nodiscard]] static bool cabinet(std::string_view head);
  /// The fields of two bodies of one role do not tell them apart.
  [[nodiscard]] bool same_field(const Entity& e, const Chunk& c, const WordViews& domain) const;
  /// "mid" stands for a field whose words begin with i and d.
  [[nodiscard]] static bool abbreviates(const WordViews& acronym, const WordViews& field);
  /// Stem of the word that says what kind of body it is: "council".
  [[nodiscard]] std::string_view head_of(const Chunk& c) const;
  /// The last source of this role that nothing speaks against.
  [[nodiscard]] Tied look_back(const std::vector<std::int32_t>& known, const Chunk& c,
                               const WordViews& domain) const;
  /// How and how surely a phrase means what was found; `full`: it names field and country.
  void judge(Tied& found, bool full) const;
  /// Less sure behind a reset, after several other speakers, or if the mention before was unsure.
  [[nodiscard]] double distance_confidence(const Entity& e, double base) const;
  Tied tie_body(const Chunk& c);
  /// "Baku", "Azerbaijan" and "the Azerbaijani government" are one source.
  Tied tie_government(const Chunk& c);

  // Roles, pronouns, documents, others.
  /// "its spokeswoman, Mila Cora, ...": the person that commas set behind an office; -1 if none.
  [[nodiscard]] std::int32_t person_behind(std::size_t number) const;
  Tied tie_role(std::size_t number, bool speaking);
  [[nodiscard]] bool answers(const Entity& e, PronounClass pronoun) const;
  /// "elle", "sie", "ona" may stand for a body too.
  /// "Father Josiah Phiri said ... The priest ...": the last speaker, of whom only the name was
  /// given.
  Tied tie_unintroduced(const Chunk& c);
  /// The last speaker, if the role says no more than what that person is.
  Tied tie_last_speaker(const Chunk& c, bool speaking);
  /// "die SPD-Politikerin", "the diplomat": no new person, but the one who spoke last, whatever
  /// the office.
  [[nodiscard]] Tied tie_described(const Chunk& c, bool speaking) const;
  /// A trade, or a word that says what somebody is besides the office.
  [[nodiscard]] bool describes(const Chunk& c) const;
  [[nodiscard]] bool genders_things() const;
  /// How near the `k`-th of the recent entities is to the mind where the pronoun stands.
  [[nodiscard]] double salience(std::size_t k, const Chunk& c) const;
  /// Outside English: the pronoun is the subject of the verb of saying in front of it.
  [[nodiscard]] bool behind_verb(const Chunk& c) const;
  Tied tie_pronoun(const Chunk& c);
  /// "it states", where no body answers: the text that was spoken of last.
  Tied tie_text_before(const Chunk& c);
  /// "a report by the observatory": who wrote it; -1 if it is not told.
  [[nodiscard]] std::int32_t author_behind(const Chunk& c) const;
  Tied tie_document(std::size_t number);
  /// "Raporda ayrica ...": the text that told the sentence before goes on, or its issuer.
  [[nodiscard]] Tied tie_same_text(const Chunk& c) const;
  /// "The embassy issued a statement": "the statement" is the embassy's from now on.
  void note_issued(const Chunk& c);
  /// "its report", "her letter": whose it is.
  Tied tie_owner(const Chunk& c);
  /// Who last spoke officially: no outlet, no unnamed group.
  [[nodiscard]] std::int32_t last_official() const;
  /// "the programme" after "the Northern Water Programme"; -1 if there is none.
  [[nodiscard]] std::int32_t body_called(const Chunk& c, std::string_view head) const;
  /// Phrases without name: the same head word is the same source if the later one is definite.
  Tied tie_other(const Chunk& c);

  // Result.
  Resolutions collect(const std::vector<Tied>& tied, const std::vector<Tied>& of_chunk);

  const Reading& r_;
  SpeakerFinder speakers_;
  const std::vector<Attribution>& a_;
  std::vector<std::uint8_t> speaks_;
  std::vector<std::size_t> by_mention_;
  std::vector<Entity> entities_;
  std::vector<std::int32_t> recent_;  ///< Entities, last mentioned first; at most kLookBack.
  std::unordered_map<std::string_view, std::vector<std::int32_t>> by_surname_;
  std::unordered_map<std::string_view, std::int32_t> by_given_, by_body_, by_head_, by_country_;
  std::array<std::vector<std::int32_t>, 17> by_role_;
  std::unordered_map<std::string, std::int32_t> acronyms_;
  std::unordered_map<std::string_view, std::int32_t> issued_;  ///< Kind of text -> who wrote it.
  std::string_view home_;          ///< Country of the first government of the text.
  std::int32_t interviewee_ = -1;  ///< Who answered last in turns "A: ...".
  std::int32_t last_speaker_ = -1;
  std::uint32_t spoken_ = 0, changes_ = 0, resets_ = 0, reset_sentence_ = 0;
};

}  // namespace parallax
