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
  const auto any_variant = [&](const auto& fits) {
    return std::any_of(word.variants.begin(), word.variants.end(), fits);
  };
  switch (element.mode) {
    case Mode::kExact:
      return word.folded == element.text || word.surface_folded == element.text ||
             any_variant([&](const std::string& form) { return form == element.text; });
    case Mode::kStem:
      return word.stem == element.text || word.stem == element.stem ||
             word.stem == element.stem_with_e;
    case Mode::kPrefix:
      return word.folded.starts_with(element.text) ||
             any_variant([&](const std::string& form) { return form.starts_with(element.text); });
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

void PhraseSet::try_prefixes(const std::string& form, std::span<const Token> tokens,
                             std::size_t position, const WordTable& words, Match& best) const {
  const std::size_t limit = std::min(longest_prefix_, form.size());
  for (std::size_t length = limit; length > 0; --length) {
    if (const auto it = by_prefix_.find(form.substr(0, length)); it != by_prefix_.end()) {
      try_heads(it->second, tokens, position, words, best);
    }
  }
}

std::vector<std::uint32_t> PhraseSet::beginning_with(const Word& word) const {
  std::vector<std::uint32_t> found;
  const auto add = [&](const auto& heads, const std::string& key) {
    if (const auto it = heads.find(key); it != heads.end()) {
      found.insert(found.end(), it->second.begin(), it->second.end());
    }
  };
  add(by_word_, word.folded);
  if (word.surface_folded != word.folded) {
    add(by_word_, word.surface_folded);
  }
  add(by_stem_, word.stem);
  const auto add_prefixes = [&](const std::string& form) {
    for (std::size_t n = std::min(longest_prefix_, form.size()); n > 0; --n) {
      add(by_prefix_, form.substr(0, n));
    }
  };
  add_prefixes(word.folded);
  for (const std::string& form : word.variants) {
    add(by_word_, form);
    add_prefixes(form);
  }
  return found;
}

PhraseSet::Match PhraseSet::match_among(std::span<const std::uint32_t> patterns,
                                        std::span<const Token> tokens, std::size_t position,
                                        const WordTable& words) const {
  Match best;
  for (const std::uint32_t number : patterns) {
    const Phrase& phrase = phrases_[number];
    if (phrase.elements.size() <= best.length) {
      continue;
    }
    const std::uint32_t length =
        phrase.elements.size() == 1 ? 1 : match_length(phrase, tokens, position, words);
    if (length > best.length) {
      best = {phrase.payload, length};
    }
  }
  return best;
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
  try_prefixes(word.folded, tokens, position, words, best);
  for (const std::string& form : word.variants) {
    if (const auto it = by_word_.find(form); it != by_word_.end()) {
      try_heads(it->second, tokens, position, words, best);
    }
    try_prefixes(form, tokens, position, words, best);
  }
  return best;
}

}  // namespace parallax
