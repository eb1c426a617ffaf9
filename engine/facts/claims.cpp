#include "engine/facts/claims.hpp"

#include <algorithm>

#include "engine/facts/claim_context.hpp"

namespace parallax {
namespace {

/// "n'a": the elided word with its apostrophe; empty if there is none.
std::string_view elided(const Word& word) {
  const std::size_t mark = word.surface_folded.find('\'');
  return mark == std::string::npos || word.folded.size() == word.surface_folded.size()
             ? std::string_view{}
             : std::string_view(word.surface_folded).substr(0, mark + 1);
}

std::vector<std::uint64_t> functions_of(std::span<const Token> tokens, const FactLexicon& lexicon,
                                        const WordTable& words) {
  std::vector<std::uint64_t> classes(tokens.size(), 0);
  if (lexicon.functions.empty()) {
    return classes;
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Word& word = words[tokens[i].word];
    classes[i] = lexicon.functions.classes(word.surface_folded);
    if (word.folded.size() != word.surface_folded.size()) {
      classes[i] |= lexicon.functions.classes(word.folded);
      classes[i] |= lexicon.functions.classes(elided(word));
    }
  }
  return classes;
}

bool closes_clause(const Token& token, const WordTable& words) {
  if (token.kind != TokenKind::kPunctuation) {
    return false;
  }
  static constexpr std::string_view kMarks = ",.;:!?)";
  const std::string& mark = words[token.word].folded;
  return mark.size() == 1 && kMarks.find(mark) != std::string_view::npos;
}

/// Puts a separated verb together: in "griff die Stellung an" the word "griff" stands for
/// "angreifen" from here on. The spans stay.
void join_separated(std::vector<Token>& tokens, const FactLexicon& lexicon, WordTable& words) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto verbs = lexicon.separable.find(words[tokens[i].word].folded);
    for (std::size_t at = i + 1; verbs != lexicon.separable.end() && at < tokens.size(); ++at) {
      if (closes_clause(tokens[at], words)) {
        break;
      }
      const bool last = at + 1 == tokens.size() || closes_clause(tokens[at + 1], words) ||
                        words[tokens[at + 1].word].folded == "und";
      const std::string& word = words[tokens[at].word].folded;
      const auto verb = std::find_if(verbs->second.begin(), verbs->second.end(),
                                     [&](const auto& entry) { return entry.first == word; });
      if (last && verb != verbs->second.end()) {
        tokens[i].word = words.intern(verb->second, lexicon.language);
        break;
      }
    }
  }
}

/// Parts shorter than this stay with their neighbour.
constexpr std::size_t kMinPartTokens = 5;

Claim read_claim(const Document& document, const FactLexicon& lexicon, WordTable& words,
                 std::uint32_t first, std::uint32_t count) {
  std::span<const Token> tokens = std::span<const Token>(document.tokens).subspan(first, count);
  std::vector<Token> joined;
  if (!lexicon.separable.empty()) {
    joined.assign(tokens.begin(), tokens.end());
    join_separated(joined, lexicon, words);
    tokens = joined;
  }
  ClaimContext context{document,
                       lexicon,
                       words,
                       tokens,
                       first,
                       std::vector<bool>(count, false),
                       functions_of(tokens, lexicon, words)};
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
  read_key_terms(context, claim);
  read_formula(context, claim);
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
