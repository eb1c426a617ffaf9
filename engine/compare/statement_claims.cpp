#include "engine/compare/statement_claims.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "engine/facts/claims.hpp"

namespace parallax {
namespace {

/// Words between a cue and its content: "condemned in particular the ...".
constexpr std::size_t kMaxGapWords = 3;

/// Tokens of a document that lie wholly in `span`.
std::span<const Token> tokens_in(const Document& document, ByteSpan span) {
  const auto begin =
      std::lower_bound(document.tokens.begin(), document.tokens.end(), span.begin,
                       [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
  auto end = begin;
  while (end != document.tokens.end() && end->span.end <= span.end) {
    ++end;
  }
  return {begin, end};
}

std::size_t count_words(std::span<const Token> tokens) {
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [](const Token& t) {
    return t.kind != TokenKind::kPunctuation;
  }));
}

/// Does the cue say what its source thinks or wants, beside who speaks?
bool takes_position(const Document& document, const FactLexicon& lexicon, const WordTable& words,
                    ByteSpan cue) {
  const std::span<const Token> tokens = tokens_in(document, cue);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (lexicon.stance.phrases.match(tokens, i, words).length > 0) {
      return true;
    }
  }
  return false;
}

/// Content and cue stand next to each other in one sentence.
bool adjoins(const Document& document, ByteSpan cue, ByteSpan content) {
  if (cue.end > content.begin) {
    return false;
  }
  const auto sentence =
      std::upper_bound(document.sentences.begin(), document.sentences.end(), cue.begin,
                       [](std::uint32_t at, const Sentence& s) { return at < s.span.end; });
  return sentence != document.sentences.end() && content.begin < sentence->span.end &&
         count_words(tokens_in(document, {cue.end, content.begin})) <= kMaxGapWords;
}

struct Stretches {
  std::vector<ByteSpan> spans;
  bool position = false;  ///< A cue that takes a position is part of them.
};

/// The content, each part from the cue on that takes a position on it.
Stretches stretches_of(const Document& document, const FactLexicon& lexicon, const WordTable& words,
                       const Statement& statement) {
  Stretches out;
  for (ByteSpan part : statement.content) {
    const std::uint32_t floor = out.spans.empty() ? 0 : out.spans.back().end;
    for (const ByteSpan cue : statement.cue) {
      if (cue.begin >= floor && adjoins(document, cue, part) &&
          takes_position(document, lexicon, words, cue)) {
        part.begin = cue.begin;
        out.position = true;
        break;
      }
    }
    out.spans.push_back(part);
  }
  return out;
}

}  // namespace

std::vector<Claim> statement_claims(const Document& document, const FactLexicon& lexicon,
                                    WordTable& words, const Statement& statement) {
  if (statement.commitment == Commitment::kDenied) {
    std::vector<Claim> claims = extract_claims(document, lexicon, words, statement.content);
    for (Claim& claim : claims) {
      claim.commitment = std::string(name_of(Commitment::kDenied));
      deny(claim);
    }
    return claims;
  }
  const Stretches stretches = stretches_of(document, lexicon, words, statement);
  std::vector<Claim> claims = extract_claims(document, lexicon, words, stretches.spans);
  const bool own = stretches.position && statement.commitment == Commitment::kConditional;
  for (Claim& claim : claims) {
    if (statement.commitment != Commitment::kAsserted && !own) {
      claim.commitment = std::string(name_of(statement.commitment));
    }
  }
  return claims;
}

}  // namespace parallax
