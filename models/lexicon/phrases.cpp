#include "models/lexicon/phrases.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "models/lexicon/table.hpp"
#include "models/text/fold.hpp"
#include "models/text/string_table.hpp"

namespace parallax {
namespace {

bool is_hyphen(const Token& token, const WordTable& words) {
  return token.kind == TokenKind::kPunctuation && words[token.word].folded == "-";
}

/// True for plain lower-case letters, which folding leaves alone.
bool is_folded(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Stems {
  std::string_view stem, stem_with_e;
};

/// What every form of an English word is written with: the word without the letters that endings
/// change ("deny", "denied"; "ratifi~" for "ratify"; "travell~" for "traveled").
std::size_t kept_letters(std::string_view word) {
  const std::size_t size = word.size();
  if (word.ends_with("ie")) {
    return size - 2;
  }
  const bool vowel = word.ends_with("e") || word.ends_with("y") || word.ends_with("i");
  const bool doubled = size > 3 && word[size - 1] == word[size - 2];
  return vowel || doubled ? size - 1 : size;
}

/// The table of stems by word.
class StemTable {
 public:
  explicit StemTable(std::string_view table) : table_(table) {
    std::size_t at = table.find('\n', table.find("\nword\t") + 1);  // behind the names of columns
    while (at != std::string_view::npos && at + 1 < table.size()) {
      const std::string_view row = table.substr(at + 1);
      const std::size_t tab = row.find('\t');
      words_.insert(row.substr(0, tab), static_cast<std::uint32_t>(at + 1 + tab + 1));
      at = table.find('\n', at + 1);
    }
  }

  [[nodiscard]] std::optional<Stems> find(std::string_view word) const {
    const std::uint32_t begin = words_.find(word);
    if (begin == StringTable::kNone) {
      return std::nullopt;
    }
    const std::size_t tab = table_.find('\t', begin);
    const std::size_t end = table_.find('\n', tab);
    return Stems{table_.substr(begin, tab - begin), table_.substr(tab + 1, end - tab - 1)};
  }

 private:
  std::string_view table_;
  StringTable words_;  ///< Value: the byte where the stem of the word begins.
};

/// Stems of the words that English patterns are made of, computed ahead: <lang>/stem.gen.tsv, rows
/// of word, its stem and the stem of the word with an e, sorted by word. Words that are not there
/// are stemmed on the spot.
std::optional<Stems> known_stems(std::string_view word, std::string_view language) {
  if (language != "en") {
    return std::nullopt;
  }
  static const StemTable kTable(embedded_table("en/stem.gen.tsv").value_or(""));
  return kTable.find(word);
}

/// FNV-1a (Fowler, Noll, Vo) over bytes, one at a time, so that prefixes of a word are hashed on
/// the way.
constexpr std::uint64_t kFnvOffset = 0xcbf29ce484222325ULL;
constexpr std::uint64_t kFnvPrime = 0x100000001b3ULL;

/// Prefixes up to so many bytes are hashed on the way to the longest.
constexpr std::size_t kMaxPrefix = 64;

std::uint64_t step(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * kFnvPrime;
}

/// One of 64 bits for the first two bytes of a form.
std::uint64_t bit_of(std::string_view form) {
  const auto byte = [&](std::size_t i) {
    return i < form.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(form[i])) : 0U;
  };
  return std::uint64_t{1} << ((byte(0) * 11 + byte(1)) % 64);
}

}  // namespace

std::uint64_t PhraseSet::key_of(Form form, std::string_view text) {
  std::uint64_t hash = step(kFnvOffset, static_cast<char>(form));
  for (const char byte : text) {
    hash = step(hash, byte);
  }
  return hash == 0 ? 1 : hash;
}

PhraseSet::Piece PhraseSet::keep(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += text;
  return {begin, static_cast<std::uint32_t>(text.size())};
}

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
  const std::string folded = is_folded(word) ? std::string() : fold(word, language);
  const std::string_view text = folded.empty() ? word : folded;
  element.text = keep(text);
  if (element.mode == Mode::kStem) {
    element.start = language == "en" ? static_cast<std::uint32_t>(kept_letters(text)) : 0;
    if (const auto known = known_stems(text, language)) {
      element.stem = keep(known->stem);
      element.stem_with_e = keep(known->stem_with_e);
    } else {
      element.stem = keep(parallax::stem(text, language));
      element.stem_with_e =
          language == "en" ? keep(parallax::stem(std::string(text) + "e", language)) : element.stem;
    }
  }
  return element;
}

