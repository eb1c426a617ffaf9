/// Deeds told by a noun: "faces a complaint by X", "the advice was given by X to Y".

#include <algorithm>
#include <string_view>

#include "engine/facts/deed_reader.hpp"

namespace parallax {

/// What may stand between a light verb and its noun: "lodged a second joint complaint".
bool DeedReader::before_noun(std::uint32_t at) const {
  const WordRole role = reader_.role(at);
  return light_side(reader_.stem(at)) == LightSide::kNone &&
         (role == WordRole::kContent || role == WordRole::kDeterminer ||
          role == WordRole::kAdverb || role == WordRole::kNumber || reader_.is(at, {"in", "of"}));
}

/// "X lodged a complaint", "X faces a complaint", "X is under an order".
NounPhrase DeedReader::light_subject(std::uint32_t noun, LightSide& side) const {
  constexpr std::uint32_t kFar = 8;
  side = LightSide::kNone;
  std::uint32_t verb = noun - 1;
  while (verb > reader_.begin() && verb + kFar > noun && before_noun(verb)) {
    --verb;
  }
  const LightSide told = light_side(reader_.stem(verb));
  const bool under = reader_.is(verb, {"under"});
  if (told == LightSide::kNone || (!under && noun_use(verb))) {
    return {};
  }
  if (under) {
    const bool come = reader_.is(verb - 1, {"come", "came", "comes", "coming", "remains"});
    if (!come && reader_.role(verb - 1) != WordRole::kAuxiliary) {
      return {};
    }
    verb = come ? verb - 1 : verb;
  }
  const VerbGroup group = group_at(verb, noun);
  if (group.passive || group.negated) {
    return {};
  }
  side = told;
  return subject_of(group);
}

/// "A complaint about Y was lodged by X": the light verb behind; `side` gets what it says.
std::uint32_t DeedReader::light_behind(std::uint32_t noun, LightSide& side) const {
  side = LightSide::kNone;
  const std::uint32_t stop = window_end(noun + 1);
  for (std::uint32_t at = noun + 1; at < stop; ++at) {
    const WordRole role = reader_.role(at);
    if (role == WordRole::kJoint || (reader_.word(at) == "," && reader_.capital(at + 1))) {
      break;
    }
    if (role != WordRole::kAuxiliary && light_side(reader_.stem(at)) != LightSide::kNone &&
        (participle(reader_.word(at)) ||
         reader_.is(at, {"came", "comes", "went", "goes", "reached", "reaches"}))) {
      side = light_side(reader_.stem(at));
      return at;
    }
  }
  return noun;
}

/// "The guild's complaint", "its visit": who owns the noun.
NounPhrase DeedReader::owner_of(std::uint32_t noun) const {
  constexpr std::uint32_t kBack = 3;
  for (std::uint32_t back = noun; back > reader_.begin() && back + kBack > noun; --back) {
    if (reader_.possessive(back - 1)) {
      return reader_.phrase_before(back);
    }
    if (reader_.is(back - 1, {"its", "his", "her", "their"})) {
      return reader_.speaker_before(back);
    }
    if (reader_.role(back - 1) != WordRole::kContent) {
      break;
    }
  }
  return {};
}

/// "The regret that X had voiced", "at the request of X".
NounPhrase DeedReader::doer_behind(const DeedWord& word, const NounFrame& frame) const {
  const std::uint32_t from = frame.from;
  const bool received = frame.told_behind == LightSide::kReceiving;
  NounPhrase found = received ? behind("from", frame.light) : behind("by from", from);
  if (found.empty() && reader_.is(from, {"by"})) {
    std::uint32_t end = from;
    found = reader_.phrase_from(from + 1, true, end);  // "a complaint by X was received"
  }
  if (found.empty() && reader_.is(from, {"that", "which"})) {
    constexpr std::uint32_t kFar = 8;
    for (std::uint32_t at = from + 1; at < from + kFar && found.empty(); ++at) {
      if (reader_.role(at) != WordRole::kAuxiliary &&
          light_side(reader_.stem(at)) == LightSide::kGiving) {
        found = reader_.phrase_before(skip_back(at));
      }
    }
  }
  if (found.empty() && !listed(word.patient, "of")) {
    found = behind("of", from, true);
  }
  return found;
}

/// To whom it is done where no preposition of the noun tells it: "it was received by X", "it
/// reached X", "at the request of Y, X ...".
NounPhrase DeedReader::done_to(const NounFrame& frame) const {
  const std::uint32_t noun = frame.noun;
  std::uint32_t end = frame.from;
  if (frame.told_behind == LightSide::kReceiving) {
    const std::uint32_t light = frame.light;
    NounPhrase found = participle(reader_.word(light)) ? behind("by", light) : NounPhrase{};
    if (found.empty() && reader_.role(light - 1) == WordRole::kAuxiliary) {
      return reader_.speaker_before(noun);
    }
    return found.empty() ? reader_.phrase_from(light + 1, false, end) : found;
  }
  const bool setting = noun >= reader_.begin() + 2 && reader_.is(noun - 1, {"the"}) &&
                       reader_.is(noun - 2, {"at", "on", "under", "upon"});
  if (!setting || !reader_.is(frame.from, {"of"})) {
    return {};
  }
  const bool owned = !reader_.phrase_from(frame.from + 1, true, end).empty();
  return owned && reader_.word(end) == "," ? reader_.phrase_from(end + 1, false, end)
                                           : NounPhrase{};
}

/// "Gave the treasury the advice": who stands between the verb and the noun.
NounPhrase DeedReader::given_to(std::uint32_t noun) const {
  std::uint32_t verb = noun - 1;
  while (verb > reader_.begin() && light_side(reader_.stem(verb)) == LightSide::kNone) {
    --verb;
  }
  std::uint32_t end = verb + 1;
  NounPhrase found = reader_.phrase_from(verb + 1, true, end);
  return end < noun ? found : NounPhrase{};
}

/// Who does what the noun tells.
NounPhrase DeedReader::noun_agent(const DeedWord& word, const NounFrame& frame) const {
  NounPhrase found;
  if (frame.told_behind == LightSide::kGiving) {
    found = behind("by", frame.light);
  }
  if (found.empty() && frame.side == LightSide::kGiving) {
    found = frame.subject;
  }
  if (found.empty()) {
    found = doer_behind(word, frame);
  }
  if (found.empty()) {
    found = ahead("from", frame.noun);
  }
  if (found.empty() && frame.content) {
    found = behind_far("from by", frame.from);
  }
  return found;
}

/// To whom it is done.
NounPhrase DeedReader::noun_patient(const DeedWord& word, const NounFrame& frame) const {
  // "faces a complaint by X over short weights": who faces it before what it is about
  NounPhrase found;
  for (const std::string_view aimed : {"against", "to", "on", "of", "at", "upon", "towards"}) {
    found = found.empty() && listed(word.patient, aimed) ? behind(aimed, frame.from, true) : found;
  }
  if (found.empty() && frame.side == LightSide::kReceiving) {
    found = frame.subject;
  }
  if (found.empty()) {
    found = behind_first(word.patient, frame.from);
  }
  if (found.empty()) {
    found = done_to(frame);
  }
  if (found.empty() && frame.side == LightSide::kGiving) {
    found = given_to(frame.noun);
  }
  if (found.empty() && frame.content) {
    found = behind_far(word.patient, frame.from);
  }
  return found;
}

ToldDeed DeedReader::noun_deed(const DeedWord& word, std::uint32_t at) const {
  const auto tokens = static_cast<std::uint32_t>(word.stems.size());
  NounFrame frame;
  frame.noun = at;
  frame.from = at + tokens;
  frame.content = reader_.is(frame.from, {"that"});  // "allegations that ... came from X"
  frame.subject = light_subject(at, frame.side);
  frame.light = light_behind(at, frame.told_behind);
  const NounPhrase owner = owner_of(at);
  // "her appointment", but "the board's appointment of her"
  const bool owned =
      !owner.empty() && listed(word.patient, "owner") && !reader_.is(frame.from, {"of"});
  ToldDeed deed{word.deeds, {}, {}, {}, at, tokens};
  deed.agent = owner.empty() || owned ? noun_agent(word, frame) : owner;
  // "an assault of guards on inmates": the other preposition tells whom
  const NounPhrase aimed = listed(word.patient, "of") && listed(word.patient, "on")
                               ? behind("on upon against", frame.from, true)
                               : NounPhrase{};
  deed.patient = owned ? owner : aimed.empty() ? noun_patient(word, frame) : aimed;
  if (!aimed.empty() && deed.agent.empty()) {
    deed.agent = behind("of", frame.from, true);
  }
  return deed;
}

}  // namespace parallax
