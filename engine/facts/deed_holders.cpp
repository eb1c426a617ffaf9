/// Deeds told by what somebody is called: "the creditor of X".

#include <algorithm>
#include <string_view>

#include "engine/facts/deed_reader.hpp"

namespace parallax {
namespace {

/// Tokens behind the noun in which a copula may stand.
constexpr std::uint32_t kReach = 24;

}  // namespace

/// Who is called so; `first` is the first token of the noun's phrase, `end` the one behind it.
NounPhrase DeedReader::holder_of(std::uint32_t first, std::uint32_t end) const {
  std::uint32_t stop = end;
  if (first > reader_.begin() && reader_.is(first - 1, {"is", "was", "are", "were", "be", "been",
                                                        "remains", "became", "being"})) {
    return subject_of(group_at(first - 1, first));
  }
  if (first > reader_.begin() && reader_.is(first - 1, {"as"})) {
    const std::uint32_t verb = verb_before(first - 1);
    return verb == reader_.begin() ? NounPhrase{} : subject_of(group_at(verb, verb + 1));
  }
  if (reader_.word(end) == ",") {
    return reader_.phrase_from(end + 1, false, stop);  // "its tenant, X"
  }
  for (std::uint32_t i = end; i < end + kReach; ++i) {
    if (reader_.is(i, {"is", "was", "are", "were"})) {
      return reader_.phrase_from(i + 1, false, stop);  // "the tenant of the depot is X"
    }
  }
  return {};
}

/// "X is the creditor of Y", "as the creditor of Y, X ...", "the creditor of Y is X".
ToldDeed DeedReader::holder_deed(const DeedWord& word, std::uint32_t at) const {
  const auto tokens = static_cast<std::uint32_t>(word.stems.size());
  const std::uint32_t end = at + tokens;
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
  if (other.empty() && listed(agent ? word.patient : word.agent, reader_.word(end))) {
    std::uint32_t stop = end;
    other = reader_.phrase_from(end + 1, true, stop);
  }
  if (other.empty() && reader_.is(first, {"its", "his", "her", "their"})) {
    other = reader_.speaker_before(first);
  }
  (agent ? deed.agent : deed.patient) = holder_of(first, end);
  (agent ? deed.patient : deed.agent) = other;
  return deed;
}

}  // namespace parallax
