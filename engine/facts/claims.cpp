#include "engine/facts/claims.hpp"

#include <algorithm>
#include <array>

#include "engine/facts/claim_context.hpp"
#include "models/text/word_list.hpp"

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

/// English: a particle may stand behind an object of few words, itself in front of a mark, a
/// preposition or a conjunction: "turned the idea down", "put the vote off until May".
constexpr std::size_t kLongestObject = 7;
/// Words that no object holds.
bool parts_phrases(std::string_view word) {
  static constexpr std::array<std::string_view, 50> kWords = {
      "about",   "across", "after",  "against", "along", "among", "and",   "as",      "at",
      "because", "been",   "before", "between", "but",   "by",    "did",   "during",  "for",
      "from",    "had",    "has",    "have",    "if",    "in",    "into",  "is",      "near",
      "nor",     "not",    "on",     "or",      "out",   "since", "that",  "through", "to",
      "under",   "until",  "was",    "were",    "when",  "where", "which", "while",   "who",
      "whose",   "will",   "with",   "within",  "would"};
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

/// What may follow a verb that is put together.
bool closes_verb(const std::vector<Token>& tokens, std::size_t at, const FactLexicon& lexicon,
                 const WordTable& words) {
  if (at == tokens.size() || closes_clause(tokens[at], words)) {
    return true;
  }
  const std::string& next = words[tokens[at].word].folded;
  if (lexicon.language != "en") {
    return next == "und";
  }
  return parts_phrases(next) || next == "of" || next == "again" || next == "yesterday" ||
         next == "altogether" || (next.size() > 4 && next.ends_with("ly"));
}

/// The particles that may follow a verb, each with the verb that both make.
using Particles = std::vector<std::pair<std::string, std::string>>;

/// "The rocket carrying it lifted off": the particle belongs to the verb right in front of it.
bool nearer_verb(const std::vector<Token>& tokens, std::size_t i, std::size_t at,
                 const WordTable& words) {
  static constexpr WordList kVerbs = {"took", "came", "set",   "went", "broke", "blew", "ran",
                                      "got",  "put",  "drove", "made", "flew",  "fell", "gave"};
  const std::string& verb = words[tokens[at - 1].word].folded;
  const std::string& before = words[tokens[at - 2].word].folded;
  const bool noun = before == "the" || before == "a" || before == "its" || before == "their";
  return at > i + 2 && !noun && (verb.ends_with("ed") || kVerbs.contains(verb));
}

/// Puts the verb at `i` together with its particle, if one stands where it may.
void join_particle(std::vector<Token>& tokens, std::size_t i, const Particles& particles,
                   const FactLexicon& lexicon, WordTable& words) {
  const bool english = lexicon.language == "en";
  for (std::size_t at = i + 1; at < tokens.size(); ++at) {
    const std::string& word = words[tokens[at].word].folded;
    const auto verb = std::find_if(particles.begin(), particles.end(),
                                   [&](const auto& entry) { return entry.first == word; });
    const bool apart = !english || at > i + 1;  // the tables have "turned down" as one
    if (english && verb != particles.end() && apart && nearer_verb(tokens, i, at, words)) {
      return;
    }
    if (verb != particles.end() && apart && closes_verb(tokens, at + 1, lexicon, words)) {
      tokens[i].word = words.intern(verb->second, lexicon.language);
      tokens[at].word = words.intern(english ? "thus" : "zu", lexicon.language);  // no content
      return;
    }
    const bool leaves_object = english && (at == i + kLongestObject || parts_phrases(word));
    if (closes_clause(tokens[at], words) || leaves_object) {
      return;
    }
  }
}

/// Puts separated verbs together: in "griff die Stellung an" the word "griff" stands for
/// "angreifen" from here on, and so does "anzugreifen". The spans stay.
void join_separated(std::vector<Token>& tokens, const FactLexicon& lexicon, WordTable& words) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto verbs = lexicon.separable.find(words[tokens[i].word].folded);
    if (verbs == lexicon.separable.end()) {
      continue;
    }
    if (verbs->second.front().first.empty()) {
      tokens[i].word = words.intern(verbs->second.front().second, lexicon.language);
    } else {
      join_particle(tokens, i, verbs->second, lexicon, words);
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
  read_venues(context, claim);
  apply_scopes(context, claim);
  bind_quantities(context, claim);
  bind_dates(context, claim);
  read_blames(context, claim);
  read_particulars(context, claim);
  read_holders(context, claim);
  read_ranks(context, claim);
  read_key_terms(context, claim);
  read_formula(context, claim);
  return claim;
}

/// Neighbouring tokens of one sentence.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// Nothing but a name with its titles from `begin` up to the next semicolon: a member of a list
/// ("X, Vice Chairman; Y; and Z").
bool lists_name(const Document& document, TokenRange range, std::uint32_t begin,
                const WordTable& words) {
  bool named = false;
  for (std::uint32_t i = begin; i < range.count; ++i) {
    const Token& token = document.tokens[range.first + i];
    if (token.kind == TokenKind::kPunctuation) {
      if (words[token.word].folded == ";") {
        break;
      }
      continue;
    }
    const bool capital = has_capital(token.shape);
    if (!capital && !words[token.word].stop) {
      return false;
    }
    named = named || capital;
  }
  return named;
}

/// Token counts of the parts of a sentence: split behind semicolons outside brackets where both
/// sides carry a clause.
std::vector<std::uint32_t> part_sizes(const Document& document, TokenRange range,
                                      const WordTable& words) {
  std::vector<std::uint32_t> sizes;
  std::uint32_t begin = 0;
  int depth = 0;
  for (std::uint32_t i = 0; i < range.count; ++i) {
    const Token& token = document.tokens[range.first + i];
    const std::string& mark = words[token.word].folded;
    const bool closes = mark == ")" || mark == "]";
    depth += mark == "(" || mark == "[" ? 1 : closes && depth > 0 ? -1 : 0;
    const bool semicolon = token.kind == TokenKind::kPunctuation && mark == ";" && depth == 0;
    if (semicolon && i + 1 - begin > kMinPartTokens && range.count - i - 1 > kMinPartTokens &&
        !lists_name(document, range, i + 1, words)) {
      sizes.push_back(i + 1 - begin);
      begin = i + 1;
    }
  }
  sizes.push_back(range.count - begin);
  return sizes;
}

/// What claims are read with.
struct ClaimReader {
  const Document& document;
  const FactLexicon& lexicon;
  WordTable& words;

  /// Appends the claims of a stretch of sentence `s`; one that is the whole sentence keeps its
  /// span.
  void append(std::uint32_t s, TokenRange range, std::vector<Claim>& claims) const {
    const Sentence& sentence = document.sentences[s];
    const std::vector<std::uint32_t> sizes = part_sizes(document, range, words);
    std::uint32_t first = range.first;
    for (const std::uint32_t size : sizes) {
      Claim claim = read_claim(document, lexicon, words, first, size);
      claim.sentence = s;
      if (sizes.size() == 1 && range.count == sentence.token_count) {
        claim.span = sentence.span;
      }
      first += size;
      claims.push_back(std::move(claim));
    }
  }
};

/// The tokens of a sentence that lie wholly in `span`.
TokenRange tokens_in(const Document& document, const Sentence& sentence, ByteSpan span) {
  const auto begin = document.tokens.begin() + sentence.first_token;
  const auto end = begin + sentence.token_count;
  const auto first = std::lower_bound(
      begin, end, span.begin, [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  const auto last = std::upper_bound(
      first, end, span.end, [](std::uint32_t at, const Token& t) { return at < t.span.end; });
  return {sentence.first_token + static_cast<std::uint32_t>(first - begin),
          static_cast<std::uint32_t>(last - first)};
}

bool has_word(const Document& document, TokenRange range) {
  const auto first = document.tokens.begin() + range.first;
  return std::any_of(first, first + range.count,
                     [](const Token& t) { return t.kind != TokenKind::kPunctuation; });
}

bool ends_sentence(std::string_view mark) {
  return mark == "." || mark == "!" || mark == "?";
}

/// Without the marks around it: the comma in front of a frame, a dash, a quotation mark.
TokenRange trimmed(const Document& document, const WordTable& words, TokenRange range) {
  const auto mark = [&](std::uint32_t i) {
    return document.tokens[i].kind == TokenKind::kPunctuation;
  };
  while (range.count > 0 && mark(range.first)) {
    ++range.first;
    --range.count;
  }
  while (range.count > 0 && mark(range.first + range.count - 1) &&
         !ends_sentence(words[document.tokens[range.first + range.count - 1].word].folded)) {
    --range.count;
  }
  return range;
}

}  // namespace

std::vector<Claim> extract_claims(const Document& document, const FactLexicon& lexicon,
                                  WordTable& words) {
  const ClaimReader reader{document, lexicon, words};
  std::vector<Claim> claims;
  claims.reserve(document.sentences.size());
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    reader.append(s, {sentence.first_token, sentence.token_count}, claims);
  }
  return claims;
}

std::vector<Claim> extract_claims(const Document& document, const FactLexicon& lexicon,
                                  WordTable& words, std::span<const ByteSpan> content) {
  const ClaimReader reader{document, lexicon, words};
  std::vector<Claim> claims;
  for (const ByteSpan span : content) {
    const auto sentence =
        std::upper_bound(document.sentences.begin(), document.sentences.end(), span.begin,
                         [](std::uint32_t at, const Sentence& s) { return at < s.span.end; });
    auto s = static_cast<std::uint32_t>(sentence - document.sentences.begin());
    for (; s < document.sentences.size() && document.sentences[s].span.begin < span.end; ++s) {
      const Sentence& here = document.sentences[s];
      TokenRange range = tokens_in(document, here, span);
      if (range.count < here.token_count) {
        range = trimmed(document, words, range);
      }
      if (has_word(document, range)) {
        reader.append(s, range, claims);
      }
    }
  }
  return claims;
}

void deny(Claim& claim) {
  ++claim.negators;
  claim.definition.negated = !claim.definition.negated;
  claim.forces.clear();
  claim.particulars.clear();
  claim.holders.clear();
  bool content_open = true;
  bool predicate_open = true;
  for (Term& term : claim.terms) {
    if (term.relative) {
      continue;
    }
    term.negated = !term.negated;
    const bool content = term.kind == TermKind::kPlain || term.kind == TermKind::kConcept;
    term.governed =
        term.governed || (content && content_open) || (term.predicate && predicate_open);
    content_open = content_open && !content;
    predicate_open = predicate_open && !term.predicate;
  }
  for (Stance& stance : claim.stances) {
    stance.negated = claim.terms[stance.term].negated;
  }
  for (Direction& direction : claim.directions) {
    direction.negated = claim.terms[direction.term].negated;
  }
  for (Direction& step : claim.steps) {
    step.negated = claim.terms[step.term].negated;
  }
  for (Quantity& quantity : claim.quantities) {
    quantity.negated = !quantity.negated;
  }
}

}  // namespace parallax