std::uint32_t PhraseSet::find(std::uint64_t key) const {
  if (slots_.empty()) {
    return 0;
  }
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key & mask;; at = (at + 1) & mask) {
    if (slots_[at].key == key) {
      return slots_[at].first;
    }
    if (slots_[at].key == 0) {
      return 0;
    }
  }
}

void PhraseSet::reserve(std::size_t patterns) {
  phrases_.reserve(phrases_.size() + patterns);
  elements_.reserve(elements_.size() + patterns * 2);
  links_.reserve(links_.size() + patterns * 2);
  std::size_t wanted = slots_.size();
  while (wanted < 4 * (used_ + patterns)) {
    wanted = std::max<std::size_t>(16, wanted * 2);
  }
  if (wanted > slots_.size()) {
    rehash(wanted);
  }
}

void PhraseSet::rehash(std::size_t size) {
  std::vector<Slot> old(size);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    std::size_t at = slot.key & mask;
    while (slot.key != 0 && slots_[at].key != 0) {
      at = (at + 1) & mask;
    }
    if (slot.key != 0) {
      slots_[at] = slot;
    }
  }
}

void PhraseSet::index(std::uint64_t key, std::uint32_t phrase) {
  if (2 * (used_ + 1) > slots_.size()) {
    rehash(std::max<std::size_t>(16, slots_.size() * 2));
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at].key != 0 && slots_[at].key != key) {
    at = (at + 1) & mask;
  }
  const Phrase& added = phrases_[phrase];
  const std::uint64_t second = added.count < 2  ? ~std::uint64_t{0}
                               : added.size > 0 ? bit_of(plain_word(added, 1))
                                                : signature(elements_[added.first + 1]);
  links_.push_back({phrase, 0, second});
  const auto link = static_cast<std::uint32_t>(links_.size());
  Slot& slot = slots_[at];
  if (slot.key == 0) {
    slot = {key, link, link};
    ++used_;
  } else {
    links_[slot.last - 1].next = link;
    slot.last = link;
  }
}

void PhraseSet::index_head(const Element& head, std::uint32_t phrase) {
  if (head.mode == Mode::kExact) {
    index(key_of(Form::kWord, view(head.text)), phrase);
  } else if (head.mode == Mode::kPrefix) {
    index(key_of(Form::kPrefix, view(head.text)), phrase);
    longest_prefix_ = std::max<std::size_t>(longest_prefix_, head.text.size);
  } else {
    std::array<std::uint64_t, 3> keys = {key_of(Form::kStem, view(head.text)),
                                         key_of(Form::kStem, view(head.stem)),
                                         key_of(Form::kStem, view(head.stem_with_e))};
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        index(keys[i], phrase);
      }
    }
  }
}

bool PhraseSet::add_plain(std::string_view pattern, std::uint32_t payload) {
  Phrase phrase;
  phrase.first = static_cast<std::uint32_t>(text_.size());
  phrase.payload = payload;
  phrase.count = 1;
  char last = ' ';
  for (const char c : pattern) {
    const bool blank = c == ' ' || c == '-';
    if ((!blank && (c < 'a' || c > 'z')) || (blank && last == ' ')) {
      return false;
    }
    last = blank ? ' ' : c;
    phrase.count += blank ? 1U : 0U;
  }
  if (last == ' ') {
    return false;
  }
  phrase.size = keep(pattern).size;
  std::replace(text_.begin() + phrase.first, text_.end(), '-', ' ');
  phrases_.push_back(phrase);
  index(key_of(Form::kWord, plain_word(phrase, 0)),
        static_cast<std::uint32_t>(phrases_.size() - 1));
  return true;
}

