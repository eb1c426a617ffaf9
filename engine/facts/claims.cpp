#include "engine/facts/claims.hpp"

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// Parts shorter than this stay with their neighbour.
constexpr std::size_t kMinPartTokens = 5;

Claim read_claim(const Document& document, const FactLexicon& lexicon, WordTable& words,
                 std::uint32_t first, std::uint32_t count) {
  ClaimContext context{document, lexicon,
                       words,    std::span<const Token>(document.tokens).subspan(first, count),
                       first,    std::vector<bool>(count, false)};
  Claim claim;
  claim.first_token = first;
  claim.token_count = count;
  if (count > 0) {
    claim.span = context.span(0, count - 1);
  }
  read_dates(context, claim);
  read_quantities(context, claim);
  build_terms(context, claim);
  mark_clauses(context, claim);
  apply_scopes(context, claim);
  bind_quantities(context, claim);
  bind_dates(context, claim);
  return claim;
}

/// Token counts of the parts of a sentence: split behind semicolons outside quotation marks where
/// both sides carry a clause.
std::vector<std::uint32_t> part_sizes(const Document& document, const Sentence& sentence,
                                      const WordTable& words) {
  std::vector<std::uint32_t> sizes;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < sentence.token_count; ++i) {
    const Token& token = document.tokens[sentence.first_token + i];
    const bool semicolon = token.kind == TokenKind::kPunctuation && words[token.word].folded == ";";
    if (semicolon && i + 1 - begin > kMinPartTokens &&
        sentence.token_count - i - 1 > kMinPartTokens) {
      sizes.push_back(i + 1 - begin);
      begin = i + 1;
    }
  }
  sizes.push_back(sentence.token_count - begin);
  return sizes;
}

}  // namespace

std::vector<Claim> extract_claims(const Document& document, const FactLexicon& lexicon,
                                  WordTable& words) {
  std::vector<Claim> claims;
  claims.reserve(document.sentences.size());
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    std::uint32_t first = sentence.first_token;
    const std::vector<std::uint32_t> sizes = part_sizes(document, sentence, words);
    for (std::size_t k = 0; k < sizes.size(); ++k) {
      Claim claim = read_claim(document, lexicon, words, first, sizes[k]);
      claim.sentence = s;
      if (sizes.size() == 1) {
        claim.span = sentence.span;
      }
      first += sizes[k];
      claims.push_back(std::move(claim));
    }
  }
  return claims;
}

}  // namespace parallax
