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

const Tagger::Patterns& Tagger::patterns_of(WordId id, const WordTable& words) {
  const auto index = static_cast<std::size_t>(id);
  if (index >= by_word_.size()) {
    by_word_.resize(std::max(words.size(), index + 1), kUnseen);
  }
  if (by_word_[index] == kUnseen) {
    Patterns patterns;
    for (std::size_t k = 0; k < kColumns.size(); ++k) {
      std::vector<std::uint32_t> found = (lexicon_.*kColumns[k].phrases).beginning_with(words[id]);
      if (!found.empty()) {
        patterns.emplace_back(k, std::move(found));
      }
    }
    by_word_[index] = patterns.empty() ? 0 : static_cast<std::uint32_t>(patterns_.size());
    if (!patterns.empty()) {
      patterns_.push_back(std::move(patterns));
    }
  }
  return patterns_[by_word_[index]];
}

Hit Tagger::compound_role(WordId id, const WordTable& words) {
  const auto index = static_cast<std::size_t>(id);
  if (index >= compounds_.size()) {
    compounds_.resize(std::max(words.size(), index + 1), kUnseen);
  }
  if (compounds_[index] == kUnseen) {
    const SourceLexicon::CompoundHead* head = lexicon_.compound_head(words[id].folded);
    compounds_[index] = head == nullptr ? 0 : head->row + 1;
  }
  const std::uint32_t row = compounds_[index];
  return row == 0 ? Hit{} : Hit{static_cast<std::uint16_t>(row - 1), 1};
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
      for (const auto& [k, numbers] : patterns_of(tokens[i].word, reading.words)) {
        const bool lower = kColumns[k].name && tokens[i].shape == Shape::kLower;
        // Adjectives of peoples are written small in most languages.
        const bool small = kColumns[k].hit == &TokenTags::demonym && lexicon_.language != "en";
        if (lower && !small) {
          continue;
        }
        const PhraseSet::Match m =
            (lexicon_.*kColumns[k].phrases).match_among(numbers, tokens, i, reading.words);
        reading.tags[s.first_token + i].*
            kColumns[k].hit = {static_cast<std::uint16_t>(m.payload),
                               static_cast<std::uint8_t>(std::min<std::uint32_t>(m.length, 255))};
      }
      TokenTags& tags = reading.tags[s.first_token + i];
      if (!lexicon_.compound_heads.empty() && !tags.role && tokens[i].kind == TokenKind::kWord &&
          tokens[i].shape != Shape::kLower) {
        tags.role = compound_role(tokens[i].word, reading.words);
      }
    }
  }
}

bool Reading::drops_subject() const {
  const std::string& l = lexicon.language;
  return l == "es" || l == "it" || l == "pt" || l == "ro";
}

bool Reading::comma(std::uint32_t i) const {
  return is(i, ",") || is(i, "\xd8\x8c") || is(i, "\xe3\x80\x81");
}

bool Reading::dash(std::uint32_t i) const {
  return is(i, "\xe2\x80\x94") || is(i, "\xe2\x80\x93") || is(i, "\xe2\x80\x95") ||
         (is(i, "-") && i > 0 && !adjacent(i - 1) && !adjacent(i));
}

}  // namespace parallax
