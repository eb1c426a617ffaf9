/// Where the parties of a deed stand: behind prepositions, in front of the clause.

#include <algorithm>
#include <string_view>

#include "engine/facts/deed_reader.hpp"

namespace parallax {
namespace {

/// Tokens behind a word in which its parties stand.
constexpr std::uint32_t kReach = 24;

void append(NounPhrase& to, const NounPhrase& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

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

}  // namespace parallax
