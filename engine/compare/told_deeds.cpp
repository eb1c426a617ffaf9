#include "engine/compare/told_deeds.hpp"

#include <algorithm>
#include <string_view>

#include "engine/compare/deed_words.hpp"

namespace parallax {
namespace {

/// Tokens behind a word in which its parties stand.
constexpr std::uint32_t kReach = 24;

bool listed(std::string_view list, std::string_view word) {
  for (; !list.empty() && !word.empty();) {
    const std::string_view item = list.substr(0, list.find(' '));
    if (item == word) {
      return true;
    }
    list.remove_prefix(std::min(list.size(), item.size() + 1));
  }
  return false;
}

void append(NounPhrase& to, const NounPhrase& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// A verb group: its auxiliaries begin at `first`, the words behind it at `behind`.
struct VerbGroup {
  std::uint32_t first = 0, at = 0, behind = 0;
  bool passive = false;
  bool negated = false;
};

bool participle(std::string_view word) {
  static constexpr std::string_view kIrregular[] = {
      "sold",   "bought", "sent",  "lent",   "paid",     "given",   "taken",  "shot",  "struck",
      "beaten", "hit",    "told",  "taught", "brought",  "held",    "kept",   "found", "caught",
      "lost",   "won",    "led",   "drawn",  "driven",   "stolen",  "flown",  "met",   "heard",
      "fought", "shut",   "set",   "left",   "overcome", "overrun", "thrown", "put",   "written",
      "made",   "borne",  "drawn", "known",  "called",   "misled",  "got",    "awoken"};
  return word.ends_with("ed") ||
         std::find(std::begin(kIrregular), std::end(kIrregular), word) != std::end(kIrregular);
}

class DeedReader {
 public:
  explicit DeedReader(const PhraseReader& reader) : reader_(reader) {}

  void read(std::vector<ToldDeed>& out) {
    for (std::uint32_t at = reader_.begin(); at < reader_.end(); ++at) {
      read_at(at, out);
    }
  }

 private:
  [[nodiscard]] bool matches(const DeedWord& word, std::uint32_t at) const;
  [[nodiscard]] bool noun_use(std::uint32_t at) const;
  [[nodiscard]] bool describes(std::uint32_t at) const;
  [[nodiscard]] VerbGroup group_at(std::uint32_t at, std::uint32_t behind) const;
  [[nodiscard]] NounPhrase subject_of(const VerbGroup& group) const;
  [[nodiscard]] std::uint32_t skip_back(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t skip_parenthesis(std::uint32_t at) const;
  [[nodiscard]] NounPhrase subject_before(std::uint32_t at, bool apposed) const;
  [[nodiscard]] std::uint32_t window_end(std::uint32_t from) const;
  [[nodiscard]] NounPhrase behind(std::string_view prepositions, std::uint32_t from,
                                  bool origins = false) const;
  [[nodiscard]] NounPhrase behind_far(std::string_view prepositions, std::uint32_t from) const;
  [[nodiscard]] NounPhrase ahead(std::string_view prepositions, std::uint32_t at) const;
  [[nodiscard]] bool has_tail(std::string_view tail, std::uint32_t from) const;
  void cut_topic(NounPhrase& phrase) const;
  [[nodiscard]] NounPhrase object_of(const DeedWord& word, const VerbGroup& group,
                                     bool topic) const;
  [[nodiscard]] NounPhrase behind_first(std::string_view prepositions, std::uint32_t from) const;
  [[nodiscard]] NounPhrase verb_party(const DeedWord& word, const VerbGroup& group,
                                      bool agent) const;
  [[nodiscard]] NounPhrase light_subject(std::uint32_t noun, LightSide& side) const;
  [[nodiscard]] std::uint32_t light_behind(std::uint32_t noun, LightSide& side) const;
  [[nodiscard]] NounPhrase owner_of(std::uint32_t noun) const;
  [[nodiscard]] NounPhrase given_to(std::uint32_t noun) const;
  [[nodiscard]] NounPhrase doer_behind(const DeedWord& word, std::uint32_t from, bool received,
                                       std::uint32_t light) const;
  [[nodiscard]] NounPhrase done_to(std::uint32_t noun, std::uint32_t from, bool received,
                                   std::uint32_t light) const;
  void read_at(std::uint32_t at, std::vector<ToldDeed>& out) const;
  [[nodiscard]] ToldDeed verb_deed(const DeedWord& word, std::uint32_t at) const;
  [[nodiscard]] ToldDeed noun_deed(const DeedWord& word, std::uint32_t at) const;
  [[nodiscard]] ToldDeed holder_deed(const DeedWord& word, std::uint32_t at) const;

  const PhraseReader& reader_;
};

bool DeedReader::matches(const DeedWord& word, std::uint32_t at) const {
  for (std::size_t i = 0; i < word.stems.size(); ++i) {
    if (reader_.stem(at + static_cast<std::uint32_t>(i)) != word.stems[i]) {
      return false;
    }
  }
  const auto behind_it = at + static_cast<std::uint32_t>(word.stems.size());
  if (word.stems.size() > 1 && reader_.role(behind_it) == WordRole::kDate) {
    return false;  // "was taken on Monday"
  }
  return word.tail.empty() ||
         has_tail(word.tail, behind_it);
}

/// One of the phrases, separated by commas, stands behind `from` before the verb's clause ends.
bool DeedReader::has_tail(std::string_view tail, std::uint32_t from) const {
  const std::uint32_t stop = window_end(from);
  for (; !tail.empty();) {
    const std::string_view phrase = tail.substr(0, tail.find(','));
    for (std::uint32_t at = from; at < stop; ++at) {
      std::uint32_t i = at;
      std::string_view rest = phrase;
      while (!rest.empty() && reader_.word(i) == rest.substr(0, rest.find(' '))) {
        rest.remove_prefix(std::min(rest.size(), rest.find(' ') + 1 == 0 ? rest.size()
                                                                        : rest.find(' ') + 1));
        ++i;
      }
      if (rest.empty()) {
        return true;
      }
    }
    tail.remove_prefix(std::min(tail.size(), phrase.size() + 1));
  }
  return false;
}

/// "Twelve captured soldiers": a participle that belongs to its noun.
bool DeedReader::describes(std::uint32_t at) const {
  const WordRole before = reader_.role(at - 1);
  return reader_.role(at) == WordRole::kContent && participle(reader_.word(at)) &&
         (before == WordRole::kNumber || before == WordRole::kDeterminer) &&
         reader_.role(at + 1) == WordRole::kContent;
}

/// "The visit", "Ostria's order", "under attack": a noun by what stands in front of it.
bool DeedReader::noun_use(std::uint32_t at) const {
  if (reader_.role(at) == WordRole::kVerb || reader_.role(at) == WordRole::kAuxiliary) {
    return false;
  }
  const std::string_view word = reader_.word(at);
  const bool form = word.ends_with("ed") || word.ends_with("ing");
  for (std::uint32_t back = at; back > reader_.begin() && back + 3 > at; --back) {
    const WordRole role = reader_.role(back - 1);
    if (role == WordRole::kDeterminer || reader_.possessive(back - 1)) {
      // "the ship Stella owes its rescue"
      const WordRole next = reader_.role(at + 1);
      const bool object = next == WordRole::kDeterminer || next == WordRole::kPronoun ||
                          next == WordRole::kNumber || reader_.capital(at + 1);
      return back == at || (!form && !object);
    }
    if (role == WordRole::kPreposition) {
      return back != at || !reader_.is(back - 1, {"to"});
    }
    if (role != WordRole::kContent && role != WordRole::kAdverb) {
      const bool copula = reader_.is(back - 1, {"is", "was", "are", "were", "be", "been"});
      return role == WordRole::kVerb || (copula && !participle(word) && !form) ||
             light_side(reader_.stem(back - 1)) != LightSide::kNone;
    }
  }
  return at == reader_.begin() || light_side(reader_.stem(at - 1)) != LightSide::kNone;
}

/// End of what a word can govern: the next verb of its own, relative clause, frame or semicolon.
std::uint32_t DeedReader::window_end(std::uint32_t from) const {
  std::uint32_t at = from;
  for (; at < reader_.end() && at < from + kReach; ++at) {
    const WordRole role = reader_.role(at);
    const bool verb = role == WordRole::kVerb && !participle(reader_.word(at)) &&
                      !(at > from && reader_.is(at - 1, {"to"}));
    const bool mark = reader_.word(at) == ";" || reader_.word(at) == ":";
    if (role == WordRole::kRelative || verb || mark ||
        (reader_.framed(at) && reader_.role(at) != WordRole::kPreposition)) {
      break;
    }
  }
  return at;
}

/// All phrases behind one of the prepositions, as one.
NounPhrase DeedReader::behind(std::string_view prepositions, std::uint32_t from,
                              bool origins) const {
  NounPhrase found;
  const std::uint32_t stop = window_end(from);
  for (std::uint32_t at = from; at < stop; ++at) {
    if (!listed(prepositions, reader_.word(at)) || reader_.is(at - 1, {"not"})) {
      continue;
    }
    std::uint32_t end = at + 1;
    append(found, reader_.phrase_from(at + 1, origins, end));
  }
  return found;
}

/// Phrases behind the first of the prepositions that has one.
NounPhrase DeedReader::behind_first(std::string_view prepositions, std::uint32_t from) const {
  NounPhrase found;
  while (!prepositions.empty() && found.empty()) {
    const std::string_view one = prepositions.substr(0, prepositions.find(' '));
    found = behind(one, from, true);
    prepositions.remove_prefix(std::min(prepositions.size(), one.size() + 1));
  }
  return found;
}

/// The same anywhere behind, whatever stands between.
NounPhrase DeedReader::behind_far(std::string_view prepositions, std::uint32_t from) const {
  NounPhrase found;
  for (std::uint32_t at = from; at < reader_.end(); ++at) {
    if (listed(prepositions, reader_.word(at))) {
      std::uint32_t end = at + 1;
      append(found, reader_.phrase_from(at + 1, true, end));
    }
  }
  return found;
}

/// "It was from X that ...", "From X came ...": the same in front of the clause.
NounPhrase DeedReader::ahead(std::string_view prepositions, std::uint32_t at) const {
  NounPhrase found;
  for (std::uint32_t i = reader_.begin(); i < at; ++i) {
    const bool cleft = i >= reader_.begin() + 2 && reader_.is(i - 2, {"it"});
    if (listed(prepositions, reader_.word(i)) && (cleft || i == reader_.begin())) {
      std::uint32_t end = i + 1;
      append(found, reader_.phrase_from(i + 1, false, end));
    }
  }
  return found;
}

VerbGroup DeedReader::group_at(std::uint32_t at, std::uint32_t behind) const {
  VerbGroup group{at, at, behind, false, false};
  bool be = false;
  bool have = false;
  while (group.first > reader_.begin()) {
    const std::uint32_t before = group.first - 1;
    const WordRole role = reader_.role(before);
    const bool infinitive = reader_.is(before, {"to"}) && group.first == at;
    const bool the_first = reader_.is(before, {"the"}) && reader_.is(before + 1, {"first", "last"});
    if (role != WordRole::kAuxiliary && role != WordRole::kAdverb && !infinitive && !the_first) {
      break;
    }
    group.negated = group.negated || reader_.is(before, {"not", "never"});
    be = be || reader_.is(before, {"is", "are", "was", "were", "be", "been", "being", "am", "got"});
    have = have || role == WordRole::kAuxiliary;
    group.first = before;
  }
  const bool form = participle(reader_.word(at));
  bool by = false;
  for (std::uint32_t i = behind; i < behind + 3 && !by; ++i) {
    const WordRole role = reader_.role(i);
    by = reader_.is(i, {"by"}) && reader_.role(i + 1) != WordRole::kNumber;
    if (role == WordRole::kContent || role == WordRole::kPronoun || role == WordRole::kNumber) {
      break;
    }
  }
  group.passive = form && (be || (!have && by));
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

/// The subject in front of `at`, relative pronouns, parentheses and asked or ordered parties
/// resolved. `apposed`: what follows describes the noun in front of a comma.
NounPhrase DeedReader::subject_before(std::uint32_t at, bool apposed) const {
  std::uint32_t i = at;
  const bool relative = i > reader_.begin() && reader_.role(i - 1) == WordRole::kRelative;
  if (relative && reader_.is(i - 1, {"whom", "whose"})) {
    return {};
  }
  i = relative ? i - 1 : i;
  if (i > reader_.begin() && reader_.word(i - 1) == ",") {
    i = relative || apposed ? i - 1 : skip_parenthesis(i);
  }
  // "It took X a day to ..."
  if (reader_.is(reader_.begin(), {"it"}) && reader_.is(reader_.begin() + 1, {"took", "takes"}) &&
      at > reader_.begin() + 1 && reader_.is(at, {"to"})) {
    std::uint32_t end = at;
    return reader_.phrase_from(reader_.begin() + 2, false, end);
  }
  if (i > reader_.begin() && reader_.is(i - 1, {"and", "but"})) {
    std::uint32_t verb = i - 1;  // "did one thing and surrendered to X"
    while (verb > reader_.begin() && reader_.role(verb) != WordRole::kVerb) {
      --verb;
    }
    return verb > reader_.begin() ? subject_of(group_at(verb, verb + 1)) : NounPhrase{};
  }
  while (i > reader_.begin() && reader_.role(i - 1) == WordRole::kNumber) {
    --i;  // "has 3 million to pay"
  }
  i = skip_back(i);
  // "agreed to hand it over", "is seeking to buy"
  if (i > reader_.begin() && reader_.role(i - 1) == WordRole::kVerb) {
    i = skip_back(i - 1);
  }
  if (i < at && i > reader_.begin() && reader_.role(i - 1) == WordRole::kRelative) {
    --i;
  }
  return reader_.phrase_before(i);
}

NounPhrase DeedReader::subject_of(const VerbGroup& group) const {
  const bool bare = group.first == group.at;
  const bool gerund = reader_.word(group.at).ends_with("ing") && bare;
  return gerund ? NounPhrase{}
                : subject_before(group.first, bare && group.passive);
}

/// "Informed the mayor of the flood": what it is about is no part of the party.
void DeedReader::cut_topic(NounPhrase& phrase) const {
  for (std::size_t i = 1; i < phrase.size(); ++i) {
    const std::uint32_t before = phrase[i] - 1;
    const bool determined = reader_.role(before) == WordRole::kDeterminer ||
                            reader_.role(before) == WordRole::kNumber;
    const std::uint32_t of = determined ? before - 1 : before;
    if (reader_.is(of, {"of"}) && !reader_.capital(phrase[i])) {
      phrase.resize(i);
      return;
    }
  }
}

NounPhrase DeedReader::object_of(const DeedWord& word, const VerbGroup& group, bool topic) const {
  if (group.passive) {
    return subject_of(group);
  }
  std::uint32_t end = group.behind;
  NounPhrase found = reader_.phrase_from(group.behind, !word.origin, end);
  if (topic) {
    cut_topic(found);
  }
  return found;
}

/// The first of the places at which a phrase stands; of verbs of giving, object and "to" together,
/// since either may be the receiver.
NounPhrase DeedReader::verb_party(const DeedWord& word, const VerbGroup& group, bool agent) const {
  const std::string_view places = agent ? word.agent : word.patient;
  if (listed(places, "subject")) {
    return group.passive ? behind("by", group.behind, !word.origin) : subject_of(group);
  }
  if (listed(places, "owner")) {
    return reader_.speaker_before(group.first);
  }
  const bool dative = places == "object to";
  NounPhrase found;
  for (std::string_view rest = places; !rest.empty() && (found.empty() || dative);) {
    const std::string_view place = rest.substr(0, rest.find(' '));
    append(found, place == "object" ? object_of(word, group, listed(places, "topic"))
                                    : behind(place, group.behind, !word.origin));
    rest.remove_prefix(std::min(rest.size(), place.size() + 1));
  }
  return found.empty() ? ahead(places, group.first) : found;
}

ToldDeed DeedReader::verb_deed(const DeedWord& word, std::uint32_t at) const {
  const auto tokens = static_cast<std::uint32_t>(word.stems.size());
  const VerbGroup group = group_at(at, at + tokens);
  if (group.negated) {
    return {};
  }
  ToldDeed deed{word.deeds, {}, {}, {}, at, tokens};
  deed.agent = verb_party(word, group, true);
  deed.patient = verb_party(word, group, false);
  if (!listed(word.agent, "object") && !listed(word.patient, "object")) {
    std::uint32_t end = group.behind;
    deed.thing = group.passive ? subject_of(group) : reader_.phrase_from(group.behind, false, end);
  }
  return deed;
}

/// "X lodged a complaint", "X faces a complaint", "X is under an order".
NounPhrase DeedReader::light_subject(std::uint32_t noun, LightSide& side) const {
  side = LightSide::kNone;
  std::uint32_t at = noun;
  constexpr std::uint32_t kFar = 8;
  while (at > reader_.begin() && at + kFar > noun &&
         light_side(reader_.stem(at - 1)) == LightSide::kNone &&
         (reader_.role(at - 1) == WordRole::kContent ||
          reader_.role(at - 1) == WordRole::kDeterminer ||
          reader_.role(at - 1) == WordRole::kAdverb || reader_.role(at - 1) == WordRole::kNumber ||
          reader_.is(at - 1, {"in", "of"}))) {
    --at;
  }
  if (at == reader_.begin()) {
    return {};
  }
  side = noun_use(at - 1) && !reader_.is(at - 1, {"under"}) ? LightSide::kNone
                                                            : light_side(reader_.stem(at - 1));
  if (side == LightSide::kNone) {
    return {};
  }
  std::uint32_t verb = at - 1;
  if (reader_.is(verb, {"under"}) && reader_.role(verb - 1) != WordRole::kAuxiliary &&
      !reader_.is(verb - 1, {"come", "came", "comes", "coming", "remains", "placed"})) {
    side = LightSide::kNone;
    return {};
  }
  if (reader_.is(verb, {"under"}) && reader_.role(verb - 1) == WordRole::kVerb) {
    --verb;  // "came under fire"
  } else if (reader_.is(verb, {"under"}) && reader_.is(verb - 1, {"come", "came", "comes"})) {
    --verb;
  }
  const VerbGroup group = group_at(verb, noun);
  if (group.passive || group.negated) {
    side = LightSide::kNone;
    return {};
  }
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
NounPhrase DeedReader::doer_behind(const DeedWord& word, std::uint32_t from, bool received,
                                   std::uint32_t light) const {
  NounPhrase found = received ? behind("from", light, false) : behind("by from", from, false);
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

/// To whom it is done where no preposition of the noun tells it: "X received it", "it was received
/// by X", "it reached X", "at the request of Y, X ...".
NounPhrase DeedReader::done_to(std::uint32_t noun, std::uint32_t from, bool received,
                               std::uint32_t light) const {
  std::uint32_t end = from;
  if (received) {
    NounPhrase found = participle(reader_.word(light)) ? behind("by", light, false) : NounPhrase{};
    if (found.empty() && reader_.role(light - 1) == WordRole::kAuxiliary) {
      return reader_.speaker_before(noun);
    }
    return found.empty() ? reader_.phrase_from(light + 1, false, end) : found;
  }
  const bool setting = noun >= reader_.begin() + 2 && reader_.is(noun - 1, {"the"}) &&
                       reader_.is(noun - 2, {"at", "on", "under", "upon"});
  if (setting && reader_.is(from, {"of"})) {
    const bool owned = !reader_.phrase_from(from + 1, true, end).empty();
    return owned && reader_.word(end) == "," ? reader_.phrase_from(end + 1, false, end) : NounPhrase{};
  }
  return {};
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

ToldDeed DeedReader::noun_deed(const DeedWord& word, std::uint32_t at) const {
  const auto tokens = static_cast<std::uint32_t>(word.stems.size());
  ToldDeed deed{word.deeds, owner_of(at), {}, {}, at, tokens};
  const std::uint32_t from = at + tokens;
  NounPhrase owned;  // "her appointment", but "the board's appointment of her"
  if (listed(word.patient, "owner") && !reader_.is(from, {"of"})) {
    owned.swap(deed.agent);
  }
  LightSide side = LightSide::kNone;
  const NounPhrase subject = light_subject(at, side);
  LightSide told_behind = LightSide::kNone;
  const std::uint32_t light = light_behind(at, told_behind);
  const bool received = told_behind == LightSide::kReceiving;
  if (deed.agent.empty() && told_behind == LightSide::kGiving) {
    deed.agent = behind("by", light);
  }
  if (side == LightSide::kGiving && deed.agent.empty()) {
    deed.agent = subject;
  }
  if (deed.agent.empty()) {
    deed.agent = doer_behind(word, from, received, light);
  }
  if (deed.agent.empty()) {
    deed.agent = ahead("from", at);
  }
  const bool content_told = reader_.is(from, {"that"});  // "allegations that ... came from X"
  if (deed.agent.empty() && content_told) {
    deed.agent = behind_far("from by", from);
  }
  deed.patient = owned.empty() ? behind_first(word.patient, from) : owned;
  // "an assault of guards on inmates": the other preposition tells whom
  NounPhrase aimed = listed(word.patient, "of") && listed(word.patient, "on")
                         ? behind("on upon against", from, true)
                         : NounPhrase{};
  if (!aimed.empty()) {
    deed.patient.swap(aimed);
    deed.agent = deed.agent.empty() ? behind("of", from, true) : deed.agent;
  }
  if (deed.patient.empty()) {
    deed.patient = side == LightSide::kReceiving ? subject : done_to(at, from, received, light);
  }
  if (deed.patient.empty() && side == LightSide::kGiving) {
    deed.patient = given_to(at);
  }
  if (deed.patient.empty() && content_told) {
    deed.patient = behind_far(word.patient, from);
  }
  return deed;
}

/// "X is the creditor of Y", "as the creditor of Y, X ...", "the creditor of Y is X".
ToldDeed DeedReader::holder_deed(const DeedWord& word, std::uint32_t at) const {
  const auto tokens = static_cast<std::uint32_t>(word.stems.size());
  ToldDeed deed{word.deeds, {}, {}, {}, at, tokens};
  std::uint32_t first = at;
  NounPhrase other;
  while (first > reader_.begin() && (reader_.role(first - 1) == WordRole::kContent ||
                                     reader_.role(first - 1) == WordRole::kDeterminer)) {
    --first;
    if (other.empty() && reader_.possessive(first)) {
      other = reader_.phrase_before(first + 1);
    }
  }
  const bool agent = listed(word.agent, "subject");
  if (other.empty() && listed(agent ? word.patient : word.agent, reader_.word(at + tokens))) {
    std::uint32_t end = at + tokens;
    other = reader_.phrase_from(at + tokens + 1, true, end);
  }
  if (other.empty() && reader_.is(first, {"its", "his", "her", "their"})) {
    other = reader_.speaker_before(first);
  }
  NounPhrase holder;
  const std::uint32_t before = first;
  if (before > reader_.begin() && reader_.is(before - 1, {"is", "was", "are", "were", "be", "been",
                                                          "remains", "became", "being"})) {
    holder = subject_of(group_at(before - 1, before));
  } else if (before > reader_.begin() && reader_.is(before - 1, {"as"})) {
    std::uint32_t verb = before - 1;
    while (verb > reader_.begin() && reader_.role(verb) != WordRole::kVerb) {
      --verb;
    }
    holder = verb == reader_.begin() ? NounPhrase{} : subject_of(group_at(verb, verb + 1));
  } else if (reader_.word(at + tokens) == ",") {
    std::uint32_t end = at;
    holder = reader_.phrase_from(at + tokens + 1, true, end);  // "its tenant, X"
  } else {
    const std::uint32_t stop = std::min(reader_.end(), at + tokens + kReach);
    for (std::uint32_t i = at + tokens; i < stop && holder.empty(); ++i) {
      if (reader_.is(i, {"is", "was", "are", "were"})) {
        std::uint32_t end = i + 1;
        holder = reader_.phrase_from(i + 1, false, end);
      }
    }
  }
  (agent ? deed.agent : deed.patient) = holder;
  (agent ? deed.patient : deed.agent) = other;
  return deed;
}

void DeedReader::read_at(std::uint32_t at, std::vector<ToldDeed>& out) const {
  std::size_t longest = 0;
  for (const DeedWord* word : deed_words(reader_.stem(at))) {
    if (word->stems.size() < longest || !matches(*word, at)) {
      continue;
    }
    const bool noun = noun_use(at);
    const bool verb_word = word->form == DeedForm::kVerb;
    if ((noun && verb_word) || (!noun && !verb_word && word->stems.size() == 1) ||
        (verb_word && describes(at))) {
      continue;
    }
    ToldDeed deed = word->form == DeedForm::kVerb   ? verb_deed(*word, at)
                    : word->form == DeedForm::kNoun ? noun_deed(*word, at)
                                                    : holder_deed(*word, at);
    longest = std::max(longest, word->stems.size());
    if (!deed.agent.empty() || !deed.patient.empty()) {
      out.push_back(std::move(deed));
    }
  }
}

/// Two halves of one deed: "the suit was brought by X; Y is the respondent".
void join_halves(std::vector<ToldDeed>& deeds) {
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    for (std::size_t j = 0; j < deeds.size(); ++j) {
      const bool halves = deeds[i].patient.empty() && deeds[j].agent.empty();
      const bool apart = deeds[i].first != deeds[j].first && deeds[i].agent != deeds[j].patient;
      if (apart && halves && (deeds[i].deeds & deeds[j].deeds) != 0) {
        deeds[i].patient = deeds[j].patient;
        break;
      }
    }
  }
}

}  // namespace

std::vector<ToldDeed> told_deeds(const PhraseReader& reader) {
  std::vector<ToldDeed> deeds;
  DeedReader(reader).read(deeds);
  join_halves(deeds);
  return deeds;
}

}  // namespace parallax
