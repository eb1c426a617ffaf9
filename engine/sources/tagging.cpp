/// Tokens -> what the word tables say of them.

#include <algorithm>
#include <array>

#include "engine/sources/reading.hpp"

namespace parallax {
namespace {

constexpr std::uint32_t kUnseen = ~std::uint32_t{0};

struct Column {
  PhraseSet SourceLexicon::*phrases;
  Hit TokenTags::*hit;
  bool name;  ///< Names are written with a capital where the script has them.
};

constexpr std::array kColumns = {
    Column{&SourceLexicon::cues, &TokenTags::cue, false},
    Column{&SourceLexicon::roles, &TokenTags::role, false},
    Column{&SourceLexicon::titles, &TokenTags::title, false},
    Column{&SourceLexicon::pronouns, &TokenTags::pronoun, false},
    Column{&SourceLexicon::given_names, &TokenTags::given_name, true},
    Column{&SourceLexicon::organisations, &TokenTags::organisation, true},
    Column{&SourceLexicon::metonyms, &TokenTags::metonym, true},
    Column{&SourceLexicon::documents, &TokenTags::document, false},
    Column{&SourceLexicon::frames, &TokenTags::frame, false},
    Column{&SourceLexicon::countries, &TokenTags::country, true},
    Column{&SourceLexicon::demonyms, &TokenTags::demonym, true}};

}  // namespace

std::uint32_t Tagger::mask_of(WordId id, const WordTable& words) {
  const auto index = static_cast<std::size_t>(id);
  if (index >= masks_.size()) {
    masks_.resize(std::max(words.size(), index + 1), kUnseen);
  }
  if (masks_[index] == kUnseen) {
    std::uint32_t mask = 0;
    for (std::size_t k = 0; k < kColumns.size(); ++k) {
      mask |= (lexicon_.*kColumns[k].phrases).may_begin(words[id]) ? 1U << k : 0U;
    }
    masks_[index] = mask;
  }
  return masks_[index];
}

void Tagger::tag(Reading& reading) {
  const Document& d = reading.document;
  reading.tags.assign(d.tokens.size(), {});
  reading.sentences.reserve(d.sentences.size());
  const std::span<const Token> all(d.tokens);
  for (const Sentence& s : d.sentences) {
    const std::span<const Token> tokens = all.subspan(s.first_token, s.token_count);
    reading.sentences.push_back(
        {{s.first_token, s.first_token + s.token_count}, {}, {}, s.paragraph});
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      std::uint32_t mask = mask_of(tokens[i].word, reading.words);
      for (std::size_t k = 0; mask != 0; ++k, mask >>= 1U) {
        if ((mask & 1U) == 0 || (kColumns[k].name && tokens[i].shape == Shape::kLower)) {
          continue;
        }
        const PhraseSet::Match m = (lexicon_.*kColumns[k].phrases).match(tokens, i, reading.words);
        reading.tags[s.first_token + i].*
            kColumns[k].hit = {static_cast<std::uint16_t>(m.payload),
                               static_cast<std::uint8_t>(std::min<std::uint32_t>(m.length, 255))};
      }
    }
  }
}

bool Reading::comma(std::uint32_t i) const {
  return is(i, ",") || is(i, "\xd8\x8c") || is(i, "\xe3\x80\x81");
}

bool Reading::dash(std::uint32_t i) const {
  return is(i, "\xe2\x80\x94") || is(i, "\xe2\x80\x93") || is(i, "\xe2\x80\x95") ||
         (is(i, "-") && i > 0 && !adjacent(i - 1) && !adjacent(i));
}

}  // namespace parallax
