#pragma once

/// The parts of facts of which a thing has one: what they are told of, and who made it. Internal to
/// engine/facts.

#include <optional>

#include "engine/facts/definition_parts.hpp"

namespace parallax {

/// What a claim opens with. Positions are local.
struct ParticularTopic {
  std::vector<std::uint32_t> name;  ///< Document tokens.
  bool anaphor = false;             ///< "it", "she", "the film".
  std::size_t fronted = 0;          ///< Begin of "distributed by X," or "in 1950," in front of it.
  std::size_t begin = 0;
  std::size_t end = 0;  ///< Behind its last word.
};

/// nullopt where no single thing stands in front of the first verb. REQUIRES: frames are marked.
[[nodiscard]] std::optional<ParticularTopic> find_topic(const ClaimContext& c, const Claim& claim);

/// A name with the words in front of it that tell what it is: "the song Blue Harbour". Empty where
/// nothing is named by a capital letter. `end` gets where it ends.
[[nodiscard]] std::vector<std::uint32_t> named_thing(const ClaimContext& c, const Claim& claim,
                                                     std::size_t i, std::size_t& end);

/// Words of the names behind "by", from `i` on: "the English band X, Y and Z". Empty where somebody
/// is not named. `end` gets where they end.
[[nodiscard]] std::vector<std::uint32_t> named_makers(const ClaimContext& c, const Claim& claim,
                                                      std::size_t i, std::size_t& end);

/// Row of particular.tsv at `i`; nullptr where there is none, or only one that names who says it.
[[nodiscard]] const std::vector<std::string>* particular_at(const ClaimContext& c,
                                                            const Claim& claim, std::size_t i,
                                                            std::size_t& length);

/// "Was", "has been": a form of "be" or "have".
[[nodiscard]] bool auxiliary(const ClaimContext& c, std::size_t i);
/// "Also", "originally", "jointly": stands between a subject and its verb.
[[nodiscard]] bool adverb(const ClaimContext& c, std::size_t i);
/// The date that covers token `i`; nullptr if none does.
[[nodiscard]] const DateMention* date_at(const ClaimContext& c, const Claim& claim, std::size_t i);

}  // namespace parallax
