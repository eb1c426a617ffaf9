#include "models/lexicon/phrases.hpp"

#include <algorithm>
#include <set>

#include "models/text/fold.hpp"

namespace parallax {
namespace {

bool is_hyphen(const Token& token, const WordTable& words) {
  return token.kind == TokenKind::kPunctuation && words[token.word].folded == "-";
}

}  // namespace

void PhraseSet::add(std::string_view pattern, std::uint32_t payload, std::string_view language) {
  std::size_t begin = 0;
  while (begin <= pattern.size()) {
    const std::size_t end = std::min(pattern.find('|', begin), pattern.size());
    add_one(pattern.substr(begin, end - begin), payload, language);
    begin = end + 1;
  }
}

PhraseSet::Element PhraseSet::element_of(std::string_view word, std::string_view language) {
  Element element;
  if (word.size() > 1 && (word.back() == '*' || word.back() == '~')) {
    element.mode = word.back() == '*' ? Mode::kPrefix : Mode::kStem;
    word.remove_suffix(1);
  }
  element.text = fold(word, language);
  if (element.mode == Mode::kStem) {
    element.stem = stem(element.text, language);
    // "clos~" is meant for "closed", whose stem is "close".
    element.stem_with_e = language == "en" ? stem(element.text + "e", language) : element.stem;
  }
  return element;
}

void PhraseSet::index_head(const Element& head, std::uint32_t number) {
  if (head.mode == Mode::kExact) {
    by_word_[head.text].push_back(number);
  } else if (head.mode == Mode::kPrefix) {
    by_prefix_[head.text].push_back(number);
    longest_prefix_ = std::max(longest_prefix_, head.text.size());
  } else {
    for (const std::string& key : std::set<std::string>{head.text, head.stem, head.stem_with_e}) {
      by_stem_[key].push_back(number);
    }
  }
}

void PhraseSet::add_one(std::string_view pattern, std::uint32_t payload,
                        std::string_view language) {
  Phrase phrase;
  phrase.payload = payload;
  std::size_t begin = 0;
  while (begin < pattern.size()) {
    const std::size_t end = std::min(pattern.find_first_of(" -", begin), pattern.size());
    const std::string_view word = pattern.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) {
      continue;
    }
    phrase.elements.push_back(element_of(word, language));
  }
  if (phrase.elements.empty()) {
    return;
  }
  index_head(phrase.elements.front(), static_cast<std::uint32_t>(phrases_.size()));
  phrases_.push_back(std::move(phrase));
}

bool PhraseSet::matches(const Element& element, const Word& word) {
  switch (element.mode) {
    case Mode::kExact:
      return word.folded == element.text || word.surface_folded == element.text;
    case Mode::kStem:
      return word.stem == element.text || word.stem == element.stem ||
             word.stem == element.stem_with_e;
    case Mode::kPrefix:
      return word.folded.size() >= element.text.size() &&
             word.folded.compare(0, element.text.size(), element.text) == 0;
  }
  return false;
}

std::uint32_t PhraseSet::match_length(const Phrase& phrase, std::span<const Token> tokens,
                                      std::size_t position, const WordTable& words) const {
  std::size_t at = position;
  for (std::size_t i = 0; i < phrase.elements.size(); ++i) {
    if (i > 0 && at < tokens.size() && is_hyphen(tokens[at], words) &&
        phrase.elements[i].text != "-") {
      ++at;
    }
    if (at >= tokens.size() || !matches(phrase.elements[i], words[tokens[at].word])) {
      return 0;
    }
    ++at;
  }
  return static_cast<std::uint32_t>(at - position);
}

void PhraseSet::try_heads(const std::vector<std::uint32_t>& heads, std::span<const Token> tokens,
                          std::size_t position, const WordTable& words, Match& best) const {
  for (const std::uint32_t number : heads) {
    const Phrase& phrase = phrases_[number];
    const std::uint32_t length = match_length(phrase, tokens, position, words);
    if (length > best.length) {
      best = {phrase.payload, length};
    }
  }
}

bool PhraseSet::may_begin(const Word& word) const {
  if (by_word_.contains(word.folded) || by_word_.contains(word.surface_folded) ||
      by_stem_.contains(word.stem)) {
    return true;
  }
  for (std::size_t n = std::min(longest_prefix_, word.folded.size()); n > 0; --n) {
    if (by_prefix_.contains(word.folded.substr(0, n))) {
      return true;
    }
  }
  return false;
}

PhraseSet::Match PhraseSet::match(std::span<const Token> tokens, std::size_t position,
                                  const WordTable& words) const {
  Match best;
  const Word& word = words[tokens[position].word];
  if (const auto it = by_word_.find(word.folded); it != by_word_.end()) {
    try_heads(it->second, tokens, position, words, best);
  }
  if (word.surface_folded != word.folded) {
    if (const auto it = by_word_.find(word.surface_folded); it != by_word_.end()) {
      try_heads(it->second, tokens, position, words, best);
    }
  }
  if (const auto it = by_stem_.find(word.stem); it != by_stem_.end()) {
    try_heads(it->second, tokens, position, words, best);
  }
  const std::size_t limit = std::min(longest_prefix_, word.folded.size());
  for (std::size_t length = limit; length > 0; --length) {
    if (const auto it = by_prefix_.find(word.folded.substr(0, length)); it != by_prefix_.end()) {
      try_heads(it->second, tokens, position, words, best);
    }
  }
  return best;
}

}  // namespace parallax
