/// Sources of different documents are one party if role and country fit and the words of one name
/// contain those of the other ("Foreign Ministry", "Ministry of Foreign Affairs of Norland"). A
/// name that fits several others is left alone: better two columns than a wrong one.

#include "engine/compare/parties.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/text/fold.hpp"

namespace parallax {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
/// "Norland" and "Norlandic" are one word of a name.
constexpr std::size_t kMinPrefix = 5;

/// One source of one document, before joining.
struct Voice {
  std::size_t document = 0;
  std::size_t source = kNone;  ///< kNone: the author, or nobody who is named.
  Party party;
  std::vector<std::string> words;  ///< Of the name, sorted.
  bool person = false;
  bool named = true;  ///< False where nobody is named: joined with nothing.
};

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Words that tell nothing apart in the names of sources.
bool is_filler(const std::string& word) {
  static const std::vector<std::string> kFillers = {
      "a",        "affairs", "and", "at",  "da",  "das", "de",  "del", "der", "des", "di", "du",
      "et",       "for",     "in",  "la",  "le",  "les", "of",  "on",  "s",   "the", "to", "und",
      "republic", "y",       "e",   "los", "las", "el",  "fur", "die", "von", "van", "al"};
  return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

std::vector<std::string> name_words(const std::string& name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : fold(name) + " ") {
    if (is_letter(c)) {
      word += c;
      continue;
    }
    if (!word.empty() && !is_filler(word)) {
      words.push_back(word);
    }
    word.clear();
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool same_word(const std::string& a, const std::string& b) {
  return a == b ||
         (std::min(a.size(), b.size()) >= kMinPrefix && (a.starts_with(b) || b.starts_with(a)));
}

bool within(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return !part.empty() && std::all_of(part.begin(), part.end(), [&](const std::string& word) {
    return std::any_of(whole.begin(), whole.end(),
                       [&](const std::string& other) { return same_word(word, other); });
  });
}

Voice voice_of(const CompareInput& input, std::size_t document, std::size_t source) {
  const Source& s = input.sourced->sources[source];
  Voice voice;
  voice.document = document;
  voice.source = source;
  voice.person = s.person;
  voice.party.name = s.name;
  voice.party.role = std::string(name_of(s.role));
  voice.party.organisation = s.organisation;
  voice.party.country = s.country;
  voice.party.inferred = s.country_inferred;
  if (s.role == Role::kSpokesperson && !s.organisation.empty()) {
    voice.party.name = s.organisation;
    voice.person = false;
  }
  voice.words = name_words(voice.party.name);
  return voice;
}

Voice author_of(const CompareInput& input, std::size_t document, const Statement& statement) {
  const Record& record = input.document->record;
  Voice voice;
  voice.document = document;
  voice.party.role = "media";
  voice.party.narration = true;
  voice.party.inferred = !record.source.has_value();
  voice.party.name = record.source.value_or(record.title.value_or(record.id));
  if (statement.source) {
    const Source& s = input.sourced->sources[*statement.source];
    voice.party.name = s.name.empty() ? voice.party.name : s.name;
    voice.party.country = s.country;
  }
  voice.words = name_words(voice.party.name);
  voice.named = !voice.party.inferred;
  return voice;
}

Voice nobody(std::size_t document) {
  Voice voice;
  voice.document = document;
  voice.party.name = "unnamed source";
  voice.party.inferred = true;
  voice.named = false;
  return voice;
}

/// Voices of the run and the voice of each statement.
struct Voices {
  std::vector<Voice> list;
  std::vector<std::vector<std::size_t>> of_statement;
};

/// The whole document speaks with one voice.
Voice document_voice(std::size_t document) {
  Voice voice;
  voice.document = document;
  voice.party.document = document;
  voice.named = false;
  return voice;
}

/// Voices of document `d`, whose statements have their sources.
void add_voices(const CompareInput& input, std::size_t d, Voices& voices) {
  std::map<std::pair<int, std::size_t>, std::size_t> known;
  for (const Statement& statement : input.sourced->statements) {
    const bool author = statement.mode == Mode::kNarration;
    const std::size_t source = author ? kNone : statement.source.value_or(kNone);
    const auto [at, fresh] = known.try_emplace({author ? 1 : 0, source}, voices.list.size());
    if (fresh) {
      voices.list.push_back(author            ? author_of(input, d, statement)
                            : source == kNone ? nobody(d)
                                              : voice_of(input, d, source));
    }
    voices.of_statement[d].push_back(at->second);
  }
}

Voices voices_of(const std::vector<CompareInput>& inputs) {
  Voices voices;
  voices.of_statement.resize(inputs.size());
  for (std::size_t d = 0; d < inputs.size(); ++d) {
    if (inputs[d].sourced != nullptr) {
      add_voices(inputs[d], d, voices);
      continue;
    }
    voices.of_statement[d].push_back(voices.list.size());
    voices.list.push_back(document_voice(d));
  }
  return voices;
}

bool roles_fit(const Party& a, const Party& b) {
  return a.role == b.role || a.role == "unknown" || b.role == "unknown" ||
         a.role == "spokesperson" || b.role == "spokesperson";
}

/// May the two be one? The words of `part` lie within those of `whole`.
bool fits(const Voice& part, const Voice& whole) {
  return part.named && whole.named && part.party.narration == whole.party.narration &&
         part.person == whole.person && roles_fit(part.party, whole.party) &&
         (part.party.country == whole.party.country || part.party.country.empty() ||
          whole.party.country.empty()) &&
         within(part.words, whole.words);
}

bool equal(const Voice& a, const Voice& b) {
  return fits(a, b) && fits(b, a);
}

class Joiner {
 public:
  explicit Joiner(const std::vector<Voice>& voices) : voices_(voices), parent_(voices.size()) {
    for (std::size_t i = 0; i < parent_.size(); ++i) {
      parent_[i] = i;
    }
  }

  std::vector<std::size_t> joined() {
    for (std::size_t i = 0; i < voices_.size(); ++i) {
      for (std::size_t j = i + 1; j < voices_.size(); ++j) {
        const bool apart = voices_[i].document == voices_[j].document && !spoken_for(i, j);
        if (!apart && equal(voices_[i], voices_[j])) {
          join(i, j);
        }
      }
    }
    const std::vector<std::size_t> exact = roots();
    for (std::size_t i = 0; i < voices_.size(); ++i) {
      const std::size_t whole = only_whole(i, exact);
      if (whole != kNone) {
        join(i, whole);
      }
    }
    return roots();
  }

 private:
  /// One of the two is a spokesperson whose name is already the organisation's.
  [[nodiscard]] bool spoken_for(std::size_t i, std::size_t j) const {
    return voices_[i].party.role == "spokesperson" || voices_[j].party.role == "spokesperson";
  }

  /// The one party that a short name can stand for; kNone if there is none or a choice.
  [[nodiscard]] std::size_t only_whole(std::size_t i, const std::vector<std::size_t>& exact) const {
    std::size_t found = kNone;
    for (std::size_t j = 0; j < voices_.size(); ++j) {
      if (exact[j] == exact[i] || !fits(voices_[i], voices_[j])) {
        continue;
      }
      const bool same_document = voices_[j].document == voices_[i].document;
      if ((found != kNone && exact[found] != exact[j]) || (same_document && !spoken_for(i, j)) ||
          rival(i, j, exact)) {
        return kNone;
      }
      found = j;
    }
    return found;
  }

  /// Another source of the same document could be `whole` as well.
  [[nodiscard]] bool rival(std::size_t part, std::size_t whole,
                           const std::vector<std::size_t>& exact) const {
    for (std::size_t k = 0; k < voices_.size(); ++k) {
      const bool beside = k != part && voices_[k].document == voices_[part].document;
      if (beside && exact[k] != exact[part] &&
          (exact[k] == exact[whole] || fits(voices_[k], voices_[whole]))) {
        return true;
      }
    }
    return false;
  }

  std::size_t root(std::size_t i) const {
    while (parent_[i] != i) {
      i = parent_[i];
    }
    return i;
  }
  void join(std::size_t i, std::size_t j) {
    const std::size_t a = root(i);
    const std::size_t b = root(j);
    parent_[std::max(a, b)] = std::min(a, b);
  }
  [[nodiscard]] std::vector<std::size_t> roots() const {
    std::vector<std::size_t> all(parent_.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i] = root(i);
    }
    return all;
  }

  const std::vector<Voice>& voices_;
  std::vector<std::size_t> parent_;
};

/// One party out of its voices: the longest name decides, gaps are filled from the others.
Party merged(std::vector<const Voice*> members) {
  std::sort(members.begin(), members.end(), [](const Voice* a, const Voice* b) {
    const auto key = [](const Voice* v) {
      return std::tuple(v->party.role == "spokesperson", -static_cast<long>(v->party.name.size()),
                        v->party.name, v->party.country, v->party.role);
    };
    return key(a) < key(b);
  });
  Party party = members.front()->party;
  for (const Voice* voice : members) {
    party.role = party.role == "unknown" ? voice->party.role : party.role;
    party.organisation =
        party.organisation.empty() ? voice->party.organisation : party.organisation;
    party.country = party.country.empty() ? voice->party.country : party.country;
    party.inferred = party.inferred && voice->party.inferred;
  }
  return party;
}

}  // namespace

bool canonical_before(const Document& a, const Document& b) {
  const auto key = [](const Document& d) {
    return std::tuple(d.record.date.value_or(""), std::string_view(d.record.id),
                      std::string_view(d.record.sha256), std::string_view(d.record.text));
  };
  return key(a) < key(b);
}

PartyList parties_of(const std::vector<CompareInput>& inputs) {
  const Voices voices = voices_of(inputs);
  const std::vector<std::size_t> root = Joiner(voices.list).joined();
  std::map<std::size_t, std::vector<const Voice*>> members;
  for (std::size_t i = 0; i < voices.list.size(); ++i) {
    members[root[i]].push_back(&voices.list[i]);
  }
  PartyList result;
  std::map<std::size_t, std::size_t> number;
  for (const bool narration : {false, true}) {
    for (const auto& row : voices.of_statement) {
      for (const std::size_t voice : row) {
        if (voices.list[voice].party.narration == narration &&
            number.try_emplace(root[voice], result.parties.size()).second) {
          result.parties.push_back(merged(members[root[voice]]));
        }
      }
    }
  }
  for (const auto& row : voices.of_statement) {
    std::vector<std::size_t>& out = result.of_statement.emplace_back();
    for (const std::size_t voice : row) {
      out.push_back(number.at(root[voice]));
    }
  }
  return result;
}

}  // namespace parallax
