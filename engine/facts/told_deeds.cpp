#include <algorithm>
#include <string_view>

#include "engine/facts/claim_context.hpp"
#include "engine/facts/deed_reader.hpp"

namespace parallax {
namespace {

void append(NounPhrase& to, const NounPhrase& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

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
  return word.tail.empty() || has_tail(word.tail, behind_it);
}

/// The words of a phrase stand at `at`.
bool DeedReader::reads(std::string_view phrase, std::uint32_t at) const {
  while (!phrase.empty()) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    if (reader_.word(at) != word) {
      return false;
    }
    phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
    ++at;
  }
  return true;
}

/// One of the phrases, separated by commas, stands behind `from` before the verb's clause ends.
bool DeedReader::has_tail(std::string_view tail, std::uint32_t from) const {
  const std::uint32_t stop = window_end(from);
  while (!tail.empty()) {
    const std::string_view phrase = tail.substr(0, tail.find(','));
    for (std::uint32_t at = from; at < stop; ++at) {
      if (reads(phrase, at)) {
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

/// What stands at `at` is no noun but the verb of what follows: "the ship Stella owes its rescue".
bool DeedReader::has_object(std::uint32_t at) const {
  const WordRole next = reader_.role(at + 1);
  return next == WordRole::kDeterminer || next == WordRole::kPronoun || next == WordRole::kNumber ||
         reader_.capital(at + 1);
}

/// "The visit", "Ostria's order", "under attack": a noun by what stands in front of it.
bool DeedReader::noun_use(std::uint32_t at) const {
  if (reader_.role(at) == WordRole::kVerb || reader_.role(at) == WordRole::kAuxiliary) {
    return false;
  }
  constexpr std::uint32_t kBack = 3;
  const std::string_view word = reader_.word(at);
  const bool form = word.ends_with("ed") || word.ends_with("ing");
  std::uint32_t back = at;
  const auto inside = [&](std::uint32_t i) {
    return (reader_.role(i) == WordRole::kContent || reader_.role(i) == WordRole::kAdverb) &&
           !reader_.possessive(i);
  };
  while (back > reader_.begin() && back + kBack > at && inside(back - 1)) {
    --back;
  }
  if (back == reader_.begin() || back + kBack == at) {
    return at == reader_.begin() || light_side(reader_.stem(at - 1)) != LightSide::kNone;
  }
  const std::uint32_t before = back - 1;
  switch (reader_.role(before)) {
    case WordRole::kPreposition:
      return back != at || !reader_.is(before, {"to"});
    case WordRole::kContent:
    case WordRole::kDate:
    case WordRole::kDeterminer:
      return (reader_.role(before) != WordRole::kDate || reader_.possessive(before)) &&
             (back == at || (!form && !has_object(at)));
    case WordRole::kVerb:
      return true;
    default:
      return (reader_.is(before, {"is", "was", "are", "were", "be", "been"}) && !participle(word) &&
              !form) ||
             light_side(reader_.stem(before)) != LightSide::kNone;
  }
}

/// "Informed the mayor of the flood": what it is about is no part of the party.
void DeedReader::cut_topic(NounPhrase& phrase) const {
  for (std::size_t i = 1; i < phrase.size(); ++i) {
    const std::uint32_t before = phrase[i] - 1;
    const bool determined =
        reader_.role(before) == WordRole::kDeterminer || reader_.role(before) == WordRole::kNumber;
    const std::uint32_t of = determined ? before - 1 : before;
    if (reader_.is(of, {"of"}) && !reader_.capital(phrase[i])) {
      phrase.resize(i);
      return;
    }
  }
}

/// "The insurer, whom X had sued": whom the relative pronoun in front of the subject means.
NounPhrase DeedReader::antecedent_of(const VerbGroup& group) const {
  constexpr std::uint32_t kFar = 7;
  std::uint32_t at = group.first;
  while (at > reader_.begin() && at + kFar > group.first &&
         (reader_.role(at - 1) == WordRole::kContent ||
          reader_.role(at - 1) == WordRole::kDeterminer || reader_.is(at - 1, {"of"}))) {
    --at;
  }
  if (at == group.first || !reader_.is(at - 1, {"whom", "which", "that"})) {
    return {};
  }
  const std::uint32_t relative = at - 1;
  return reader_.phrase_before(reader_.word(relative - 1) == "," ? relative - 1 : relative);
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
  return found.empty() ? antecedent_of(group) : found;
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

/// Denied, asked or only supposed: "denied having sued the guild".
bool DeedReader::unsaid(std::uint32_t at) const {
  const Term* term = reader_.term_at(at);
  return term != nullptr && (term->negated || term->modality == Modality::kConditional ||
                             term->modality == Modality::kQuestion);
}

ToldDeed DeedReader::verb_deed(const DeedWord& word, std::uint32_t at) const {
  const auto tokens = static_cast<std::uint32_t>(word.stems.size());
  const VerbGroup group = group_at(at, at + tokens);
  if (group.negated || unsaid(at)) {
    return {};
  }
  ToldDeed deed{word.deeds, {}, {}, {}, at, tokens};
  deed.agent = verb_party(word, group, true);
  deed.patient = verb_party(word, group, false);
  const bool sent = word.patient == "object to" && !behind("to", group.behind).empty();
  if (sent || (!listed(word.agent, "object") && !listed(word.patient, "object"))) {
    std::uint32_t end = group.behind;
    deed.thing = group.passive ? subject_of(group) : reader_.phrase_from(group.behind, false, end);
  }
  return deed;
}

/// The words at `at` are used as this row of the table has it. "The State Audit Office" tells no
/// audit.
bool DeedReader::used_as(const DeedWord& word, std::uint32_t at) const {
  if (!matches(word, at) || (at != reader_.begin() && reader_.capital(at))) {
    return false;
  }
  const bool noun = noun_use(at);
  if (word.form == DeedForm::kVerb) {
    return !noun && !describes(at);
  }
  return (noun || word.stems.size() > 1) && !unsaid(at);
}

void DeedReader::read_at(std::uint32_t at, std::vector<ToldDeed>& out) const {
  std::size_t longest = 0;
  for (const DeedWord* word : deed_words(reader_.stem(at))) {
    if (word->stems.size() < longest || !used_as(*word, at)) {
      continue;
    }
    longest = word->stems.size();
    ToldDeed deed = word->form == DeedForm::kVerb   ? verb_deed(*word, at)
                    : word->form == DeedForm::kNoun ? noun_deed(*word, at)
                                                    : holder_deed(*word, at);
    if (!deed.agent.empty() || !deed.patient.empty()) {
      out.push_back(std::move(deed));
    }
  }
}

namespace {

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
  const DeedReader deed_reader(reader);
  for (std::uint32_t at = reader.begin(); at < reader.end(); ++at) {
    deed_reader.read_at(at, deeds);
  }
  join_halves(deeds);
  return deeds;
}

void read_deeds(const ClaimContext& context, Claim& claim) {
  if (context.document.language == "en") {
    claim.deeds = told_deeds(PhraseReader(context.words, context.document, claim));
  }
}

}  // namespace parallax
