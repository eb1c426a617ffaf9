/// Tokens -> what the word tables say of them.

#include <algorithm>
#include <array>

#include "engine/sources/reading.hpp"

namespace parallax {
namespace {

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

Mark mark_of(const Document& d, const Token& token) {
  if (token.kind != TokenKind::kPunctuation) {
    return Mark::kNone;
  }
  const std::string_view text = d.slice(token.span);
  if (text.size() == 1) {
    return text[0] == ','   ? Mark::kComma
           : text[0] == '.' ? Mark::kStop
           : text[0] == '-' ? Mark::kHyphen
                            : Mark::kOther;
  }
  if (text == "\xd8\x8c" || text == "\xe3\x80\x81") {
    return Mark::kComma;
  }
  const bool dash = text == "\xe2\x80\x94" || text == "\xe2\x80\x93" || text == "\xe2\x80\x95";
  return dash ? Mark::kDash : Mark::kOther;
}

}  // namespace

std::size_t TagPool::Hash::operator()(const TokenTags& tags) const {
  std::uint64_t hash = 0;
  for (const Column& column : kColumns) {
    const Hit hit = tags.*column.hit;
    hash = (hash ^ (std::uint64_t{hit.row} << 8U | hit.length)) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 32U;
  }
  return static_cast<std::size_t>(hash);
}

std::uint32_t TagPool::number_of(const TokenTags& tags) {
  const auto next = static_cast<std::uint32_t>(tags_.size());
  const auto [it, fresh] = numbers_.try_emplace(tags, next);
  if (fresh) {
    TokenTags speaker = tags;
    speaker.cue = speaker.frame = {};
    tags_.push_back(tags);
    summaries_.push_back({next, tags.frame ? lexicon_.frame_rows[tags.frame.row] : Frame::kNone,
                          static_cast<bool>(tags.cue), speaker != TokenTags{}, Mark::kNone});
  }
  return it->second;
}

bool Tagger::needs_capital(std::size_t column) const {
  // Adjectives of peoples are written small in most languages.
  const bool small = kColumns[column].hit == &TokenTags::demonym && lexicon_.language != "en";
  return kColumns[column].name && !small;
}

const Tagger::Known& Tagger::meet(WordId id, const WordTable& words) {
  const auto index = static_cast<std::size_t>(id);
  if (index >= by_word_.size()) {
    by_word_.resize(std::max(words.size(), index + 1));
  }
  if (!by_word_[index].seen) {
    learn(by_word_[index], words[id]);
  }
  return by_word_[index];
}

void Tagger::learn(Known& known, const Word& word) {
  TokenTags small;
  TokenTags other;
  known.seen = true;
  known.signature = PhraseSet::signature(word);
  known.first_longer = static_cast<std::uint32_t>(longer_.size());
  for (std::size_t k = 0; k < kColumns.size(); ++k) {
    for (const auto& p : (lexicon_.*kColumns[k].phrases).beginning_with(word)) {
      if (p.words > 1) {
        longer_.push_back({static_cast<std::uint32_t>(k), p.pattern, p.words, p.payload, p.second});
      } else if (!(other.*kColumns[k].hit)) {  // the first one is preferred
        other.*kColumns[k].hit = {static_cast<std::uint16_t>(p.payload), 1};
      }
    }
    if (!needs_capital(k)) {
      small.*kColumns[k].hit = other.*kColumns[k].hit;
    }
  }
  if (!other.role && lexicon_.order == WordOrder::kSov && word.stem != word.folded) {
    other.role = small.role = genitive_role(word);
  }
  known.end_longer = static_cast<std::uint32_t>(longer_.size());
  known.small = pool_.number_of(small);
  known.other = known.compound = known.shouted = pool_.number_of(other);
  if (other.organisation && other.frame) {  // the WHO, not "who"
    TokenTags shouted = other;
    shouted.frame = {};
    known.shouted = pool_.number_of(shouted);
  }
  learn_compound(known, word, other);
}

void Tagger::learn_compound(Known& known, const Word& word, TokenTags tags) {
  if (lexicon_.compound_heads.empty() || tags.role) {
    return;
  }
  if (const auto* head = lexicon_.compound_head(word.folded); head != nullptr) {
    tags.role = {static_cast<std::uint16_t>(head->row), 1};
  } else if (const auto* text = lexicon_.compound_document(word.folded);
             text != nullptr && !tags.document) {
    tags.document = {static_cast<std::uint16_t>(text->row), 1};
  } else {
    return;
  }
  known.compound = pool_.number_of(tags);
  known.shouted = known.shouted == known.other ? known.compound : known.shouted;
}

bool Tagger::goes_on(WordId first, WordId second, const WordTable& words) {
  const Word& behind = words[second];
  const std::uint64_t signature = known(second, words).signature;
  const Known& word = known(first, words);
  const auto begin = longer_.begin() + word.first_longer;
  const auto end = longer_.begin() + word.end_longer;
  return std::any_of(begin, end, [&](const Longer& longer) {
    return (longer.second & signature) != 0 &&
           (lexicon_.*kColumns[longer.column].phrases).goes_on_with(longer.pattern, behind);
  });
}

bool Tagger::recall_goes_on(WordId first, WordId second, const WordTable& words) {
  const std::uint32_t hash = (static_cast<std::uint32_t>(first) * 0x9E3779B1U) ^
                             (static_cast<std::uint32_t>(second) * 0x85EBCA77U);
  Pair& pair = pairs_[hash >> (32U - kPairBits)];
  if (pair.first != first || pair.second != second) {
    pair = {first, second, goes_on(first, second, words)};
  }
  return pair.goes_on;
}

Hit Tagger::genitive_role(const Word& word) const {
  constexpr std::size_t kShortest = 3;
  for (const std::string_view ending : {"dan", "den", "tan", "ten", "d\xc9\x99n", "nin", "nun",
                                        "n\xc3\xbcn", "in", "un", "\xc3\xbcn"}) {
    if (!word.folded.ends_with(ending) || word.folded.size() < ending.size() + kShortest) {
      continue;
    }
    Word base;
    base.folded = base.surface_folded = word.folded.substr(0, word.folded.size() - ending.size());
    for (const auto& p : lexicon_.roles.beginning_with(base)) {
      if (p.words == 1) {
        return {static_cast<std::uint16_t>(p.payload), 1};
      }
    }
  }
  return {};
}

std::uint32_t Tagger::with_longer(std::uint32_t number, std::span<const Token> tokens,
                                  std::size_t i, const WordTable& words) {
  if (i + 1 >= tokens.size()) {
    return number;
  }
  // Hyphens are stepped over inside a pattern: then the second word stands further on.
  const bool hyphen =
      tokens[i + 1].kind == TokenKind::kPunctuation && words[tokens[i + 1].word].folded == "-";
  if (!hyphen && !recall_goes_on(tokens[i].word, tokens[i + 1].word, words)) {
    return number;
  }
  const std::uint64_t next =
      hyphen ? ~std::uint64_t{0} : known(tokens[i + 1].word, words).signature;
  const Known& word = known(tokens[i].word, words);
  const bool lower = tokens[i].shape == Shape::kLower;
  TokenTags tags = pool_[number];
  bool changed = false;
  for (std::uint32_t at = word.first_longer; at < word.end_longer; ++at) {
    const Longer& longer = longer_[at];
    Hit& best = tags.*kColumns[longer.column].hit;
    if ((longer.second & next) == 0 || longer.words <= best.length ||
        (lower && needs_capital(longer.column))) {
      continue;
    }
    const std::uint32_t length =
        (lexicon_.*kColumns[longer.column].phrases).length_at(longer.pattern, tokens, i, words);
    if (length > best.length) {
      best = {static_cast<std::uint16_t>(longer.payload),
              static_cast<std::uint8_t>(std::min<std::uint32_t>(length, 255))};
      changed = true;
    }
  }
  return changed ? pool_.number_of(tags) : number;
}

void Tagger::tag(Reading& reading) {
  const Document& d = reading.document;
  reading.tags.reset(pool_, d.tokens.size());
  reading.sentences.reserve(d.sentences.size());
  const std::span<const Token> all(d.tokens);
  for (const Sentence& s : d.sentences) {
    const std::span<const Token> tokens = all.subspan(s.first_token, s.token_count);
    reading.sentences.push_back(
        {{s.first_token, s.first_token + s.token_count}, {}, {}, s.paragraph});
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Known& word = known(tokens[i].word, reading.words);
      const bool lower = tokens[i].shape == Shape::kLower;
      const bool shouted = tokens[i].shape == Shape::kUpper;
      const std::uint32_t number = lower                                ? word.small
                                   : shouted                            ? word.shouted
                                   : tokens[i].kind == TokenKind::kWord ? word.compound
                                                                        : word.other;
      const Mark mark = mark_of(d, tokens[i]);
      reading.tags.push_back(word.first_longer == word.end_longer
                                 ? number
                                 : with_longer(number, tokens, i, reading.words),
                             mark);
    }
  }
}

bool Reading::drops_subject() const {
  const std::string& l = lexicon.language;
  return l == "es" || l == "it" || l == "pt" || l == "ro";
}

}  // namespace parallax
