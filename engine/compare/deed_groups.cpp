/// Verb groups and their subjects.

#include <algorithm>
#include <string_view>

#include "engine/compare/deed_reader.hpp"
#include "models/text/word_list.hpp"

namespace parallax {

bool participle(std::string_view word) {
  static constexpr WordList kIrregular = {
      "sold",   "bought", "sent",  "lent",   "paid",     "given",   "taken",  "shot",  "struck",
      "beaten", "hit",    "told",  "taught", "brought",  "held",    "kept",   "found", "caught",
      "lost",   "won",    "led",   "drawn",  "driven",   "stolen",  "flown",  "met",   "heard",
      "fought", "shut",   "set",   "left",   "overcome", "overrun", "thrown", "put",   "written",
      "made",   "borne",  "drawn", "known",  "called",   "misled",  "got",    "awoken"};
  return word.ends_with("ed") || kIrregular.contains(word);
}

/// The passive's "by" stands close behind, and no object in between.
bool DeedReader::by_behind(std::uint32_t at) const {
  constexpr std::uint32_t kClose = 3;
  for (std::uint32_t i = at; i < at + kClose; ++i) {
    const WordRole role = reader_.role(i);
    if (reader_.is(i, {"by"}) && reader_.role(i + 1) != WordRole::kNumber) {
      return true;
    }
    if (role == WordRole::kContent || role == WordRole::kPronoun || role == WordRole::kNumber) {
      return false;
    }
  }
  return false;
}

/// "Has been", "was the first to": in front of a verb.
bool DeedReader::in_group(std::uint32_t at, bool next_to_verb) const {
  const bool stands = next_to_verb && participle(reader_.word(at + 1)) &&
                      reader_.is(at, {"stands", "stood", "remains", "remained"});
  return stands || reader_.role(at) == WordRole::kAuxiliary ||
         reader_.role(at) == WordRole::kAdverb || (reader_.is(at, {"to"}) && next_to_verb) ||
         (reader_.is(at, {"the"}) && reader_.is(at + 1, {"first", "last"}));
}

VerbGroup DeedReader::group_at(std::uint32_t at, std::uint32_t behind) const {
  VerbGroup group{at, at, behind, false, false};
  bool be = false;
  bool have = false;
  while (group.first > reader_.begin() && in_group(group.first - 1, group.first == at)) {
    --group.first;
    group.negated = group.negated || reader_.is(group.first, {"not", "never"});
    be = be || reader_.is(group.first, {"is", "are", "was", "were", "be", "been", "being", "am",
                                        "got", "stands", "stood", "remains", "remained"});
    have = have || reader_.role(group.first) == WordRole::kAuxiliary;
  }
  group.passive = participle(reader_.word(at)) && (be || (!have && by_behind(behind)));
  return group;
}

/// Auxiliaries and adverbs in front of `at` left out.
std::uint32_t DeedReader::skip_back(std::uint32_t at) const {
  while (at > reader_.begin() && (reader_.role(at - 1) == WordRole::kAuxiliary ||
                                  reader_.role(at - 1) == WordRole::kAdverb)) {
    --at;
  }
  return at;
}

/// In front of the parenthesis that a comma in front of `at` closes: "X, based in Y, ...".
std::uint32_t DeedReader::skip_parenthesis(std::uint32_t at) const {
  std::uint32_t open = at - 1;
  while (open > reader_.begin() && reader_.word(open - 1) != ",") {
    --open;
  }
  return open > reader_.begin() ? open - 1 : open;
}

/// The verb in front of `at`; the claim's first token if there is none.
std::uint32_t DeedReader::verb_before(std::uint32_t at) const {
  while (at > reader_.begin() && reader_.role(at) != WordRole::kVerb) {
    --at;
  }
  return at;
}

/// "It took X a day to ..."
bool DeedReader::takes_time(std::uint32_t at) const {
  return reader_.is(reader_.begin(), {"it"}) &&
         reader_.is(reader_.begin() + 1, {"took", "takes"}) && at > reader_.begin() + 1 &&
         reader_.is(at, {"to"});
}

/// In front of relative pronouns and parentheses. `apposed`: what follows describes the noun in
/// front of a comma.
std::uint32_t DeedReader::clause_before(std::uint32_t at, bool apposed) const {
  const bool relative = at > reader_.begin() && reader_.role(at - 1) == WordRole::kRelative;
  const std::uint32_t i = relative ? at - 1 : at;
  if (i > reader_.begin() && reader_.word(i - 1) == ",") {
    return relative || apposed ? i - 1 : skip_parenthesis(i);
  }
  return i;
}

/// The subject in front of `at`; of an infinitive who is asked, ordered or agrees to do it.
NounPhrase DeedReader::subject_before(std::uint32_t at, bool apposed) const {
  if (reader_.is(at - 1, {"whom", "whose"})) {
    return {};
  }
  if (takes_time(at)) {
    std::uint32_t end = at;
    return reader_.phrase_from(reader_.begin() + 2, false, end);
  }
  std::uint32_t i = clause_before(at, apposed);
  if (reader_.is(i - 1, {"and", "but"})) {
    const std::uint32_t verb = verb_before(i - 1);  // "did one thing and surrendered to X"
    return verb > reader_.begin() ? subject_of(group_at(verb, verb + 1)) : NounPhrase{};
  }
  while (i > reader_.begin() && reader_.role(i - 1) == WordRole::kNumber) {
    --i;  // "has 3 million to pay"
  }
  i = skip_back(i);
  if (i > reader_.begin() && reader_.role(i - 1) == WordRole::kVerb) {
    i = skip_back(i - 1);  // "agreed to hand it over", "is seeking to buy"
  }
  if (i < at && i > reader_.begin() && reader_.role(i - 1) == WordRole::kRelative) {
    --i;
  }
  return reader_.phrase_before(i);
}

NounPhrase DeedReader::subject_of(const VerbGroup& group) const {
  const bool bare = group.first == group.at;
  const bool gerund = reader_.word(group.at).ends_with("ing") && bare;
  return gerund ? NounPhrase{} : subject_before(group.first, bare && group.passive);
}

}  // namespace parallax