void PhraseSet::add_one(std::string_view pattern, std::uint32_t payload,
                        std::string_view language) {
  if (add_plain(pattern, payload)) {
    return;
  }
  Phrase phrase;
  phrase.payload = payload;
  phrase.first = static_cast<std::uint32_t>(elements_.size());
  std::size_t begin = 0;
  while (begin < pattern.size()) {
    const std::size_t end = std::min(pattern.find_first_of(" -", begin), pattern.size());
    const std::string_view word = pattern.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) {
      continue;
    }
    elements_.push_back(element_of(word, language));
  }
  phrase.count = static_cast<std::uint32_t>(elements_.size()) - phrase.first;
  if (phrase.count == 0) {
    return;
  }
  phrases_.push_back(phrase);
  index_head(elements_[phrase.first], static_cast<std::uint32_t>(phrases_.size() - 1));
}

std::string_view PhraseSet::plain_word(const Phrase& phrase, std::uint32_t place) const {
  std::string_view rest = view({phrase.first, phrase.size});
  for (; place > 0; --place) {
    rest.remove_prefix(rest.find(' ') + 1);
  }
  return rest.substr(0, rest.find(' '));
}

bool PhraseSet::is_word(std::string_view text, const Word& word) {
  return word.folded == text || word.surface_folded == text ||
         std::any_of(word.variants.begin(), word.variants.end(),
                     [&](const std::string& form) { return form == text; });
}

std::uint32_t PhraseSet::plain_length(const Phrase& phrase, std::span<const Token> tokens,
                                      std::size_t position, const WordTable& words) const {
  std::string_view rest = view({phrase.first, phrase.size});
  std::size_t at = position;
  for (bool first = true; !rest.empty(); first = false) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (!first && at < tokens.size() && is_hyphen(tokens[at], words)) {
      ++at;
    }
    if (at >= tokens.size() || !is_word(rest.substr(0, end), words[tokens[at].word])) {
      return 0;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++at;
  }
  return static_cast<std::uint32_t>(at - position);
}

bool PhraseSet::matches(const Element& element, const Word& word) const {
  const std::string_view text = view(element.text);
  const auto any_variant = [&](const auto& fits) {
    return std::any_of(word.variants.begin(), word.variants.end(), fits);
  };
  switch (element.mode) {
    case Mode::kExact:
      return is_word(text, word);
    case Mode::kStem:
      return word.folded.starts_with(text.substr(0, element.start)) &&
             (word.stem == text || word.stem == view(element.stem) ||
              word.stem == view(element.stem_with_e));
    case Mode::kPrefix:
      return word.folded.starts_with(text) ||
             any_variant([&](const std::string& form) { return form.starts_with(text); });
  }
  return false;
}

std::uint32_t PhraseSet::match_length(const Phrase& phrase, std::span<const Token> tokens,
                                      std::size_t position, const WordTable& words) const {
  if (phrase.size > 0) {
    return plain_length(phrase, tokens, position, words);
  }
  std::size_t at = position;
  for (std::uint32_t i = 0; i < phrase.count; ++i) {
    const Element& element = elements_[phrase.first + i];
    if (i > 0 && at < tokens.size() && is_hyphen(tokens[at], words) && view(element.text) != "-") {
      ++at;
    }
    if (at >= tokens.size() || !matches(element, words[tokens[at].word])) {
      return 0;
    }
    ++at;
  }
  return static_cast<std::uint32_t>(at - position);
}

