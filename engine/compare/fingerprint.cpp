#include "engine/compare/fingerprint.hpp"

#include <utility>

#include <xxhash.h>

#include "models/base/numerals.hpp"

namespace parallax {
namespace {

std::string side_key(const Document& document, const Claim& claim, ByteSpan evidence,
                     const WordTable& words) {
  std::string all;
  std::string part;
  for (std::uint32_t i = 0; i < claim.token_count; ++i) {
    const Token& token = document.tokens[claim.first_token + i];
    if (token.kind == TokenKind::kPunctuation) {
      continue;
    }
    const std::string& word = words[token.word].surface_folded;
    all += word + " ";
    part += evidence.overlaps(token.span) ? word + " " : "";
  }
  // Evidence without a word, such as a sign, stands for itself.
  return (part.empty() ? std::string(document.slice(evidence)) : part) + "\n" + all;
}

}  // namespace

std::string fingerprint(const PairContext& pair, const Finding& finding) {
  std::string left = side_key(pair.left_document, pair.left, finding.left.span, pair.words);
  std::string right = side_key(pair.right_document, pair.right, finding.right.span, pair.words);
  if (right < left) {
    std::swap(left, right);
  }
  const std::string key = finding.kind + "\n" + finding.rule + "\n" + left + "\n" + right;
  return hex16(XXH3_64bits(key.data(), key.size()));
}

}  // namespace parallax
