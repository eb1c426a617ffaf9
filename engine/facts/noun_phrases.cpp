#include "engine/facts/noun_phrases.hpp"

#include <algorithm>
#include <string>

namespace parallax {

PhraseReader::PhraseReader(const WordTable& words, const Document& document, const Claim& claim)
    : words_(words), document_(document), claim_(claim), terms_(claim.token_count, nullptr) {
  for (const Term& term : claim.terms) {
    for (std::uint32_t at = term.token; at < term.token + term.tokens; ++at) {
      if (at >= begin() && at < end()) {
        terms_[at - begin()] = &term;
      }
    }
  }
}

/// "Envoys from Ostria", "its colleague in Ostria", "the Ministry for Trade": what stands behind
/// the preposition at `at` belongs to the noun in front of it.
bool PhraseReader::attaches(std::uint32_t at) const {
  if (role(at - 1) != WordRole::kContent) {
    return false;
  }
  return is(at, {"of"}) || (is(at, {"in"}) && capital(at + 1)) ||
         (is(at, {"for", "on"}) && capital(at - 1) && capital(at + 1));
}

WordRole PhraseReader::role(std::uint32_t at) const {
  const std::size_t local = at - begin();
  return at < begin() || local >= claim_.roles.size() ? WordRole::kMark : claim_.roles[local];
}

std::string_view PhraseReader::word(std::uint32_t at) const {
  return at < begin() || at >= end() ? std::string_view{}
                                     : std::string_view(words_[document_.tokens[at].word].folded);
}

std::string_view PhraseReader::stem(std::uint32_t at) const {
  return at < begin() || at >= end() ? std::string_view{}
                                     : std::string_view(words_[document_.tokens[at].word].stem);
}

bool PhraseReader::is(std::uint32_t at, std::initializer_list<std::string_view> list) const {
  return std::find(list.begin(), list.end(), word(at)) != list.end();
}

bool PhraseReader::capital(std::uint32_t at) const {
  return role(at) == WordRole::kContent && has_capital(document_.tokens[at].shape);
}

bool PhraseReader::possessive(std::uint32_t at) const {
  if (at < begin() || at >= end()) {
    return false;
  }
  const Word& word = words_[document_.tokens[at].word];
  const bool mark =
      at + 1 < end() && (document_.slice(document_.tokens[at + 1].span) == "'" ||
                         document_.slice(document_.tokens[at + 1].span) == "\xe2\x80\x99");
  return word.surface_folded.size() > word.folded.size() || (mark && word.folded.ends_with("s"));
}

bool PhraseReader::framed(std::uint32_t at) const {
  const Term* term = term_at(at);
  return term != nullptr && (term->frame || term->speech);
}

const Term* PhraseReader::term_at(std::uint32_t at) const {
  return at < begin() || at >= end() ? nullptr : terms_[at - begin()];
}

/// First token of the phrase whose last one is `last`.
std::uint32_t PhraseReader::start_of(std::uint32_t last) const {
  std::uint32_t first = last + 1;
  while (first > begin()) {
    const std::uint32_t at = first - 1;
    const WordRole role_at = role(at);
    const bool of = is(at, {"of"});
    const bool mark = word(at) == "-" || word(at) == "'" || word(at) == "\xe2\x80\x99";
    const bool part = role_at == WordRole::kContent || role_at == WordRole::kDeterminer ||
                      role_at == WordRole::kNumber || of || mark || attaches(at) ||
                      (is(at, {"from", "near", "off", "outside", "at"}) &&
                       role(at - 1) == WordRole::kContent && first <= last);
    if (!part) {
      break;
    }
    first = at;
    // "its motion on the pension age": the head stands in front of the preposition
    const bool inner =
        is(at - 1, {"of", "from", "on", "in", "at", "for", "about", "over", "with"}) &&
        at >= begin() + 2 && role(at - 2) == WordRole::kContent;
    if (role_at == WordRole::kDeterminer && !inner) {
      break;
    }
    if (role_at == WordRole::kDeterminer) {
      first = at - 1;
    }
  }
  return first;
}

/// "Its counterpart": somebody else.
bool PhraseReader::other_of(std::uint32_t at) const {
  constexpr std::uint32_t kBehind = 4;
  for (std::uint32_t i = at + 1; i < at + kBehind; ++i) {
    if (is(i, {"counterpart", "counterparts", "colleague", "colleagues", "neighbour", "neighbours",
               "rival", "rivals", "opponent", "opponents", "partner", "partners"})) {
      return true;
    }
  }
  return false;
}

NounPhrase PhraseReader::content_of(std::uint32_t first, std::uint32_t stop) const {
  NounPhrase phrase;
  for (std::uint32_t at = first; at < stop; ++at) {
    const bool owner = is(at, {"its", "his", "her", "their", "it", "he", "she", "they", "them",
                               "him", "our", "us", "we"}) &&
                       !other_of(at);
    if (role(at) == WordRole::kContent) {
      phrase.push_back(at);
    } else if (owner) {
      // "Ordered the residents to leave their houses": not the orderer's
      const bool possessive_word = role(at) == WordRole::kDeterminer;
      const bool we = is(at, {"our", "us", "we"});
      const NounPhrase speaker = we ? speakers() : speaker_before(first, possessive_word);
      phrase.insert(phrase.end(), speaker.begin(), speaker.end());
    }
  }
  return phrase;
}

NounPhrase PhraseReader::phrase_before(std::uint32_t at) const {
  if (at <= begin()) {
    return {};
  }
  const std::uint32_t last = at - 1;
  if (role(last) == WordRole::kPronoun) {
    return content_of(last, at);
  }
  const bool mark = word(last) == "'" || word(last) == "\xe2\x80\x99";
  if (role(last) != WordRole::kContent && !mark) {
    return {};
  }
  const std::uint32_t first = start_of(last);
  NounPhrase phrase = content_of(first, at);
  // "The ship and its launches"
  if (first > begin() + 1 && is(first - 1, {"and"}) && role(first - 2) == WordRole::kContent &&
      role(first) == WordRole::kDeterminer) {
    const NounPhrase other = phrase_before(first - 1);
    phrase.insert(phrase.begin(), other.begin(), other.end());
  }
  return phrase;
}

NounPhrase PhraseReader::phrase_from(std::uint32_t at, bool origins, std::uint32_t& stop) const {
  std::uint32_t i = at;
  bool content = false;
  bool linked = true;  // a determiner may follow
  for (; i < end(); ++i) {
    const WordRole role_at = role(i);
    const bool of = attaches(i) || is(i, {"of"}) || (origins && content && is(i, {"from"}));
    const bool mark = word(i) == "-" || word(i) == "'" || word(i) == "\xe2\x80\x99";
    const bool opens = role_at == WordRole::kDeterminer || role_at == WordRole::kAdverb ||
                       role_at == WordRole::kNumber;
    const bool pronoun = role_at == WordRole::kPronoun && (!content || linked) && !(of && content);
    if (role_at == WordRole::kContent || pronoun) {
      content = true;
      linked = false;
    } else if (of && content) {
      linked = true;
    } else if (!(mark && content) && !(opens && linked)) {
      break;
    }
  }
  stop = i;
  // "asked it to delay the vote": no noun, but a verb
  const bool infinitive = is(at - 1, {"to"}) && role(at) == WordRole::kContent &&
                          document_.tokens[at].shape == Shape::kLower && i == at + 1 &&
                          (role(i) == WordRole::kDeterminer || role(i) == WordRole::kPronoun);
  return infinitive ? NounPhrase{} : content_of(at, i);
}

/// Whoever says it, in front or behind: "our craft, the admiralty said".
NounPhrase PhraseReader::speakers() const {
  NounPhrase found;
  for (std::uint32_t at = begin(); at < end(); ++at) {
    const Term* term = term_at(at);
    if (term != nullptr && term->frame && !term->verb && !term->speech &&
        role(at) == WordRole::kContent) {
      found.push_back(at);
    }
  }
  return found;
}

/// The verb of speech in front of `at`, or else the first verb of the sentence; end() if there is
/// none.
std::uint32_t PhraseReader::speaking_before(std::uint32_t at, bool& spoken) const {
  std::uint32_t verb = end();
  spoken = false;
  for (std::uint32_t i = at; i > begin() + 1 && !spoken; --i) {
    const Term* term = term_at(i - 1);
    const bool own = term != nullptr && term->verb;
    if (own || role(i - 1) == WordRole::kVerb) {
      spoken = term != nullptr && (term->speech || term->frame);
      verb = own ? term->token : i - 1;
    }
  }
  return verb;
}

/// In front of the auxiliaries of a verb and of a parenthesis: "Ostria, as its neighbour, has
/// said".
std::uint32_t PhraseReader::subject_end(std::uint32_t verb) const {
  while (verb > begin() &&
         (role(verb - 1) == WordRole::kAuxiliary || role(verb - 1) == WordRole::kAdverb)) {
    --verb;
  }
  if (verb <= begin() + 1 || word(verb - 1) != ",") {
    return verb;
  }
  std::uint32_t comma = verb - 2;
  while (comma > begin() && word(comma) != ",") {
    --comma;
  }
  return comma;
}

NounPhrase PhraseReader::speaker_before(std::uint32_t at, bool spoken_only) const {
  std::uint32_t stop = at;
  if (is(begin(), {"according"}) && is(begin() + 1, {"to"}) && at > begin() + 2) {
    return phrase_from(begin() + 2, true, stop);
  }
  bool spoken = false;
  const std::uint32_t verb = speaking_before(at, spoken);
  if (spoken_only && !spoken) {
    return {};
  }
  if (verb == end()) {
    return at > begin() + 1 ? phrase_from(begin(), true, stop) : NounPhrase{};
  }
  const std::uint32_t subject = subject_end(verb);
  return subject > begin() && role(subject - 1) == WordRole::kContent ? phrase_before(subject)
                                                                      : NounPhrase{};
}

}  // namespace parallax
