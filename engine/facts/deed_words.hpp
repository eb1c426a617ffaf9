#pragma once

/// Words and phrases that tell a deed with two parties, and where each names them: "sued X",
/// "was summoned by X", "a complaint by X against Y", "the creditor of X". English. Internal to
/// engine/facts.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/text/words.hpp"

namespace parallax {

enum class DeedForm : std::uint8_t {
  kVerb,    ///< "sued", "lost to": the places are those of its active voice.
  kNoun,    ///< "complaint", "visit": beside who is told by the verb that governs it.
  kHolder,  ///< "creditor", "host": who is called so is the agent or the patient.
};

/// Places of a party, separated by blanks: "subject", "object", "owner" (whoever a pronoun inside
/// the phrase means: "took his place"), "topic" (an "of" behind the object tells what it is about),
/// or prepositions behind the word.
struct DeedWord {
  std::uint64_t deeds = 0;  ///< Set of deeds that the word may tell, one bit each.
  DeedForm form = DeedForm::kVerb;
  std::string_view agent;
  std::string_view patient;
  std::vector<std::string> stems;  ///< Of the words of the phrase.
  bool origin = false;             ///< Some sense of the word tells a party behind "from".
  std::string_view tail;  ///< One of these, separated by commas, has to follow: "took X to court".
};

/// All words that the table knows whose phrase begins with a word of this stem, longest first.
[[nodiscard]] const std::vector<const DeedWord*>& deed_words(std::string_view stem);

/// Goods, money or people pass from one party to the other: two deeds if other things do.
[[nodiscard]] bool moves_goods(std::uint64_t deed_set);

/// What a verb says of its subject where a noun tells the deed.
enum class LightSide : std::uint8_t { kNone, kGiving, kReceiving };

/// "Lodged" gives, "faces" receives. By stem.
[[nodiscard]] LightSide light_side(std::string_view stem);

}  // namespace parallax
