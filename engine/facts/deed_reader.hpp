#pragma once

/// Reads the deeds of one claim (told_deeds.hpp). Internal to told_deeds.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/facts/deed_words.hpp"
#include "engine/facts/noun_phrases.hpp"
#include "engine/facts/told_deeds.hpp"

namespace parallax {

/// `word` is one of the words of a list separated by blanks.
[[nodiscard]] bool listed(std::string_view list, std::string_view word);
/// By its ending, or one of the irregular ones.
[[nodiscard]] bool participle(std::string_view word);

/// A verb group: its auxiliaries begin at `first`, the words behind it at `behind`.
struct VerbGroup {
  std::uint32_t first = 0, at = 0, behind = 0;
  bool passive = false;
  bool negated = false;
};

/// The words around a deed and the parties that they tell. The reader of phrases must outlive it.
class DeedReader {
 public:
  explicit DeedReader(const PhraseReader& reader) : reader_(reader) {}

  /// Deeds that the words at `at` tell.
  void read_at(std::uint32_t at, std::vector<ToldDeed>& out) const;

 private:
  /// A noun that tells a deed and the light verbs around it.
  struct NounFrame {
    std::uint32_t noun = 0, from = 0;   ///< Its first token, and the one behind it.
    bool content = false;               ///< "that" follows: what it says.
    LightSide side = LightSide::kNone;  ///< Of the verb that governs the noun; with its subject.
    NounPhrase subject;
    LightSide told_behind = LightSide::kNone;  ///< Of the verb behind: "was lodged by X".
    std::uint32_t light = 0;
  };

  // told_deeds.cpp
  [[nodiscard]] bool matches(const DeedWord& word, std::uint32_t at) const;
  [[nodiscard]] bool used_as(const DeedWord& word, std::uint32_t at) const;
  [[nodiscard]] bool reads(std::string_view phrase, std::uint32_t at) const;
  [[nodiscard]] bool has_tail(std::string_view tail, std::uint32_t from) const;
  [[nodiscard]] bool describes(std::uint32_t at) const;
  [[nodiscard]] bool has_object(std::uint32_t at) const;
  [[nodiscard]] bool noun_use(std::uint32_t at) const;
  [[nodiscard]] bool unsaid(std::uint32_t at) const;
  void cut_topic(NounPhrase& phrase) const;
  [[nodiscard]] NounPhrase antecedent_of(const VerbGroup& group) const;
  [[nodiscard]] NounPhrase object_of(const DeedWord& word, const VerbGroup& group,
                                     bool topic) const;
  [[nodiscard]] NounPhrase verb_party(const DeedWord& word, const VerbGroup& group,
                                      bool agent) const;
  [[nodiscard]] ToldDeed verb_deed(const DeedWord& word, std::uint32_t at) const;

  // deed_groups.cpp
  [[nodiscard]] bool by_behind(std::uint32_t at) const;
  [[nodiscard]] bool in_group(std::uint32_t at, bool next_to_verb) const;
  [[nodiscard]] VerbGroup group_at(std::uint32_t at, std::uint32_t behind) const;
  [[nodiscard]] std::uint32_t skip_back(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t skip_parenthesis(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t verb_before(std::uint32_t at) const;
  [[nodiscard]] bool takes_time(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t clause_before(std::uint32_t at, bool apposed) const;
  [[nodiscard]] NounPhrase subject_before(std::uint32_t at, bool apposed) const;
  [[nodiscard]] NounPhrase subject_of(const VerbGroup& group) const;

  // deed_places.cpp
  [[nodiscard]] std::uint32_t window_end(std::uint32_t from) const;
  [[nodiscard]] NounPhrase behind(std::string_view prepositions, std::uint32_t from,
                                  bool origins = false) const;
  [[nodiscard]] NounPhrase behind_first(std::string_view prepositions, std::uint32_t from) const;
  [[nodiscard]] NounPhrase behind_far(std::string_view prepositions, std::uint32_t from) const;
  [[nodiscard]] NounPhrase ahead(std::string_view prepositions, std::uint32_t at) const;

  // deed_nouns.cpp
  [[nodiscard]] bool before_noun(std::uint32_t at) const;
  [[nodiscard]] NounPhrase light_subject(std::uint32_t noun, LightSide& side) const;
  [[nodiscard]] std::uint32_t light_behind(std::uint32_t noun, LightSide& side) const;
  [[nodiscard]] NounPhrase owner_of(std::uint32_t noun) const;
  [[nodiscard]] NounPhrase doer_behind(const DeedWord& word, const NounFrame& frame) const;
  [[nodiscard]] NounPhrase done_to(const NounFrame& frame) const;
  [[nodiscard]] NounPhrase given_to(std::uint32_t noun) const;
  [[nodiscard]] NounPhrase noun_agent(const DeedWord& word, const NounFrame& frame) const;
  [[nodiscard]] NounPhrase noun_patient(const DeedWord& word, const NounFrame& frame) const;
  [[nodiscard]] ToldDeed noun_deed(const DeedWord& word, std::uint32_t at) const;

  // deed_holders.cpp
  [[nodiscard]] NounPhrase holder_of(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] ToldDeed holder_deed(const DeedWord& word, std::uint32_t at) const;

  const PhraseReader& reader_;
};

}  // namespace parallax