void PhraseSet::try_key(std::uint64_t key, const Place& place, Match& best) const {
  for (std::uint32_t link = find(key); link != 0; link = links_[link - 1].next) {
    const Link& at = links_[link - 1];
    if ((at.second & place.next) == 0) {
      continue;
    }
    const Phrase& phrase = phrases_[at.phrase];
    const std::uint32_t length = match_length(phrase, place.tokens, place.position, place.words);
    if (length > best.length) {
      best = {phrase.payload, length};
    }
  }
}

template <class Visit>
void PhraseSet::visit_keys(const Word& word, const Visit& visit) const {
  const auto visit_prefixes = [&](std::string_view form) {
    // The hash of a prefix is a step on the way to that of the next one; the longest come first.
    std::array<std::uint64_t, kMaxPrefix> keys{};
    std::size_t longest = std::min(longest_prefix_, form.size());
    for (; longest > kMaxPrefix; --longest) {
      visit(key_of(Form::kPrefix, form.substr(0, longest)));
    }
    std::uint64_t hash = step(kFnvOffset, static_cast<char>(Form::kPrefix));
    for (std::size_t n = 0; n < longest; ++n) {
      hash = step(hash, form[n]);
      keys[n] = hash == 0 ? 1 : hash;
    }
    for (std::size_t n = longest; n > 0; --n) {
      visit(keys[n - 1]);
    }
  };
  visit(key_of(Form::kWord, word.surface_folded));  // "d'apres" before "apres"
  if (word.surface_folded != word.folded) {
    visit(key_of(Form::kWord, word.folded));
  }
  visit(key_of(Form::kStem, word.stem));
  visit_prefixes(word.folded);
  for (const std::string& form : word.variants) {
    visit(key_of(Form::kWord, form));
    visit_prefixes(form);
  }
}

std::vector<PhraseSet::Beginning> PhraseSet::beginning_with(const Word& word) const {
  std::vector<Beginning> found;
  if (phrases_.empty()) {
    return found;
  }
  visit_keys(word, [&](std::uint64_t key) {
    for (std::uint32_t link = find(key); link != 0; link = links_[link - 1].next) {
      const std::uint32_t number = links_[link - 1].phrase;
      const Phrase& phrase = phrases_[number];
      if (matches_at(phrase, 0, word)) {
        const auto second = [&] {
          return phrase.size > 0 ? bit_of(plain_word(phrase, 1))
                                 : signature(elements_[phrase.first + 1]);
        };
        found.push_back({number, phrase.payload, phrase.count, phrase.count > 1 ? second() : 0});
      }
    }
  });
  return found;
}

std::uint64_t PhraseSet::signature(const Word& word) {
  std::uint64_t bits = bit_of(word.folded) | bit_of(word.surface_folded) | bit_of(word.stem);
  for (const std::string& form : word.variants) {
    bits |= bit_of(form);
  }
  return bits;
}

std::uint64_t PhraseSet::signature(const Element& element) const {
  switch (element.mode) {
    case Mode::kExact:
      return bit_of(view(element.text));
    case Mode::kStem:
      return bit_of(view(element.text)) | bit_of(view(element.stem)) |
             bit_of(view(element.stem_with_e));
    case Mode::kPrefix:
      // One letter leaves the second one open.
      return element.text.size < 2 ? ~std::uint64_t{0} : bit_of(view(element.text));
  }
  return ~std::uint64_t{0};
}

PhraseSet::Match PhraseSet::match(std::span<const Token> tokens, std::size_t position,
                                  const WordTable& words) const {
  Match best;
  if (!phrases_.empty()) {
    // behind the last token there is nothing that a second word could be
    constexpr std::uint64_t kAny = ~std::uint64_t{0};
    const bool any = position + 1 >= tokens.size() || is_hyphen(tokens[position + 1], words);
    const std::uint64_t next = any ? kAny : signature(words[tokens[position + 1].word]);
    const Place place{tokens, position, words, next};
    visit_keys(words[tokens[position].word], [&](std::uint64_t key) { try_key(key, place, best); });
  }
  return best;
}

}  // namespace parallax
